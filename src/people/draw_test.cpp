#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "people/company.h"

namespace haymaker::people {

namespace {

const Days kFirst = days_from_civil({2025, 1, 1});
const Days kLast = days_from_civil({2025, 12, 31});

class Drawing : public testing::TestWithParam<CompanySpec> {
 protected:
  Company company_ = Company::compile(GetParam(), rng::Key::root(3), kFirst, kLast).value();
  rng::Stream stream_{rng::Key::root(4)};

  [[nodiscard]] bool works_on(PersonId id, Days day) const {
    const Person& person = company_.person(id);
    return person.kind == PersonKind::employee && person.is_in_company_on(day);
  }
  Days any_day() { return stream_.between(kFirst, kLast); }
};

TEST_P(Drawing, AuthorsWorkAtTheSiteOnTheDay) {
  for (std::uint16_t site = 0; site < company_.sites().size(); ++site) {
    for (int i = 0; i < 2'000; ++i) {
      const Days day = any_day();
      const PersonId id = company_.draw_author(SiteId{site}, day, stream_);
      ASSERT_TRUE(works_on(id, day));
      ASSERT_EQ(company_.person(id).site, SiteId{site});
    }
  }
}

TEST_P(Drawing, ColleaguesAreNeverTheAuthorNorGone) {
  for (std::uint32_t i = 0; i < 200'000; ++i) {
    const PersonId author{i % company_.spec().employees};
    const Days day = any_day();
    const PersonId id = company_.draw_colleague(author, day, stream_);
    ASSERT_NE(id, author);
    ASSERT_TRUE(works_on(id, day));
  }
}

TEST_P(Drawing, AuthorsAreAtWorkUnlessTheSiteHasHardlyAnybody) {
  for (std::uint16_t site = 0; site < company_.sites().size(); ++site) {
    if (company_.site_members(SiteId{site}).size() < 20) continue;
    for (int i = 0; i < 2'000; ++i) {
      const Days day = any_day();
      ASSERT_TRUE(company_.is_at_work(company_.draw_author(SiteId{site}, day, stream_), day));
    }
  }
}

TEST_P(Drawing, ColleaguesAreSeldomOnLeave) {
  constexpr int kDraws = 50'000;
  int away = 0;
  for (int i = 0; i < kDraws; ++i) {
    const PersonId author{stream_.below(company_.spec().employees)};
    const Days day = any_day();
    away += company_.is_at_work(company_.draw_colleague(author, day, stream_), day) ? 0 : 1;
  }
  EXPECT_GT(away, kDraws / 400);
  EXPECT_LT(away, kDraws / 50);
}

TEST_P(Drawing, EmployeesHaveTheFunctionWhereTheCompanyHasIt) {
  for (int f = 0; f < kFunctions; ++f) {
    const auto function = static_cast<Function>(f);
    const bool exists = std::ranges::any_of(company_.departments(), [&](const Department& d) {
      return d.function == function && !d.members.empty();
    });
    for (int i = 0; i < 500; ++i) {
      const Days day = any_day();
      const PersonId id = company_.draw_employee(function, day, stream_);
      ASSERT_TRUE(works_on(id, day));
      const DepartmentId department = company_.person(id).department;
      if (exists) {
        ASSERT_EQ(company_.departments()[value(department)].function, function);
      }
    }
  }
}

TEST_P(Drawing, ContactsBelongToTheAuthorsFewOrganisations) {
  for (std::uint32_t i = 0; i < company_.spec().employees; ++i) {
    const std::span<const OrganisationId> own = company_.relationships(PersonId{i});
    const PersonId id = company_.draw_contact(PersonId{i}, stream_);
    ASSERT_EQ(id == kNobody, own.empty());
    if (own.empty()) continue;
    ASSERT_EQ(company_.person(id).kind, PersonKind::contact);
    ASSERT_NE(std::ranges::find(own, company_.person(id).organisation), own.end());
  }
}

TEST_P(Drawing, EveryContactHasSomebodyToWriteTo) {
  for (const Person& person : company_.people()) {
    if (person.kind != PersonKind::contact) continue;
    const Days day = any_day();
    ASSERT_TRUE(works_on(company_.draw_relationship_owner(person.id, day, stream_), day));
  }
}

TEST_P(Drawing, ListsAndMailboxesAreOfTheirKind) {
  for (std::uint32_t i = 0; i < company_.spec().employees; ++i) {
    const PersonId list = company_.draw_list(PersonId{i}, stream_);
    if (list != kNobody) {
      ASSERT_EQ(company_.person(list).kind, PersonKind::distribution_list);
    }
    const PersonId mailbox = company_.draw_mailbox(PersonId{i}, stream_);
    if (mailbox != kNobody) {
      ASSERT_EQ(company_.person(mailbox).kind, PersonKind::shared_mailbox);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Sizes, Drawing,
                         testing::Values(CompanySpec{},
                                         CompanySpec{.employees = 20, .clients = 3, .vendors = 3},
                                         CompanySpec{.employees = 20, .clients = 0, .vendors = 0},
                                         CompanySpec{.employees = 700, .clients = 2'000}));

class DrawingFromTheDefault : public testing::Test {
 protected:
  Company company_ = Company::compile({}, rng::Key::root(3), kFirst, kLast).value();
  rng::Stream stream_{rng::Key::root(5)};
  Days day_ = days_from_civil({2025, 6, 4});
};

TEST_F(DrawingFromTheDefault, AnAuthorMeetsTheSameFewPeopleMostOften) {
  int few = 0;
  int authors = 0;
  for (std::uint32_t i = 50; i < 5'000; i += 97) {
    std::map<PersonId, int> met;
    for (int k = 0; k < 1'000; ++k) ++met[company_.draw_colleague(PersonId{i}, day_, stream_)];
    std::vector<int> counts;
    for (const auto& [id, count] : met) counts.push_back(count);
    std::ranges::sort(counts, std::ranges::greater());
    int ten = 0;
    for (const int count : std::span(counts).first(10)) ten += count;
    few += ten;
    ++authors;
    EXPECT_GT(met.size(), 25U);  // And many others now and then.
  }
  EXPECT_GT(few / authors, 600);
}

TEST_F(DrawingFromTheDefault, AuthorsAreDrawnByActivity) {
  std::map<PersonId, int> drawn;
  constexpr int kDraws = 400'000;
  for (int i = 0; i < kDraws; ++i) ++drawn[company_.draw_author(SiteId{0}, day_, stream_)];
  std::uint64_t present = 0;
  PersonId busiest = company_.site_members(SiteId{0}).front();
  for (const PersonId id : company_.site_members(SiteId{0})) {
    const Person& person = company_.person(id);
    if (!person.is_in_company_on(day_)) continue;
    present += person.activity;
    if (person.activity > company_.person(busiest).activity) busiest = id;
  }
  const double expected = static_cast<double>(kDraws) * company_.person(busiest).activity /
                          static_cast<double>(present);
  EXPECT_NEAR(drawn[busiest], expected, expected / 10);
}

TEST_F(DrawingFromTheDefault, ThoseWhoFaceOutsideHaveOneToSixOrganisations) {
  std::array<int, 7> having{};
  for (std::uint32_t i = 0; i < 5'000; ++i) {
    const std::size_t count = company_.relationships(PersonId{i}).size();
    if (count <= 6) ++having[count];
  }
  EXPECT_GT(having[0], 1'500);
  for (int count = 1; count <= 6; ++count) EXPECT_GT(having[static_cast<std::size_t>(count)], 250);
}

TEST_F(DrawingFromTheDefault, SystemsSendNoticesOrNewsletters) {
  std::set<PersonId> notices;
  std::set<PersonId> newsletters;
  for (int i = 0; i < 20'000; ++i) {
    notices.insert(company_.draw_system(false, stream_));
    newsletters.insert(company_.draw_system(true, stream_));
  }
  EXPECT_GE(notices.size(), 20U);
  EXPECT_GE(newsletters.size(), 10U);
  for (const PersonId id : notices) {
    EXPECT_FALSE(newsletters.contains(id));
    EXPECT_EQ(company_.person(id).kind, PersonKind::system);
  }
}

}  // namespace

}  // namespace haymaker::people
