#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/civil_time.h"
#include "people/company.h"
#include "rng/stream.h"

namespace haymaker::threads {

// The traffic of the whole company over the period, hour by hour: what share of the mail is written
// when, and at which site. Memory follows the hours of the period, never the messages.
class Timeline {
 public:
  // Both days are of the period, in UTC.
  Timeline(const people::Company& company, Days first_day, Days last_day);

  [[nodiscard]] UnixSeconds begin() const noexcept { return begin_; }
  [[nodiscard]] UnixSeconds end() const noexcept { return end_; }

  // An instant from the `slice`-th of `slices` equal shares of the traffic.
  [[nodiscard]] UnixSeconds draw(std::uint64_t slice, std::uint64_t slices,
                                 rng::Stream& stream) const noexcept;
  // How many of `messages`, in the order of time, begin their conversation before midnight (UTC) of
  // a day, rounded down: all of them from the day after the period on.
  [[nodiscard]] std::uint64_t messages_before(Days day, std::uint64_t messages) const noexcept;
  // The share that the instant belongs to.
  [[nodiscard]] std::uint64_t slice_of(UnixSeconds at, std::uint64_t slices) const noexcept;
  // The site at which somebody writes at that instant: by its people and its hour of the day.
  [[nodiscard]] people::SiteId draw_site(UnixSeconds at, rng::Stream& stream) const noexcept;

 private:
  [[nodiscard]] std::uint64_t weight(std::size_t site, UnixSeconds at) const noexcept;

  const people::Company* company_;
  UnixSeconds begin_;
  UnixSeconds end_;
  std::vector<std::uint32_t> staff_;  // Employees of each site.
  std::vector<std::uint64_t>
      cumulative_;  // Traffic before each hour; one more than there are hours.
};

}  // namespace haymaker::threads
