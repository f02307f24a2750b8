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

CivilDate civil_from_days(Days days) noexcept {
  const int shifted = days + 719'468;
  const int era = (shifted >= 0 ? shifted : shifted - 146'096) / 146'097;
  const int day_of_era = shifted - era * 146'097;
  const int year_of_era =
      (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int month_from_march = (5 * day_of_year + 2) / 153;
  const int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  const int year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  return {year, month, day_of_year - (153 * month_from_march + 2) / 5 + 1};
}

int weekday_from_days(Days days) noexcept {
  return days >= -4 ? (days + 4) % 7 : (days + 5) % 7 + 6;
}

Days days_from_seconds(UnixSeconds seconds) noexcept {
  const UnixSeconds floored = seconds >= 0 ? seconds : seconds - (kSecondsPerDay - 1);
  return static_cast<Days>(floored / kSecondsPerDay);
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
