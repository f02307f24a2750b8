#include "threads/reply_delay.h"

#include <algorithm>
#include <array>

#include "rng/quantiles.h"

namespace haymaker::threads {

namespace {

// Seconds. Two lognormals laid over each other: quick answers around two minutes, the others around
// hours.
constexpr auto kDelays = std::to_array<rng::QuantilePoint>({{0, 18},
                                                            {2'600, 60},
                                                            {6'500, 120},
                                                            {12'500, 180},
                                                            {18'500, 320},
                                                            {27'500, 900},
                                                            {40'300, 2'400},
                                                            {44'000, 5'000},
                                                            {48'500, 12'000},
                                                            {54'000, 34'000},
                                                            {59'500, 90'000},
                                                            {62'500, 190'000},
                                                            {64'800, 420'000},
                                                            {65'536, 1'000'000}});
constexpr rng::Quantiles kDelay{kDelays};

// In the units of Site::intensity(). An hour of a working day with 6 % of its mail, in which all
// that is read is answered; the least of a working day, and one of the middle of the week, on which
// all that waits is answered. On other days more is answered where there is more mail, but not in
// proportion: on a Saturday an eighth of what waits.
constexpr std::uint32_t kWakingHour = 1'100'000;
constexpr std::uint32_t kLeastWorkingDay = 10'000'000;
constexpr std::uint32_t kWorkingDay = 18'000'000;
constexpr std::uint32_t kAnyDay = 7'000'000;
constexpr std::uint32_t kBusyDay = 63'000'000;
constexpr std::size_t kHours = 24;
constexpr UnixSeconds kHour = 3'600;
constexpr int kMostDays = 16;

}  // namespace

UnixSeconds draw_reply_time(UnixSeconds received, const people::Site& site,
                            rng::Stream& stream) noexcept {
  const UnixSeconds at = received + kDelay.draw(stream);
  if (stream.below(kWakingHour) < site.intensity(at)) return at;
  // It waits for a day on which mail is answered, and there for an hour of the usual ones.
  UnixSeconds hour = at + kHour - (at + site.offset_minutes(at) * UnixSeconds{60}) % kHour;
  std::array<std::uint32_t, kHours> until{};
  for (int day = 0; day < kMostDays; ++day, hour += kSecondsPerDay) {
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < kHours; ++i)
      until[i] = sum += site.intensity(hour + static_cast<UnixSeconds>(i) * kHour);
    const bool worked_on = sum >= kLeastWorkingDay
                               ? stream.below(kWorkingDay) < sum
                               : sum > 0 && stream.below(kBusyDay) < sum + kAnyDay;
    if (worked_on) {
      const auto drawn = std::ranges::upper_bound(until, stream.below(sum)) - until.begin();
      return hour + drawn * kHour + stream.below(kHour);
    }
  }
  return at;
}

}  // namespace haymaker::threads
