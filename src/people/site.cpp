#include "people/site.h"

#include <algorithm>

namespace haymaker::people {

namespace {

// Local hours of a working day in parts of 10,000; 19 to 22 and 23 to 6 share 250 and 50.
constexpr std::array<std::uint32_t, 24> kHours = {8,   4,    3,    3,    3,   6,   8,    300,
                                                  800, 1150, 1150, 1050, 700, 800, 1000, 1000,
                                                  900, 600,  250,  90,   70,  55,  35,   15};

// Sunday first, in thousandths (Enron 2001; they add to 1,001 as published).
constexpr std::array<std::uint32_t, 7> kWeekdays = {28, 203, 207, 199, 185, 165, 14};

constexpr std::uint32_t kOrdinaryDay = 10;
constexpr std::uint32_t kHoliday = 1;
constexpr std::uint32_t kMonthEnd = 12;
constexpr std::uint32_t kQuarterEnd = 13;
constexpr int kMonthEndDays = 3;
constexpr int kEarlyHours = 2;

// The day's profile, moved by the opening hour, with a part of the people earlier than the rest.
// Rounding is of the running sum, so that the day keeps its total.
std::array<std::uint32_t, 24> hours_of(int later, std::uint32_t early_percent) {
  std::array<std::uint32_t, 24> hours{};
  std::uint32_t sum = 0;
  std::uint32_t given = 0;
  for (int hour = 0; hour < 24; ++hour) {
    const auto usual = static_cast<std::size_t>((hour - later + 24) % 24);
    const auto early = static_cast<std::size_t>((hour - later + kEarlyHours + 24) % 24);
    sum += kHours[usual] * (100 - early_percent) + kHours[early] * early_percent;
    hours[static_cast<std::size_t>(hour)] = sum / 100 - given;
    given = sum / 100;
  }
  return hours;
}

std::uint32_t factor_of(Days day, bool holiday) {
  if (holiday) return kHoliday;
  const int month = civil_from_days(day).month;
  if (civil_from_days(day + kMonthEndDays).month == month) return kOrdinaryDay;
  return month % 3 == 0 ? kQuarterEnd : kMonthEnd;
}

std::uint32_t weight_of(Days day, bool holiday) {
  return kWeekdays[static_cast<std::size_t>(weekday_from_days(day))] * factor_of(day, holiday);
}

}  // namespace

Site::Site(const SiteFacts& facts)
    : city_(facts.city),
      country_(facts.country),
      zone_(facts.zone),
      address_(facts.address),
      telephone_(facts.telephone),
      british_(facts.british),
      speaks_(facts.speaks),
      transitions_(facts.transitions),
      hours_(hours_of(facts.opens_later_hours, facts.early_percent)),
      calendar_start_(days_from_civil({kFirstCalendarYear, 1, 1})) {
  days_.resize(place(days_from_civil({kLastCalendarYear + 1, 1, 1})));
  for (const Days day : facts.holidays) {
    if (place(day) < days_.size()) days_[place(day)].holiday = true;
  }
  std::size_t transition = 0;
  for (std::size_t i = 0; i < days_.size(); ++i) {
    const Days day = calendar_start_ + static_cast<Days>(i);
    while (transition + 1 < transitions_.size() &&
           transitions_[transition + 1].at <= UnixSeconds{day} * kSecondsPerDay)
      ++transition;
    days_[i].transition = static_cast<std::uint8_t>(transition);
    days_[i].weight = static_cast<std::uint16_t>(weight_of(day, days_[i].holiday));
  }
}

int Site::offset_minutes(UnixSeconds at) const noexcept {
  const std::size_t day = place(days_from_seconds(at));
  if (day >= days_.size()) [[unlikely]]
    return (at < transitions_.front().at ? transitions_.front() : transitions_.back())
        .offset_minutes;
  std::size_t transition = days_[day].transition;
  while (transition + 1 < transitions_.size() && transitions_[transition + 1].at <= at)
    ++transition;
  return transitions_[transition].offset_minutes;
}

bool Site::is_holiday(Days local_day) const noexcept {
  return place(local_day) < days_.size() && days_[place(local_day)].holiday;
}

std::uint32_t Site::day_weight(Days local_day) const noexcept {
  const std::size_t day = place(local_day);
  return day < days_.size() ? days_[day].weight : weight_of(local_day, false);
}

std::uint32_t Site::intensity(UnixSeconds at) const noexcept {
  const UnixSeconds local = at + UnixSeconds{60} * offset_minutes(at);
  const Days day = days_from_seconds(local);
  const UnixSeconds hour = (local - day * kSecondsPerDay) / 3600;
  return hours_[static_cast<std::size_t>(hour)] * day_weight(day);
}

}  // namespace haymaker::people
