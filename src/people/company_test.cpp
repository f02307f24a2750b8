#include "people/company.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <ranges>
#include <set>
#include <string>

#include "base/utf8.h"

namespace haymaker::people {

namespace {

using ::testing::IsEmpty;
using ::testing::Lt;

const Days kFirst = days_from_civil({2025, 1, 1});
const Days kLast = days_from_civil({2025, 12, 31});

Company company_of(const CompanySpec& spec, std::uint64_t seed = 7) {
  return Company::compile(spec, rng::Key::root(seed), kFirst, kLast).value();
}

const Company& standard() {
  static const Company company = company_of({});
  return company;
}

std::size_t count_of(const Company& company, PersonKind kind) {
  return static_cast<std::size_t>(std::ranges::count(company.people(), kind, &Person::kind));
}

class CompanyOf : public testing::TestWithParam<CompanySpec> {
 protected:
  Company company_ = company_of(GetParam());
};

TEST_P(CompanyOf, HasExactlyTheEmployeesClientsAndVendorsThatWereAskedFor) {
  const CompanySpec& spec = GetParam();
  EXPECT_EQ(count_of(company_, PersonKind::employee), spec.employees);
  const auto count = [&](OrganisationKind kind) {
    return std::ranges::count(company_.organisations(), kind, &Organisation::kind);
  };
  EXPECT_EQ(count(OrganisationKind::self), 1);
  EXPECT_EQ(count(OrganisationKind::client), spec.clients);
  EXPECT_EQ(count(OrganisationKind::vendor), spec.vendors);
}

TEST_P(CompanyOf, NumbersItsPeopleByTheirPlaceAndOrdersThemByKind) {
  std::uint32_t place = 0;
  for (const Person& person : company_.people()) ASSERT_EQ(value(person.id), place++);
  constexpr std::array<int, 5> kOrder = {0, 3, 1, 2, 4};  // By PersonKind.
  EXPECT_TRUE(std::ranges::is_sorted(company_.people(), {}, [&](const Person& person) {
    return kOrder[static_cast<std::size_t>(person.kind)];
  }));
}

TEST_P(CompanyOf, GivesEverybodyAnAddressOfTheirOwnUnderAReservedName) {
  for (const Person& person : company_.people()) {
    const std::string_view address = person.address;
    ASSERT_EQ(company_.by_address(address), person.id) << address;
    const std::size_t at = address.find('@');
    ASSERT_NE(at, std::string_view::npos);
    ASSERT_TRUE(at > 0 && at <= 64) << address;  // RFC 5321 section 4.5.3.1.1.
    ASSERT_TRUE(std::ranges::all_of(address, [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '@';
    })) << address;
    const std::string_view domain = address.substr(at + 1);
    ASSERT_TRUE(domain == company_.spec().domain || domain.ends_with(".example")) << address;
    ASSERT_TRUE(is_valid_utf8(person.display_name));
    ASSERT_TRUE(!person.display_name.empty() || person.kind == PersonKind::contact);
  }
  EXPECT_FALSE(company_.by_address("nobody@nowhere.example").has_value());
}

TEST_P(CompanyOf, GivesEachContactAnOrganisationWhoseDomainNoOtherHas) {
  std::set<std::string_view> domains;
  for (std::uint32_t i = 1; i < company_.organisations().size(); ++i) {
    const Organisation& organisation = company_.organisations()[i];
    ASSERT_TRUE(domains.insert(organisation.domain).second) << organisation.domain;
    ASSERT_TRUE(organisation.contacts >= 1 && organisation.contacts <= 12);
    for (std::uint32_t k = 0; k < organisation.contacts; ++k) {
      const Person& contact = company_.person(PersonId{organisation.first_contact + k});
      ASSERT_EQ(contact.kind, PersonKind::contact);
      ASSERT_EQ(value(contact.organisation), i);
      ASSERT_TRUE(contact.address.ends_with(organisation.domain));
    }
  }
}

TEST_P(CompanyOf, MakesEachManagerTheLeadOfOneTeamOfThoseWhoReport) {
  std::set<PersonId> leads;
  for (std::uint32_t i = 0; i < company_.teams().size(); ++i) {
    const Team& team = company_.teams()[i];
    ASSERT_TRUE(leads.insert(team.lead).second);
    ASSERT_EQ(team.members.front(), team.lead);
    ASSERT_EQ(value(company_.person(team.lead).team), i);
    for (const PersonId id : team.members.subspan(1)) {
      ASSERT_EQ(company_.person(id).manager, team.lead);
    }
  }
  for (const Person& person : company_.people().first(company_.spec().employees)) {
    const std::span<const PersonId> members = company_.teams()[value(person.team)].members;
    ASSERT_NE(std::ranges::find(members, person.id), members.end());
  }
}

TEST_P(CompanyOf, KeepsManagersAndAssistantsThroughoutThePeriod) {
  std::size_t movers = 0;
  for (const Person& person : company_.people()) {
    ASSERT_LE(person.first_day, person.last_day);
    if (person.is_in_company_on(kFirst) && person.is_in_company_on(kLast)) continue;
    ++movers;
    ASSERT_LT(person.seniority, Seniority::lead);
    ASSERT_EQ(person.assistant_to, kNobody);
    ASSERT_TRUE(person.is_in_company_on(kFirst) || person.is_in_company_on(kLast));
  }
  EXPECT_THAT(movers, Lt(GetParam().employees / 2));
}

TEST_P(CompanyOf, LetsManyProgramsSpeakTheTongueOfThePlaceAndOnlyThoseOfPeopleBornThere) {
  std::uint32_t born_there = 0;
  std::uint32_t spoken = 0;
  for (const Person& person : company_.people()) {
    if (person.kind != PersonKind::employee && person.kind != PersonKind::contact) continue;
    const Site& site = company_.site(person);
    const bool is_own =
        !site.speaks().empty() && person.locale.starts_with(site.speaks().substr(0, 2));
    const bool speaks_it = !person.language.starts_with("en-");
    ASSERT_TRUE(is_own || !speaks_it);
    ASSERT_TRUE(!speaks_it || person.language == site.speaks());
    born_there += is_own ? 1U : 0U;
    spoken += speaks_it ? 1U : 0U;
  }
  if (born_there < 300) return;
  EXPECT_NEAR(100.0 * spoken / born_there, 60, 8);
}

TEST_P(CompanyOf, KnowsSomeContactsByTheirAddressAloneAndSomeWithTheirOrganisation) {
  std::size_t contacts = 0;
  std::size_t bare = 0;
  std::size_t with_organisation = 0;
  for (const Person& person : company_.people()) {
    if (person.kind != PersonKind::contact) continue;
    ++contacts;
    bare += person.display_name.empty() ? 1U : 0U;
    const auto& organisation = company_.organisations()[value(person.organisation)];
    with_organisation += person.display_name.contains(organisation.short_name) ? 1U : 0U;
  }
  if (contacts < 1'000) return;
  EXPECT_NEAR(100.0 * static_cast<double>(bare) / static_cast<double>(contacts), 5, 2);
  EXPECT_NEAR(100.0 * static_cast<double>(with_organisation) / static_cast<double>(contacts), 7, 2);
}

TEST_P(CompanyOf, KnowsWhoseAssistantSomebodyIsAndWhoseAssistantTheyHave) {
  std::size_t assistants = 0;
  std::size_t bosses = 0;
  for (const Person& person : company_.people()) {
    if (person.kind != PersonKind::employee) continue;
    if (person.assistant_to != kNobody) {
      ++assistants;
      ASSERT_EQ(company_.assistant_of(person.assistant_to), person.id);
    }
    bosses += company_.assistant_of(person.id) != kNobody ? 1U : 0U;
  }
  EXPECT_EQ(bosses, assistants);
}

TEST_P(CompanyOf, FillsListsAndMailboxesWithEmployees) {
  for (const Person& person : company_.people()) {
    const bool has_members =
        person.kind == PersonKind::distribution_list || person.kind == PersonKind::shared_mailbox;
    const std::span<const PersonId> members = company_.members(person.id);
    ASSERT_EQ(members.empty(), !has_members) << person.address;
    for (const PersonId id : members) {
      ASSERT_EQ(company_.person(id).kind, PersonKind::employee);
    }
    const std::set<PersonId> distinct(members.begin(), members.end());
    ASSERT_EQ(distinct.size(), members.size()) << person.address;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Specs, CompanyOf,
    testing::Values(CompanySpec{}, CompanySpec{.employees = 20, .clients = 0, .vendors = 0},
                    CompanySpec{.employees = 20, .clients = 300, .vendors = 50},
                    CompanySpec{.domain = "bank.test",
                                .employees = 1'000,
                                .clients = 9'000,
                                .sites = {{"Tokyo", 3}, {"Dublin", 1}}},
                    CompanySpec{.employees = 200'000, .clients = 5'000, .vendors = 1'000}));

TEST(Company, IsTheSameForTheSameSpecKeyAndPeriod) {
  const Company again = company_of({});
  EXPECT_TRUE(std::ranges::equal(standard().people(), again.people()));
  EXPECT_TRUE(std::ranges::equal(standard().teams(), again.teams(), {}, &Team::name, &Team::name));
  const Company other = company_of({}, 8);
  EXPECT_FALSE(std::ranges::equal(standard().people(), other.people()));
}

TEST(Company, GivesSitesTheirSharesExactly) {
  const Company company =
      company_of({.employees = 1'000, .sites = {{"Paris", 5}, {"Milan", 3}, {"Madrid", 2}}});
  ASSERT_EQ(company.sites().size(), 3U);
  EXPECT_EQ(company.sites()[0].city(), "Paris");
  EXPECT_EQ(company.site_members(SiteId{0}).size(), 500U);
  EXPECT_EQ(company.site_members(SiteId{1}).size(), 300U);
  EXPECT_EQ(company.site_members(SiteId{2}).size(), 200U);
}

TEST(Company, LeavesOutSitesThatWouldHaveNobody) {
  const Company company = company_of({.employees = 20, .sites = {{"Paris", 99}, {"Milan", 1}}});
  ASSERT_EQ(company.sites().size(), 1U);
  EXPECT_EQ(company.sites()[0].city(), "Paris");
}

TEST(Company, HasTheSitesAndDepartmentsOfABank) {
  EXPECT_GE(standard().sites().size(), 12U);
  EXPECT_GE(standard().departments().size(), 25U);
  std::array<std::size_t, kFunctions> people{};
  for (const Department& department : standard().departments()) {
    people[static_cast<std::size_t>(department.function)] += department.members.size();
  }
  for (const std::size_t count : people) EXPECT_GT(count, 0U);
}

TEST(Company, NumbersHomonyms) {
  std::map<std::pair<std::string_view, std::string_view>, int> names;
  int homonyms = 0;
  int numbered = 0;
  for (const Person& person : standard().people().first(5'000)) {
    homonyms += names[{person.given, person.family}]++ > 0 ? 1 : 0;
    const char before_at = person.address[person.address.find('@') - 1];
    numbered += before_at >= '0' && before_at <= '9' ? 1 : 0;
  }
  EXPECT_GT(homonyms, 0);
  EXPECT_GE(numbered, homonyms);  // Different names can have one spelling in ASCII.
  EXPECT_LT(numbered, 250);
}

TEST(Company, LosesAndGainsAboutOneAndAHalfPercentOfItsStaffAMonth) {
  int joiners = 0;
  int leavers = 0;
  int movable = 0;
  for (const Person& person : standard().people().first(5'000)) {
    movable += person.seniority < Seniority::lead ? 1 : 0;
    joiners += person.first_day > kFirst ? 1 : 0;
    leavers += person.last_day < kLast ? 1 : 0;
  }
  // 365 days at 15 per mille for each 30 are 182 per mille; five standard deviations are 24.
  EXPECT_NEAR(1000.0 * joiners / movable, 182, 30);
  EXPECT_NEAR(1000.0 * leavers / movable, 182, 30);
}

TEST(Company, MixesMailClientsAndSendsMachinesMailFromMachines) {
  std::array<int, kMailClients> inside{};
  std::array<int, kMailClients> outside{};
  for (const Person& person : standard().people()) {
    const auto client = static_cast<std::size_t>(person.client);
    if (person.kind == PersonKind::employee) ++inside[client];
    if (person.kind == PersonKind::contact) ++outside[client];
    EXPECT_EQ(person.kind == PersonKind::system, person.client == MailClient::machine);
  }
  const auto percent = [&](MailClient client) {
    return inside[static_cast<std::size_t>(client)] / 50;
  };
  // Of 100, 12 write on a phone (18 of leads), 3 on a Mac and 33 in Outlook; the rest online.
  EXPECT_NEAR(percent(MailClient::exchange_online), 51, 3);
  EXPECT_NEAR(percent(MailClient::outlook_desktop), 33, 3);
  EXPECT_NEAR(percent(MailClient::iphone), 13, 2);
  EXPECT_NEAR(percent(MailClient::apple_mail), 3, 1);
  EXPECT_EQ(percent(MailClient::gmail), 0);
  EXPECT_GT(outside[static_cast<std::size_t>(MailClient::gmail)], 200);
}

TEST(Company, GivesAFewPeopleMostOfTheMail) {
  std::vector<std::uint64_t> volumes;
  std::uint64_t total = 0;
  for (const Person& person : standard().people().first(5'000)) {
    ASSERT_GE(person.activity, 1U);
    volumes.push_back(person.activity);
    total += person.activity;
  }
  std::ranges::sort(volumes, std::ranges::greater());
  std::uint64_t tenth = 0;
  for (const std::uint64_t volume : std::span(volumes).first(500)) tenth += volume;
  EXPECT_GT(100 * tenth / total, 33U);
  EXPECT_GT(volumes.front(), 10 * volumes[2'500]);
}

TEST(Company, HasOneStyleOfNames) {
  const auto people = standard().people().first(5'000);
  const bool family_first = people[0].display_name.starts_with(people[0].family);
  for (const Person& person : people) {
    EXPECT_EQ(person.display_name.contains(','), family_first);
    EXPECT_EQ(person.display_name.starts_with(person.family) && family_first, family_first);
  }
}

TEST(Company, ReportsMistakesInsteadOfCompiling) {
  const auto failed =
      Company::compile({.domain = "bank.com", .employees = 5}, rng::Key::root(1), kFirst, kLast);
  ASSERT_FALSE(failed.has_value());
  EXPECT_EQ(failed.error().size(), 2U);
}

TEST(Company, KnowsItsCities) {
  const std::vector<std::string_view> cities = known_cities();
  EXPECT_NE(std::ranges::find(cities, "Frankfurt"), cities.end());
  EXPECT_GE(cities.size(), 12U);
}

}  // namespace

}  // namespace haymaker::people
