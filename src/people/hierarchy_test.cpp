#include "people/hierarchy.h"

#include <gtest/gtest.h>

namespace haymaker::people {

namespace {

class HierarchyOf : public testing::TestWithParam<std::uint32_t> {
 protected:
  HierarchyOf() {
    const DepartmentRules rules = department_rules();
    const Headcount headcount = plan_headcount(rules, site_rules(), GetParam(), rng::Key::root(11));
    posts_ = plan_hierarchy(rules, headcount, rng::Key::root(11));
  }

  std::vector<Post> posts_;
};

TEST_P(HierarchyOf, HasOnePostForEachEmployee) { EXPECT_EQ(posts_.size(), GetParam()); }

// Managers come before their people, so that following them upwards always ends at post 0.
TEST_P(HierarchyOf, IsATreeBelowTheChiefExecutive) {
  EXPECT_EQ(posts_[0].manager, kNobody);
  for (std::uint32_t i = 1; i < posts_.size(); ++i) ASSERT_LT(value(posts_[i].manager), i);
}

TEST_P(HierarchyOf, CountsReportsAndGivesNobodyMoreThanTwelve) {
  std::vector<std::uint32_t> reports(posts_.size());
  for (std::uint32_t i = 1; i < posts_.size(); ++i) ++reports[value(posts_[i].manager)];
  for (std::uint32_t i = 0; i < posts_.size(); ++i) {
    ASSERT_EQ(posts_[i].reports, reports[i]);
    ASSERT_LE(reports[i], kMostReports);
  }
}

TEST_P(HierarchyOf, KeepsDepartmentsTogetherWithTheirHeadsFirst) {
  for (std::uint32_t i = 1; i < posts_.size(); ++i) {
    const bool starts = posts_[i].department != posts_[i - 1].department;
    ASSERT_GE(posts_[i].department, posts_[i - 1].department);
    if (starts) {
      ASSERT_EQ(posts_[i].seniority, Seniority::head);
    }
    if (starts) {
      ASSERT_EQ(posts_[value(posts_[i].manager)].seniority, Seniority::executive);
    }
    if (!starts && posts_[i].department != DepartmentId{0}) {
      ASSERT_EQ(posts_[value(posts_[i].manager)].department, posts_[i].department);
    }
  }
}

TEST_P(HierarchyOf, GivesLeadsPeopleAndOnlyThem) {
  for (const Post& post : posts_) {
    if (post.seniority < Seniority::lead) {
      ASSERT_EQ(post.reports, 0U);
    }
    if (post.seniority == Seniority::lead) {
      ASSERT_GT(post.reports, 0U);
    }
    if (post.assistant_to != kNobody) {
      ASSERT_EQ(post.assistant_to, post.manager);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Sizes, HierarchyOf, testing::Values(20, 37, 150, 999, 5'000, 200'000));

TEST(Hierarchy, HasSpansOfFiveToTwelveForMostManagers) {
  const DepartmentRules rules = department_rules();
  const Headcount headcount = plan_headcount(rules, site_rules(), 5'000, rng::Key::root(11));
  std::uint32_t managers = 0;
  std::uint32_t wide = 0;
  for (const Post& post : plan_hierarchy(rules, headcount, rng::Key::root(11))) {
    managers += post.reports > 0 ? 1U : 0U;
    wide += post.reports >= 5 ? 1U : 0U;
  }
  EXPECT_GE(100 * wide / managers, 75U);
}

}  // namespace

}  // namespace haymaker::people
