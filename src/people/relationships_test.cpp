#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "people/company.h"

namespace haymaker::people {

namespace {

const Company& company() {
  static const Company made = Company::compile({}, rng::Key::root(6), days_from_civil({2025, 1, 1}),
                                               days_from_civil({2025, 12, 31}))
                                  .value();
  return made;
}

TEST(Relationships, OfSalesAreClientsAndOfTechnologyAreVendors) {
  for (const Department& department : company().departments()) {
    if (department.function != Function::sales && department.function != Function::technology) {
      continue;
    }
    const bool sells = department.function == Function::sales;
    for (const PersonId id : department.members) {
      for (const OrganisationId organisation : company().relationships(id)) {
        EXPECT_EQ(company().organisations()[value(organisation)].kind,
                  sells ? OrganisationKind::client : OrganisationKind::vendor);
      }
    }
  }
}

TEST(Relationships, GiveEveryOrganisationAnOwnerAndLargeOnesMany) {
  std::map<OrganisationId, int> owners;
  for (std::uint32_t i = 0; i < company().spec().employees; ++i) {
    for (const OrganisationId id : company().relationships(PersonId{i})) ++owners[id];
  }
  EXPECT_EQ(owners.size(), company().organisations().size() - 1);
  EXPECT_GT(owners[OrganisationId{1}], 5 * owners[OrganisationId{400}]);
}

TEST(Relationships, NameNoOrganisationTwice) {
  for (std::uint32_t i = 0; i < company().spec().employees; ++i) {
    const auto own = company().relationships(PersonId{i});
    std::vector<OrganisationId> sorted(own.begin(), own.end());
    std::ranges::sort(sorted);
    EXPECT_EQ(std::ranges::adjacent_find(sorted), sorted.end());
  }
}

TEST(Projects, CrossDepartmentsAndAreRunByTheHighest) {
  int across = 0;
  for (const Project& project : company().projects()) {
    ASSERT_GE(project.members.size(), 5U);
    ASSERT_LE(project.members.size(), 25U);
    const Person& runs = company().person(project.members.front());
    bool is_across = false;
    for (const PersonId id : project.members) {
      EXPECT_LE(company().person(id).seniority, runs.seniority);
      is_across |= company().person(id).department != runs.department;
    }
    across += is_across ? 1 : 0;
  }
  EXPECT_GT(across * 10, static_cast<int>(company().projects().size()) * 9);
}

TEST(Projects, HaveCodeNamesOfTheirOwn) {
  std::vector<std::string_view> names;
  for (const Project& project : company().projects()) names.push_back(project.name);
  std::ranges::sort(names);
  EXPECT_EQ(std::ranges::adjacent_find(names), names.end());
}

}  // namespace

}  // namespace haymaker::people
