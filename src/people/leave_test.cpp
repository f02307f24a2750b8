#include "people/leave.h"

#include <gtest/gtest.h>

#include "base/hash.h"

namespace haymaker::people {

namespace {

const Days kFirst = days_from_civil({2025, 1, 1});
const Days kLast = days_from_civil({2025, 12, 31});
constexpr std::uint64_t kPeople = 2'000;

bool is_working_day(Days day) {
  const int weekday = weekday_from_days(day);
  return weekday != 0 && weekday != 6;
}

// Per cent of the people who are away on the working days of a month.
double away_in(int month) {
  std::uint64_t away = 0;
  std::uint64_t days = 0;
  for (Days day = kFirst; day <= kLast; ++day) {
    if (!is_working_day(day) || civil_from_days(day).month != month) continue;
    ++days;
    for (std::uint64_t person = 0; person < kPeople; ++person)
      away += leave_on(mix64(person), day) ? 1U : 0U;
  }
  return 100.0 * static_cast<double>(away) / static_cast<double>(days * kPeople);
}

TEST(Leave, TakesTwentySevenWorkingDaysAYear) {
  std::uint64_t days = 0;
  for (std::uint64_t person = 0; person < kPeople; ++person)
    for (Days day = kFirst; day <= kLast; ++day)
      days += is_working_day(day) && leave_on(mix64(person), day) ? 1U : 0U;
  EXPECT_NEAR(static_cast<double>(days) / kPeople, 27, 1);
}

TEST(Leave, IsTakenInSummerMostOfAll) {
  EXPECT_GT(away_in(8), 2 * away_in(3));
  EXPECT_GT(away_in(12), away_in(3));
}

TEST(Leave, IsTheSameOneOnEachOfItsDaysButForALeaveThatItContinues) {
  for (std::uint64_t person = 0; person < 200; ++person) {
    for (Days day = kFirst; day <= kLast; ++day) {
      const auto leave = leave_on(person, day);
      if (!leave) continue;
      ASSERT_LE(leave->first, day);
      ASSERT_GT(leave->back, day);
      ASSERT_LE(leave->back - leave->first, 28);
      ASSERT_TRUE(is_working_day(leave->first));
      ASSERT_TRUE(is_working_day(leave->back));
      for (Days other = leave->first; other < day; ++other)
        ASSERT_EQ(leave_on(person, other)->back, leave->back);
      ASSERT_FALSE(leave_on(person, leave->back)) << "back on a day of leave";
    }
  }
}

TEST(Leave, IsKnownForDaysBeforeTheEpochToo) {
  std::uint64_t days = 0;
  for (std::uint64_t person = 0; person < kPeople; ++person)
    for (Days day = -1'000; day < -900; ++day) days += leave_on(mix64(person), day) ? 1U : 0U;
  EXPECT_GT(days, 0);
}

}  // namespace

}  // namespace haymaker::people
