#include "people/headcount.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

namespace haymaker::people {

namespace {

using ::testing::ElementsAre;

TEST(Apportion, GivesTheRestToTheLargestRemainders) {
  // Quotas 4.75, 3.33, 1.90: the rest of two goes to the third, then to the first.
  const std::uint32_t weights[] = {10, 7, 4};
  EXPECT_THAT(apportion(10, weights), ElementsAre(5, 3, 2));
}

TEST(Apportion, GivesNothingForAWeightOfZero) {
  const std::uint32_t weights[] = {0, 1, 0, 1};
  EXPECT_THAT(apportion(7, weights), ElementsAre(0, 4, 0, 3));
}

TEST(ApportionWithin, MovesWhatHasNoRoomToWhereThereIsMost) {
  const std::uint32_t weights[] = {8, 1, 1};
  std::uint32_t room[] = {3, 4, 9};
  EXPECT_THAT(apportion_within(10, weights, room), ElementsAre(3, 1, 6));
  EXPECT_THAT(room, ElementsAre(0, 3, 3));
}

TEST(ApportionWithin, GivesWhatThereIsRoomForAndNoMore) {
  const std::uint32_t weights[] = {1, 1};
  std::uint32_t room[] = {2, 1};
  EXPECT_THAT(apportion_within(10, weights, room), ElementsAre(2, 1));
}

class HeadcountOf : public testing::TestWithParam<std::uint32_t> {};

TEST_P(HeadcountOf, AddsUpByDepartmentAndBySite) {
  const std::uint32_t employees = GetParam();
  const DepartmentRules rules = department_rules();
  const std::vector<SiteRule> sites = site_rules();
  const Headcount plan = plan_headcount(rules, sites, employees, rng::Key::root(5));

  std::vector<std::uint32_t> by_site(sites.size());
  std::uint32_t total = 0;
  for (const auto& counts : plan.by_department) {
    for (std::size_t site = 0; site < counts.size(); ++site) {
      by_site[site] += counts[site];
      total += counts[site];
    }
  }
  EXPECT_EQ(total, employees);
  EXPECT_EQ(by_site, plan.by_site);
  EXPECT_EQ(std::accumulate(plan.by_department[0].begin(), plan.by_department[0].end(), 0U),
            plan.executive_office);
}

INSTANTIATE_TEST_SUITE_P(Sizes, HeadcountOf, testing::Values(20, 21, 100, 333, 5'000, 200'000));

TEST(Headcount, PutsOperationsWhereTheyGather) {
  const DepartmentRules rules = department_rules();
  const std::vector<SiteRule> sites = site_rules();
  const Headcount plan = plan_headcount(rules, sites, 20'000, rng::Key::root(5));
  const auto share_of_back = [&](std::string_view city) {
    std::uint32_t back = 0;
    std::uint32_t all = 0;
    for (std::size_t i = 0; i < rules.departments.size(); ++i) {
      for (std::size_t site = 0; site < sites.size(); ++site) {
        if (sites[site].facts.city != city) continue;
        const std::uint32_t count = plan.by_department[i][site];
        all += count;
        back += rules.departments[i].place == Place::back ? count : 0;
      }
    }
    return 100 * back / all;
  };
  EXPECT_GT(share_of_back("Warsaw"), share_of_back("London") + 20);
  EXPECT_GT(share_of_back("Mumbai"), share_of_back("Hong Kong") + 20);
}

}  // namespace

}  // namespace haymaker::people
