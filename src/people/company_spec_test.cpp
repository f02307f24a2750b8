#include "people/company_spec.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace haymaker::people {

namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const Days kFirst = days_from_civil({2025, 1, 1});
const Days kLast = days_from_civil({2025, 12, 31});

std::vector<std::string> places_of(const CompanySpec& spec, Days first = kFirst,
                                   Days last = kLast) {
  std::vector<std::string> places;
  for (const Error& error : mistakes_in(spec, site_rules(), first, last)) {
    EXPECT_EQ(error.code, ErrorCode::bad_input);
    EXPECT_FALSE(error.message.empty());
    places.push_back(error.where);
  }
  return places;
}

TEST(CompanySpec, HasNoMistakeByDefault) { EXPECT_THAT(places_of({}), IsEmpty()); }

TEST(CompanySpec, AcceptsReservedDomainsOnly) {
  for (const char* domain : {"a.example", "mail.bank.test", "example.com", "x.example.org"}) {
    EXPECT_THAT(places_of({.domain = domain}), IsEmpty()) << domain;
  }
  for (const char* domain : {"bank.com", "example", ".example", "a..example", "myexample.com",
                             "Bank.example", "a b.example", "-a.example", "bänk.example", ""}) {
    EXPECT_THAT(places_of({.domain = domain}), ElementsAre("company.domain")) << domain;
  }
}

TEST(CompanySpec, NamesEveryMistakeAtOnce) {
  const CompanySpec spec{.name = "",
                         .domain = "bank.com",
                         .employees = 19,
                         .clients = 20'001,
                         .vendors = 20'001,
                         .sites = {{"London", 1}, {"Atlantis", 1}, {"London", 10'001}}};
  EXPECT_THAT(places_of(spec, kLast, kFirst),
              ElementsAre("company.name", "company.domain", "company.employees", "company.clients",
                          "company.vendors", "company.sites[1].city", "company.sites[2].city",
                          "company.sites[2].share", "period"));
}

TEST(CompanySpec, ListsTheCitiesWhereOneIsUnknown) {
  const Errors errors = mistakes_in({.sites = {{"Londn", 1}}}, site_rules(), kFirst, kLast);
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_THAT(errors[0].message, HasSubstr("\"Londn\" is none of London, New York,"));
}

TEST(CompanySpec, WantsAShareAboveZeroSomewhere) {
  EXPECT_THAT(places_of({.sites = {{"London", 0}, {"Paris", 0}}}), ElementsAre("company.sites"));
}

TEST(CompanySpec, StaysWithinTheYearsOfTheCalendars) {
  EXPECT_THAT(places_of({}, days_from_civil({2015, 1, 1}), days_from_civil({2035, 12, 31})),
              IsEmpty());
  EXPECT_THAT(places_of({}, days_from_civil({2014, 12, 31}), kLast), ElementsAre("period"));
  EXPECT_THAT(places_of({}, kFirst, days_from_civil({2036, 1, 1})), ElementsAre("period"));
}

}  // namespace

}  // namespace haymaker::people
