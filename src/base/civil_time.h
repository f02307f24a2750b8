#pragma once

// Dates of the proleptic Gregorian calendar and seconds since 1970-01-01T00:00:00Z, without leap
// seconds. Pure arithmetic (Hinnant, "chrono-Compatible Low-Level Date Algorithms"): no zone data
// base, no clock.

#include <cstdint>
#include <expected>
#include <string_view>

#include "base/buffer.h"
#include "base/error.h"

namespace haymaker {

using UnixSeconds = std::int64_t;  // Seconds since 1970-01-01T00:00:00Z.
using Days = std::int32_t;         // Days since 1970-01-01.

inline constexpr UnixSeconds kSecondsPerDay = 86'400;

struct CivilDate {
  int year = 1970;
  int month = 1;  // 1 .. 12
  int day = 1;    // 1 .. 31
  friend bool operator==(CivilDate, CivilDate) = default;
};

struct CivilTime {
  CivilDate date;
  int hour = 0;
  int minute = 0;
  int second = 0;
  int weekday = 4;  // 0 is Sunday.
  friend bool operator==(const CivilTime&, const CivilTime&) = default;
};

Days days_from_civil(CivilDate date) noexcept;
CivilDate civil_from_days(Days days) noexcept;
// 0 is Sunday.
constexpr int weekday_from_days(Days days) noexcept {
  return days >= -4 ? (days + 4) % 7 : (days + 5) % 7 + 6;
}
// The day that holds the instant, rounding towards minus infinity.
constexpr Days days_from_seconds(UnixSeconds seconds) noexcept {
  const UnixSeconds floored = seconds >= 0 ? seconds : seconds - (kSecondsPerDay - 1);
  return static_cast<Days>(floored / kSecondsPerDay);
}
// The wall clock at `offset_minutes` east of Greenwich.
CivilTime civil_time(UnixSeconds seconds, int offset_minutes) noexcept;

std::string_view weekday_name(int weekday) noexcept;  // "Sunday"
std::string_view month_name(int month) noexcept;      // 1 is "January"

// "Wed, 05 Mar 2025 09:14:07 +0000" (RFC 5322 section 3.3).
void append_rfc5322_date(UnixSeconds seconds, int offset_minutes, Buffer& out);
// "2025-03-05T09:14:07Z" (RFC 3339).
void append_iso_time(UnixSeconds seconds, Buffer& out);
// "2025-03-05" to days; bad_input for anything else, a day that the month does not have included.
std::expected<Days, Error> parse_iso_date(std::string_view text);

}  // namespace haymaker
