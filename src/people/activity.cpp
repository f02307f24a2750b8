#include "people/activity.h"

#include <algorithm>
#include <array>

#include "rng/quantiles.h"

namespace haymaker::people {

namespace {

// exp(0.9 z) at z = -2.58, -1.64, -1.04, -0.67, 0, 0.67, 1.04, 1.64, 2.33, 3.09, in percent.
constexpr std::array<rng::QuantilePoint, 12> kVolume = {{{0, 4},
                                                         {328, 10},
                                                         {3'277, 23},
                                                         {9'830, 39},
                                                         {16'384, 55},
                                                         {32'768, 100},
                                                         {49'152, 183},
                                                         {55'706, 255},
                                                         {62'259, 438},
                                                         {64'881, 811},
                                                         {65'470, 1'614},
                                                         {65'536, 3'000}}};

constexpr std::array<std::uint32_t, 6> kBySeniority = {80, 100, 115, 150, 160, 130};

}  // namespace

std::uint32_t draw_activity(Seniority seniority, std::uint32_t department_percent,
                            rng::Stream& stream) noexcept {
  const auto volume = static_cast<std::uint32_t>(rng::Quantiles(kVolume).draw(stream));
  const std::uint32_t role = kBySeniority[static_cast<std::size_t>(seniority)];
  return std::max(1U, volume * role * department_percent / 10'000);
}

MailClient draw_client(Seniority seniority, rng::Stream& stream) noexcept {
  const std::uint32_t mobile = seniority >= Seniority::lead ? 18 : 12;
  const std::uint32_t rank = stream.below(100);
  if (rank < mobile) return MailClient::iphone;
  if (rank < mobile + 3) return MailClient::apple_mail;
  return rank < mobile + 36 ? MailClient::outlook_desktop : MailClient::exchange_online;
}

MailClient draw_outside_client(bool google, rng::Stream& stream) noexcept {
  const std::uint32_t rank = stream.below(100);
  if (rank < 10) return MailClient::iphone;
  if (rank < 16) return MailClient::apple_mail;
  if (google) return MailClient::gmail;
  return rank < 52 ? MailClient::outlook_desktop : MailClient::exchange_online;
}

std::string_view draw_language(std::string_view locale, const Site& site,
                               rng::Stream& stream) noexcept {
  constexpr std::uint32_t kOwnTonguePercent = 60;
  const bool is_own = !site.speaks().empty() && site.speaks().substr(0, 2) == locale.substr(0, 2);
  if (is_own && stream.chance(kOwnTonguePercent, 100)) return site.speaks();
  return site.british() ? "en-GB" : "en-US";
}

}  // namespace haymaker::people
