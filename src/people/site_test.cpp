#include "people/site.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <map>
#include <string>

#include "people/site_rules.h"

namespace haymaker::people {

namespace {

Site site_of(std::string_view city) {
  std::vector<SiteRule> rules = site_rules();
  add_calendars(rules);
  for (const SiteRule& rule : rules) {
    if (rule.facts.city == city) return Site(rule.facts);
  }
  ADD_FAILURE() << city;
  return Site(rules.front().facts);
}

UnixSeconds instant(CivilDate date, int hour, int minute = 0, int second = 0) {
  return days_from_civil(date) * kSecondsPerDay + hour * 3600 + minute * 60 + second;
}

TEST(Site, ChangesItsOffsetInTheSecondInWhichTheLawDoes) {
  struct Case {
    std::string_view city;
    UnixSeconds at;
    int before;
    int after;
  };
  const Case cases[] = {
      {"London", instant({2025, 3, 30}, 1), 0, 60},
      {"London", instant({2025, 10, 26}, 1), 60, 0},
      {"New York", instant({2025, 3, 9}, 7), -300, -240},
      {"New York", instant({2025, 11, 2}, 6), -240, -300},
      {"Frankfurt", instant({2030, 3, 31}, 1), 60, 120},
      {"Sydney", instant({2025, 4, 5}, 16), 660, 600},
      // The last summer time of Brazil.
      {"Sao Paulo", instant({2019, 2, 17}, 2), -120, -180},
  };
  for (const auto& [city, at, before, after] : cases) {
    const Site site = site_of(city);
    EXPECT_EQ(site.offset_minutes(at - 1), before) << city;
    EXPECT_EQ(site.offset_minutes(at), after) << city;
  }
  EXPECT_EQ(site_of("Mumbai").offset_minutes(instant({2025, 7, 1}, 12)), 330);
  EXPECT_EQ(site_of("Tokyo").offset_minutes(instant({2025, 7, 1}, 12)), 540);
}

TEST(Site, AgreesWithTheSystemsZonesInEachHourOfTwentyOneYears) {
  if (!std::filesystem::exists("/usr/share/zoneinfo/Europe/London")) {
    GTEST_SKIP() << "no time zones on this machine";
  }
  std::vector<SiteRule> rules = site_rules();
  add_calendars(rules);
  for (const SiteRule& rule : rules) {
    const Site site(rule.facts);
    setenv("TZ", std::string(site.zone()).c_str(), 1);
    tzset();
    int wrong = 0;
    for (UnixSeconds at = instant({kFirstCalendarYear, 1, 1}, 0);
         at < instant({kLastCalendarYear + 1, 1, 1}, 0); at += 3600) {
      std::tm local{};
      localtime_r(&at, &local);
      wrong += site.offset_minutes(at) != static_cast<int>(local.tm_gmtoff / 60) ? 1 : 0;
    }
    EXPECT_EQ(wrong, 0) << site.zone();
  }
  unsetenv("TZ");
  tzset();
}

TEST(Site, KnowsTheHolidaysOfItsCountryAndRegion) {
  const std::pair<std::string_view, CivilDate> holidays[] = {
      {"London", {2025, 12, 25}},   {"London", {2025, 4, 18}},    {"London", {2022, 9, 19}},
      {"London", {2023, 5, 8}},     {"London", {2026, 12, 28}},   {"Frankfurt", {2025, 10, 3}},
      {"New York", {2025, 7, 4}},   {"New York", {2025, 11, 27}}, {"New York", {2026, 7, 3}},
      {"Paris", {2025, 7, 14}},     {"Zurich", {2025, 8, 1}},     {"Singapore", {2025, 8, 9}},
      {"Tokyo", {2025, 5, 5}},      {"Hong Kong", {2025, 7, 1}},  {"Mumbai", {2025, 8, 15}},
      {"Mumbai", {2025, 3, 14}},    {"Mumbai", {2025, 10, 20}},   {"Mumbai", {2026, 3, 3}},
      {"Amsterdam", {2025, 4, 26}},
  };
  for (const auto& [city, date] : holidays) {
    EXPECT_TRUE(site_of(city).is_holiday(days_from_civil(date))) << city << ' ' << date.year;
  }
  const std::pair<std::string_view, CivilDate> working_days[] = {
      {"London", {2025, 12, 24}},   {"London", {2025, 7, 4}},
      {"Frankfurt", {2025, 11, 1}},  // All Saints' Day, in Bavaria but not in Hesse.
      {"New York", {2025, 12, 26}}, {"Paris", {2036, 7, 14}},  // Beyond the calendar.
      {"Paris", {2014, 7, 14}},
  };
  for (const auto& [city, date] : working_days) {
    EXPECT_FALSE(site_of(city).is_holiday(days_from_civil(date))) << city << ' ' << date.year;
  }
}

TEST(Site, SendsItsWeekInThePublishedShares) {
  // 2 to 8 June 2025: a week in London without holiday, month end or change of the clocks.
  const Site site = site_of("London");
  const Days monday = days_from_civil({2025, 6, 2});
  std::map<int, std::uint64_t> sums;
  for (Days day = monday; day < monday + 7; ++day) {
    for (int hour = 0; hour < 24; ++hour) {
      const UnixSeconds at = day * kSecondsPerDay + (hour - 1) * 3600;  // London is at +1.
      sums[day - monday] += site.intensity(at);
    }
  }
  const std::map<int, std::uint64_t> expected = {{0, 20'300'000}, {1, 20'700'000}, {2, 19'900'000},
                                                 {3, 18'500'000}, {4, 16'500'000}, {5, 1'400'000},
                                                 {6, 2'800'000}};
  EXPECT_EQ(sums, expected);
}

TEST(Site, FollowsTheDayOfTheOffice) {
  SiteFacts facts;
  facts.transitions = {{0, 0}};
  const Days monday = days_from_civil({2025, 6, 2});
  const auto hour = [&](const SiteFacts& of, int local) {
    return Site(of).intensity(monday * kSecondsPerDay + local * 3600) / 203 / 10;
  };
  EXPECT_EQ(hour(facts, 9), 1150U);
  EXPECT_EQ(hour(facts, 12), 700U);
  EXPECT_EQ(hour(facts, 3), 3U);
  facts.opens_later_hours = 2;
  EXPECT_EQ(hour(facts, 11), 1150U);
  EXPECT_EQ(hour(facts, 7), 6U);  // What the others have at five.
  facts.opens_later_hours = 0;
  facts.early_percent = 20;
  // Four fifths of 300 and a fifth of 1,150, rounded within the running sum.
  EXPECT_NEAR(hour(facts, 7), 470, 1);
}

TEST(Site, SendsATenthOnHolidaysAndMoreAtEndsOfMonths) {
  const Site site = site_of("London");
  const auto noon = [&](CivilDate date) { return site.intensity(instant(date, 12)); };
  // Thursdays of winter: ordinary, a holiday, the end of January, the end of March (GMT still).
  const std::uint32_t ordinary = noon({2025, 1, 16});
  EXPECT_EQ(noon({2026, 1, 1}) * 10, ordinary);
  EXPECT_EQ(noon({2025, 1, 30}) * 10, ordinary * 12);
  EXPECT_EQ(noon({2022, 12, 29}) * 10, ordinary * 13);
}

TEST(Site, KeepsTheNearestOffsetOutsideItsYears) {
  const Site site = site_of("New York");
  EXPECT_EQ(site.offset_minutes(0), -300);
  EXPECT_EQ(site.offset_minutes(instant({2040, 7, 1}, 0)), -300);
}

}  // namespace

}  // namespace haymaker::people
