#include "threads/reply_delay.h"

#include <array>

#include "rng/quantiles.h"

namespace haymaker::threads {

namespace {

// Seconds. Two lognormals laid over each other: quick answers around two minutes, the others around
// hours.
constexpr auto kDelays = std::to_array<rng::QuantilePoint>({{0, 18},
                                                            {3'277, 60},
                                                            {9'830, 140},
                                                            {16'384, 320},
                                                            {24'000, 900},
                                                            {34'000, 2'400},
                                                            {40'000, 5'000},
                                                            {47'000, 12'000},
                                                            {54'000, 34'000},
                                                            {59'500, 90'000},
                                                            {62'500, 190'000},
                                                            {64'800, 420'000},
                                                            {65'536, 1'000'000}});
constexpr rng::Quantiles kDelay{kDelays};

constexpr int kMorning = 7;
constexpr int kEvening = 20;

bool at_work(const CivilTime& local, const people::Site& site) {
  const bool weekend = local.weekday == 0 || local.weekday == 6;
  return !weekend && local.hour >= kMorning && local.hour < kEvening &&
         !site.is_holiday(days_from_civil(local.date));
}

}  // namespace

UnixSeconds draw_reply_time(UnixSeconds received, const people::Site& site,
                            rng::Stream& stream) noexcept {
  UnixSeconds at = received + kDelay.draw(stream);
  if (at_work(civil_time(at, site.offset_minutes(at)), site) || stream.chance(1, 12)) return at;
  // The next working morning, in the first two and a half hours of it; eight days hold one for
  // certain enough: past that, the answer is written on a holiday.
  for (int tries = 0; tries < 8; ++tries) {
    const int offset = site.offset_minutes(at);
    const CivilTime local = civil_time(at, offset);
    const UnixSeconds midnight =
        UnixSeconds{days_from_civil(local.date)} * kSecondsPerDay - UnixSeconds{offset} * 60;
    const bool before_work = local.hour < kMorning;
    const UnixSeconds morning = midnight + (before_work ? 0 : kSecondsPerDay) + kMorning * 3600;
    at = morning + stream.below(9'000);
    if (at_work(civil_time(at, site.offset_minutes(at)), site)) break;
  }
  return at;
}

}  // namespace haymaker::threads
