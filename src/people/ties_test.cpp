#include "people/ties.h"

#include <gtest/gtest.h>

#include <numeric>
#include <span>

#include "people/roster.h"

namespace haymaker::people {

namespace {

// A company of one site and one team of nine, all in one department, without projects.
class Ties : public testing::Test {
 protected:
  Ties() {
    constexpr std::uint32_t kPeople = 9;
    roster_.key = rng::Key::root(1);
    std::vector<std::pair<std::uint32_t, PersonId>> members;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> projects;
    for (std::uint32_t i = 0; i < kPeople; ++i) {
      Person person;
      person.id = PersonId{i};
      roster_.people.push_back(person);
      roster_.everyone.push_back(PersonId{i});
      roster_.seats.push_back({TeamId{0}, i, i, i});
      members.emplace_back(0, PersonId{i});
    }
    roster_.site_members = Grouped<PersonId>(1, members);
    roster_.projects_of = Grouped<std::uint32_t>(kPeople, projects);
    roster_.teams.emplace_back().members = roster_.everyone;
    roster_.departments.emplace_back().members = roster_.everyone;
  }

  Roster roster_;
};

TEST_F(Ties, HoldInBothDirections) {
  int ties = 0;
  for (const PersonId a : roster_.everyone) {
    for (std::uint32_t number = 0; number < kMostTies; ++number) {
      const PersonId b = tie(roster_, a, number);
      if (b == kNobody) continue;
      ++ties;
      ASSERT_NE(a, b);
      ASSERT_EQ(tie(roster_, b, number), a);
    }
  }
  // Of 25 numbers for each of nine people four stand for projects, which nobody here has; in each
  // of the others exactly one of nine, an odd number, is tied to nobody.
  EXPECT_EQ(ties, (25 - 4) * (9 - 1));
}

TEST_F(Ties, AreFiveToTwentyFive) {
  for (const PersonId id : roster_.everyone) {
    EXPECT_GE(tie_count(roster_, id), 5U);
    EXPECT_LE(tie_count(roster_, id), kMostTies);
  }
}

TEST_F(Ties, WeakenAsTheInverseOfTheirNumber) {
  const auto strengths = tie_strengths();
  EXPECT_EQ(strengths[0], 100'000U);
  EXPECT_EQ(strengths[3], 25'000U);
  EXPECT_EQ(strengths[24], 4'000U);
}

}  // namespace

}  // namespace haymaker::people
