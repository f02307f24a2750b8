#include "threads/timeline.h"

#include <algorithm>
#include <array>

#include "base/int128.h"

namespace haymaker::threads {

namespace {
constexpr UnixSeconds kHour = 3600;
}  // namespace

Timeline::Timeline(const people::Company& company, Days first_day, Days last_day)
    : company_(&company),
      begin_(UnixSeconds{first_day} * kSecondsPerDay),
      end_((UnixSeconds{last_day} + 1) * kSecondsPerDay),
      staff_(company.sites().size()) {
  for (const people::Person& person : company.people()) {
    if (person.kind == people::PersonKind::employee)
      ++staff_[static_cast<std::size_t>(person.site)];
  }
  cumulative_.push_back(0);
  for (UnixSeconds at = begin_; at < end_; at += kHour) {
    std::uint64_t sum = 0;
    for (std::size_t site = 0; site < staff_.size(); ++site) sum += weight(site, at);
    cumulative_.push_back(cumulative_.back() + sum);
  }
}

std::uint64_t Timeline::weight(std::size_t site, UnixSeconds at) const noexcept {
  return std::uint64_t{staff_[site]} * company_->sites()[site].intensity(at);
}

UnixSeconds Timeline::draw(std::uint64_t slice, std::uint64_t slices,
                           rng::Stream& stream) const noexcept {
  const std::uint64_t total = cumulative_.back();
  const auto low = static_cast<std::uint64_t>(Uint128{total} * slice / slices);
  const auto high = static_cast<std::uint64_t>(Uint128{total} * (slice + 1) / slices);
  const std::uint64_t at = low + stream.below64(std::max<std::uint64_t>(high - low, 1));
  const auto next = std::ranges::upper_bound(cumulative_, at);
  const auto hour = static_cast<std::size_t>(next - cumulative_.begin()) - 1;
  if (hour + 1 >= cumulative_.size()) return end_ - 1;
  const std::uint64_t into = at - cumulative_[hour];
  const std::uint64_t width = cumulative_[hour + 1] - cumulative_[hour];
  return begin_ + static_cast<UnixSeconds>(hour) * kHour +
         static_cast<UnixSeconds>(Uint128{into} * kHour / width);
}

std::uint64_t Timeline::messages_before(Days day, std::uint64_t messages) const noexcept {
  const UnixSeconds at = std::clamp(UnixSeconds{day} * kSecondsPerDay, begin_, end_);
  const auto hour = static_cast<std::size_t>((at - begin_) / kHour);
  return static_cast<std::uint64_t>(Uint128{cumulative_[hour]} * messages / cumulative_.back());
}

std::uint64_t Timeline::slice_of(UnixSeconds at, std::uint64_t slices) const noexcept {
  const auto hour = static_cast<std::size_t>((at - begin_) / kHour);
  const auto into = static_cast<std::uint64_t>((at - begin_) % kHour);
  const std::uint64_t width = cumulative_[hour + 1] - cumulative_[hour];
  const std::uint64_t before = cumulative_[hour] + width * into / kHour;
  const auto slice = static_cast<std::uint64_t>(Uint128{before} * slices / cumulative_.back());
  return std::min(slice, slices - 1);
}

people::SiteId Timeline::draw_site(UnixSeconds at, rng::Stream& stream) const noexcept {
  std::array<std::uint64_t, 32> known;  // More sites than a company has; others are asked again.
  std::uint64_t total = 0;
  for (std::size_t site = 0; site < staff_.size(); ++site) {
    const std::uint64_t own = weight(site, at);
    if (site < known.size()) known[site] = own;
    total += own;
  }
  if (total == 0) return people::SiteId{0};
  std::uint64_t left = stream.below64(total);
  for (std::size_t site = 0;; ++site) {
    const std::uint64_t own = site < known.size() ? known[site] : weight(site, at);
    if (left < own) return static_cast<people::SiteId>(site);
    left -= own;
  }
}

}  // namespace haymaker::threads
