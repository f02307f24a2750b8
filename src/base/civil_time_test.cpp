#include "base/civil_time.h"

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <string>
#include <string_view>

namespace haymaker {
namespace {

TEST(CivilDate, AgreesWithTheStandardLibraryOnEveryDayFrom1900To2100) {
  using std::chrono::sys_days;
  constexpr sys_days kFirst = std::chrono::year{1900} / 1 / 1;
  constexpr sys_days kEnd = std::chrono::year{2101} / 1 / 1;
  for (sys_days day = kFirst; day < kEnd; day += std::chrono::days{1}) {
    const std::chrono::year_month_day theirs{day};
    const auto days = static_cast<Days>(day.time_since_epoch().count());
    const CivilDate ours = civil_from_days(days);
    ASSERT_EQ(ours.year, static_cast<int>(theirs.year()));
    ASSERT_EQ(ours.month, static_cast<int>(static_cast<unsigned>(theirs.month())));
    ASSERT_EQ(ours.day, static_cast<int>(static_cast<unsigned>(theirs.day())));
    ASSERT_EQ(days_from_civil(ours), days);
    ASSERT_EQ(weekday_from_days(days), static_cast<int>(std::chrono::weekday{day}.c_encoding()));
  }
}

TEST(CivilDate, KnowsWeekdaysFromTheCalendarOnTheWall) {
  struct Case {
    CivilDate date;
    Days days;
    std::string_view weekday;
  };
  constexpr std::array<Case, 6> kCases = {{{{1900, 1, 1}, -25'567, "Monday"},
                                           {{1969, 12, 31}, -1, "Wednesday"},
                                           {{1970, 1, 1}, 0, "Thursday"},
                                           {{2000, 1, 1}, 10'957, "Saturday"},
                                           {{2024, 2, 29}, 19'782, "Thursday"},
                                           {{2100, 3, 1}, 47'541, "Monday"}}};
  for (const Case& c : kCases) {
    EXPECT_EQ(days_from_civil(c.date), c.days);
    EXPECT_EQ(weekday_name(weekday_from_days(c.days)), c.weekday);
  }
}

TEST(CivilDate, WorksBeforeTheCommonEra) {
  for (Days days = -800'000; days < -690'000; days += 7) {
    ASSERT_EQ(days_from_civil(civil_from_days(days)), days);
  }
  EXPECT_EQ(civil_from_days(-719'528), (CivilDate{0, 1, 1}));
}

TEST(CivilTime, RoundsInstantsBefore1970TowardsThePast) {
  EXPECT_EQ(days_from_seconds(-1), -1);
  EXPECT_EQ(days_from_seconds(-86'400), -1);
  EXPECT_EQ(days_from_seconds(-86'401), -2);
  EXPECT_EQ(civil_time(-1, 0), (CivilTime{{1969, 12, 31}, 23, 59, 59, 3}));
}

TEST(CivilTime, CarriesTheOffsetOverMidnightAndNewYear) {
  constexpr UnixSeconds kNewYear = 1'735'689'600;  // 2025-01-01T00:00:00Z
  EXPECT_EQ(civil_time(kNewYear, -60), (CivilTime{{2024, 12, 31}, 23, 0, 0, 2}));
  EXPECT_EQ(civil_time(kNewYear - 1, 345), (CivilTime{{2025, 1, 1}, 5, 44, 59, 3}));
}

std::string rfc5322(UnixSeconds seconds, int offset_minutes) {
  Buffer out;
  append_rfc5322_date(seconds, offset_minutes, out);
  return std::string(out.view());
}

// The first two are the RFC's own examples (appendices A.1.1 and A.5); the seconds of all are by
// Python's email.utils.
TEST(Rfc5322Date, WritesTheExamplesOfTheStandard) {
  EXPECT_EQ(rfc5322(880'127'706, -360), "Fri, 21 Nov 1997 09:55:06 -0600");
  EXPECT_EQ(rfc5322(-27'723'480, -210), "Thu, 13 Feb 1969 23:32:00 -0330");
}

TEST(Rfc5322Date, WritesLeapDaysAndFarOffsets) {
  EXPECT_EQ(rfc5322(1'709'230'499, 345), "Thu, 29 Feb 2024 23:59:59 +0545");
  EXPECT_EQ(rfc5322(946'638'000, 780), "Sat, 01 Jan 2000 00:00:00 +1300");
  EXPECT_EQ(rfc5322(0, 0), "Thu, 01 Jan 1970 00:00:00 +0000");
}

TEST(IsoTime, WritesUniversalTime) {
  const auto iso = [](UnixSeconds seconds) {
    Buffer out;
    append_iso_time(seconds, out);
    return std::string(out.view());
  };
  EXPECT_EQ(iso(851'042'397), "1996-12-20T00:39:57Z");  // RFC 3339 section 5.8.
  EXPECT_EQ(iso(2'147'483'648), "2038-01-19T03:14:08Z");
  EXPECT_EQ(iso(-1), "1969-12-31T23:59:59Z");
}

TEST(ParseIsoDate, ReadsDays) {
  EXPECT_EQ(parse_iso_date("1970-01-01"), Days{0});
  EXPECT_EQ(parse_iso_date("2024-02-29"), Days{19'782});
  EXPECT_EQ(parse_iso_date("1900-01-01"), Days{-25'567});
}

TEST(ParseIsoDate, RejectsWhatIsNotADayOfTheCalendar) {
  constexpr std::array<std::string_view, 20> kWrong = {
      "",           "2025",       "2025-3-05",   "2025-03-5",   "2025-13-01",
      "2025-00-10", "2025-04-31", "2025-02-29",  "1900-02-29",  "2025-01-00",
      "2025/01/01", "20250101",   "2025-01-01Z", " 2025-01-01", "-025-01-01",
      "2025--1-01", "2025-01--1", "2025-+1-01",  "2025- 1-01",  "yyyy-mm-dd"};
  for (const std::string_view text : kWrong) {
    const auto days = parse_iso_date(text);
    ASSERT_FALSE(days.has_value()) << text;
    EXPECT_EQ(days.error().code, ErrorCode::bad_input);
  }
}

TEST(Names, AreEnglish) {
  EXPECT_EQ(weekday_name(0), "Sunday");
  EXPECT_EQ(weekday_name(6), "Saturday");
  EXPECT_EQ(month_name(1), "January");
  EXPECT_EQ(month_name(12), "December");
}

}  // namespace
}  // namespace haymaker
