#include "people/leave.h"

#include "base/hash.h"

namespace haymaker::people {

namespace {

// Time is cut into months of four weeks, each from a Monday on, with at most one leave that lies
// in it whole.
constexpr Days kWeek = 7;
constexpr Days kMonth = 4 * kWeek;
constexpr Days kFirstMonday = -3;  // 1969-12-29.

// Of 1,000 people, in one such month: those who take two weeks, one week, or a long weekend.
struct Habit {
  std::uint32_t fortnight;
  std::uint32_t week;
  std::uint32_t weekend;
};
constexpr Habit kUsual = {50, 105, 200};
constexpr Habit kHighSummer = {260, 170, 120};
constexpr Habit kChristmas = {120, 260, 120};

Habit habit_in(int month) noexcept {
  if (month == 7 || month == 8) return kHighSummer;
  return month == 12 ? kChristmas : kUsual;
}

Days floor_to_month(Days day) noexcept {
  const Days since = day - kFirstMonday;
  const Days months = since >= 0 ? since / kMonth : -((kMonth - 1 - since) / kMonth);
  return kFirstMonday + months * kMonth;
}

std::optional<Leave> leave_of_month(std::uint64_t key, Days monday) noexcept {
  const std::uint64_t draw = mix64(key + static_cast<std::uint64_t>(monday) * 0x9E3779B97F4A7C15U);
  const auto rank = static_cast<std::uint32_t>((draw & 0xFFFFFFFF) % 1'000);
  if (rank >= kHighSummer.fortnight + kHighSummer.week + kHighSummer.weekend) return std::nullopt;
  const Habit habit = habit_in(civil_from_days(monday + kMonth / 2).month);
  const auto place = static_cast<Days>((draw >> 32) & 0xFFFF);
  if (rank < habit.fortnight) {
    const Days first = monday + place % 3 * kWeek;
    return Leave{first, first + 2 * kWeek};
  }
  if (rank < habit.fortnight + habit.week) {
    const Days first = monday + place % 4 * kWeek;
    return Leave{first, first + kWeek};
  }
  if (rank < habit.fortnight + habit.week + habit.weekend) {
    // From a Thursday or a Friday until Tuesday.
    constexpr Days kFriday = 4;
    const Days friday = monday + place % 3 * kWeek + kFriday;
    return Leave{friday - (place >> 8) % 2, friday + 4};
  }
  return std::nullopt;
}

bool takes_in(const std::optional<Leave>& leave, Days day) noexcept {
  return leave && leave->first <= day && day < leave->back;
}

}  // namespace

bool is_on_leave(std::uint64_t key, Days day) noexcept {
  return takes_in(leave_of_month(key, floor_to_month(day)), day);
}

std::optional<Leave> leave_on(std::uint64_t key, Days day) noexcept {
  const Days monday = floor_to_month(day);
  std::optional<Leave> leave = leave_of_month(key, monday);
  if (!takes_in(leave, day)) return std::nullopt;
  // Two leaves that meet at the turn of two months are one.
  if (leave->back == monday + kMonth) {
    const std::optional<Leave> next = leave_of_month(key, leave->back);
    if (next && next->first == leave->back) leave->back = next->back;
  }
  return leave;
}

}  // namespace haymaker::people
