#include "base/civil_time.h"

#include <array>
#include <charconv>

#include "base/append.h"

namespace haymaker {

namespace {

constexpr std::array<std::string_view, 7> kWeekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                       "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

bool parse_digits(std::string_view text, int& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() && text.front() != '-';
}

}  // namespace

Days days_from_civil(CivilDate date) noexcept {
  const int year = date.month <= 2 ? date.year - 1 : date.year;
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int year_of_era = year - era * 400;
  const int month_from_march = (date.month + 9) % 12;
  const int day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146'097 + day_of_era - 719'468;
}

// Neri and Schneider, "Euclidean affine functions and their application to calendar algorithms"
// (2023): divisions by constants on unsigned numbers, years from 1 March, and one multiplication
// that gives both the year of the century and the day of it.
CivilDate civil_from_days(Days days) noexcept {
  constexpr std::uint32_t kCycles = 82;  // Of 400 years, which make all days positive.
  constexpr std::uint32_t kShift = 719'468 + 146'097 * kCycles;
  const std::uint32_t quarters = 4 * (static_cast<std::uint32_t>(days) + kShift) + 3;
  const std::uint32_t century = quarters / 146'097;
  const std::uint64_t scaled = std::uint64_t{2'939'745} * (quarters % 146'097 | 3);
  const auto year_of_century = static_cast<std::uint32_t>(scaled >> 32);
  const std::uint32_t day_of_year = static_cast<std::uint32_t>(scaled) / 2'939'745 / 4;
  const std::uint32_t month_and_day = 2'141 * day_of_year + 197'913;
  const bool next_year = day_of_year >= 306;  // January or February.
  return {static_cast<int>(100 * century + year_of_century - 400 * kCycles) + (next_year ? 1 : 0),
          static_cast<int>(month_and_day >> 16) - (next_year ? 12 : 0),
          static_cast<int>((month_and_day & 0xFFFF) / 2'141) + 1};
}

CivilTime civil_time(UnixSeconds seconds, int offset_minutes) noexcept {
  const UnixSeconds local = seconds + UnixSeconds{offset_minutes} * 60;
  const Days days = days_from_seconds(local);
  const int second_of_day = static_cast<int>(local - UnixSeconds{days} * kSecondsPerDay);
  return {civil_from_days(days), second_of_day / 3600, second_of_day / 60 % 60, second_of_day % 60,
          weekday_from_days(days)};
}

std::string_view weekday_name(int weekday) noexcept {
  return kWeekdays[static_cast<std::size_t>(weekday)];
}

std::string_view month_name(int month) noexcept {
  return kMonths[static_cast<std::size_t>(month - 1)];
}

void append_rfc5322_date(UnixSeconds seconds, int offset_minutes, Buffer& out) {
  const CivilTime time = civil_time(seconds, offset_minutes);
  out.append(weekday_name(time.weekday).substr(0, 3));
  out.append(", ");
  append_padded(static_cast<std::uint64_t>(time.date.day), 2, out);
  out.append(' ');
  out.append(month_name(time.date.month).substr(0, 3));
  out.append(' ');
  append_padded(static_cast<std::uint64_t>(time.date.year), 4, out);
  out.append(' ');
  append_padded(static_cast<std::uint64_t>(time.hour), 2, out);
  out.append(':');
  append_padded(static_cast<std::uint64_t>(time.minute), 2, out);
  out.append(':');
  append_padded(static_cast<std::uint64_t>(time.second), 2, out);
  out.append(offset_minutes < 0 ? " -" : " +");
  const auto distance =
      static_cast<std::uint64_t>(offset_minutes < 0 ? -offset_minutes : offset_minutes);
  append_padded(distance / 60, 2, out);
  append_padded(distance % 60, 2, out);
}

void append_iso_time(UnixSeconds seconds, Buffer& out) {
  const CivilTime time = civil_time(seconds, 0);
  append_padded(static_cast<std::uint64_t>(time.date.year), 4, out);
  out.append('-');
  append_padded(static_cast<std::uint64_t>(time.date.month), 2, out);
  out.append('-');
  append_padded(static_cast<std::uint64_t>(time.date.day), 2, out);
  out.append('T');
  append_padded(static_cast<std::uint64_t>(time.hour), 2, out);
  out.append(':');
  append_padded(static_cast<std::uint64_t>(time.minute), 2, out);
  out.append(':');
  append_padded(static_cast<std::uint64_t>(time.second), 2, out);
  out.append('Z');
}

std::expected<Days, Error> parse_iso_date(std::string_view text) {
  CivilDate date;
  const bool shaped = text.size() == 10 && text[4] == '-' && text[7] == '-' &&
                      parse_digits(text.substr(0, 4), date.year) &&
                      parse_digits(text.substr(5, 2), date.month) &&
                      parse_digits(text.substr(8, 2), date.day);
  if (shaped && date.month >= 1 && date.month <= 12 && date.day >= 1) {
    const Days days = days_from_civil(date);
    if (civil_from_days(days) == date) return days;
  }
  return std::unexpected(Error{ErrorCode::bad_input, "is not a date such as 2025-03-05", ""});
}

}  // namespace haymaker
