#include "mime/date_text.h"

#include <cstring>

#include "mime/pen.h"

namespace haymaker::mime {

namespace {

// Where the parts lie in "Wed, 05 Mar 2025 09:14:07 +0000".
constexpr std::size_t kDay = 5;
constexpr std::size_t kMonth = 8;
constexpr std::size_t kYear = 12;
constexpr std::size_t kTime = 17;
constexpr std::size_t kZone = 26;

void set_pair(char* at, int value) {
  write_pair(at, kDecimalPairs.data(), static_cast<std::uint64_t>(value));
}

}  // namespace

DateText::DateText(UnixSeconds at, int offset_minutes) noexcept
    : at_(at), offset_minutes_(offset_minutes) {
  const CivilTime time = civil_time(at, offset_minutes);
  std::memcpy(text_.data(), "Www, 00 Mmm 0000 00:00:00 +0000", kBound);
  std::memcpy(text_.data(), weekday_name(time.weekday).data(), 3);
  set_pair(text_.data() + kDay, time.date.day);
  std::memcpy(text_.data() + kMonth, month_name(time.date.month).data(), 3);
  set_pair(text_.data() + kYear, time.date.year / 100);
  set_pair(text_.data() + kYear + 2, time.date.year % 100);
  const int distance = offset_minutes < 0 ? -offset_minutes : offset_minutes;
  if (offset_minutes < 0) text_[kZone] = '-';
  set_pair(text_.data() + kZone + 1, distance / 60);
  set_pair(text_.data() + kZone + 3, distance % 60);
  set_time((time.hour * 60 + time.minute) * 60 + time.second);
}

DateText DateText::later(int seconds) const noexcept {
  const int second_of_day = second_of_day_ + seconds;
  if (second_of_day >= kSecondsPerDay) return DateText(at_ + seconds, offset_minutes_);
  DateText moved = *this;
  moved.at_ += seconds;
  moved.set_time(second_of_day);
  return moved;
}

void DateText::set_time(int second_of_day) noexcept {
  second_of_day_ = second_of_day;
  set_pair(text_.data() + kTime, second_of_day / 3600);
  set_pair(text_.data() + kTime + 3, second_of_day / 60 % 60);
  set_pair(text_.data() + kTime + 6, second_of_day % 60);
}

int pacific_offset_minutes(UnixSeconds at) noexcept {
  constexpr int kStandard = -8 * 60;
  const int year = civil_from_days(days_from_seconds(at)).year;
  const auto sunday_on_or_after = [](CivilDate date) {
    const Days day = days_from_civil(date);
    return day + (7 - weekday_from_days(day)) % 7;
  };
  const UnixSeconds begins = sunday_on_or_after({year, 3, 8}) * kSecondsPerDay + 10 * 3600;
  const UnixSeconds ends = sunday_on_or_after({year, 11, 1}) * kSecondsPerDay + 9 * 3600;
  return at >= begins && at < ends ? kStandard + 60 : kStandard;
}

}  // namespace haymaker::mime
