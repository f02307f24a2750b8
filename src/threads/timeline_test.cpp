#include "threads/timeline.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace haymaker::threads {

namespace {

// 2025-01-06, a Monday, to 2025-01-19, a Sunday: two weeks without a holiday.
constexpr Days kMonday = 20'094;
constexpr Days kSunday = kMonday + 13;

class TimelineOfTwoWeeks : public testing::Test {
 protected:
  people::Company company_ =
      people::Company::compile({.employees = 500}, rng::Key::root(1), kMonday, kSunday).value();
  Timeline timeline_{company_, kMonday, kSunday};
  rng::Stream stream_{rng::Key::root(2)};
};

TEST_F(TimelineOfTwoWeeks, RunsFromTheFirstSecondOfTheFirstDayToTheLastOfTheLast) {
  EXPECT_EQ(timeline_.begin(), 1'736'121'600);  // 2025-01-06T00:00:00Z
  EXPECT_EQ(timeline_.end(), 1'737'331'200);    // 2025-01-20T00:00:00Z
}

TEST_F(TimelineOfTwoWeeks, FindsTheSliceOfAnInstantToTheSecond) {
  constexpr std::uint64_t kSlices = 16;
  for (std::uint64_t slice = 0; slice < kSlices; ++slice) {
    for (int i = 0; i < 1'000; ++i) {
      const UnixSeconds at = timeline_.draw(slice, kSlices, stream_);
      // Instants are whole seconds, so that the first of a slice may begin in the one before.
      ASSERT_LE(timeline_.slice_of(at, kSlices), slice);
      ASSERT_GE(timeline_.slice_of(std::min(at + 1, timeline_.end() - 1), kSlices), slice);
    }
  }
}

TEST_F(TimelineOfTwoWeeks, CutsTheTrafficIntoSlicesThatFollowEachOther) {
  constexpr std::uint64_t kSlices = 16;
  UnixSeconds latest = timeline_.begin();
  for (std::uint64_t slice = 0; slice < kSlices; ++slice) {
    UnixSeconds next = latest;
    for (int i = 0; i < 1'000; ++i) {
      const UnixSeconds at = timeline_.draw(slice, kSlices, stream_);
      ASSERT_GE(at, latest);
      ASSERT_LT(at, timeline_.end());
      next = std::max(next, at);
    }
    latest = next;
  }
}

TEST_F(TimelineOfTwoWeeks, HasHalfOfTheTrafficInTheFirstOfTwoEqualWeeks) {
  // The sites' weeks do not begin at the same instant.
  constexpr UnixSeconds kHalfADay = kSecondsPerDay / 2;
  const UnixSeconds second_week = timeline_.begin() + 7 * kSecondsPerDay;
  for (int i = 0; i < 1'000; ++i) {
    ASSERT_LT(timeline_.draw(0, 2, stream_), second_week + kHalfADay);
    ASSERT_GE(timeline_.draw(1, 2, stream_), second_week - kHalfADay);
  }
}

TEST_F(TimelineOfTwoWeeks, SharesOutAllMessagesOverItsDays) {
  constexpr std::uint64_t kMessages = 1'000'003;
  EXPECT_EQ(timeline_.messages_before(kMonday - 1, kMessages), 0);
  EXPECT_EQ(timeline_.messages_before(kMonday, kMessages), 0);
  EXPECT_EQ(timeline_.messages_before(kSunday + 1, kMessages), kMessages);
  EXPECT_EQ(timeline_.messages_before(kSunday + 9, kMessages), kMessages);
  for (Days day = kMonday; day <= kSunday; ++day) {
    const std::uint64_t of_day =
        timeline_.messages_before(day + 1, kMessages) - timeline_.messages_before(day, kMessages);
    const int weekday = weekday_from_days(day);
    const bool weekend = weekday == 0 || weekday == 6;
    EXPECT_EQ(of_day > kMessages / 20, !weekend) << day;
  }
}

TEST_F(TimelineOfTwoWeeks, SendsLittleAtTheWeekend) {
  constexpr int kDraws = 20'000;
  int weekend = 0;
  for (int i = 0; i < kDraws; ++i) {
    const int weekday = weekday_from_days(days_from_seconds(timeline_.draw(0, 1, stream_)));
    weekend += weekday == 0 || weekday == 6 ? 1 : 0;
  }
  EXPECT_NEAR(100.0 * weekend / kDraws, 4.2, 0.8);
}

TEST_F(TimelineOfTwoWeeks, WritesWhereItIsDay) {
  const UnixSeconds three_at_night_in_new_york = timeline_.begin() + 8 * 3'600;
  int new_york = 0;
  for (int i = 0; i < 1'000; ++i) {
    const people::SiteId site = timeline_.draw_site(three_at_night_in_new_york, stream_);
    new_york += company_.sites()[value(site)].city() == "New York" ? 1 : 0;
  }
  EXPECT_LT(new_york, 20);
}

}  // namespace

}  // namespace haymaker::threads
