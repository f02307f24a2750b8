// Reads all of packs/world, so that the code may take it to be well formed.

#include "people/world_pack.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "base/utf8.h"
#include "people/ascii.h"
#include "people/department_rules.h"
#include "people/lexicon.h"
#include "people/pack_text.h"
#include "people/site_rules.h"

namespace haymaker::people {

namespace {

TEST(WorldPack, HoldsTheFilesOfTheSourcesByteForByte) {
  for (const EmbeddedFile& file : world_pack()) {
    std::ifstream source(HAYMAKER_SOURCE_DIR "/packs/world/" + std::string(file.name));
    const std::string bytes{std::istreambuf_iterator<char>(source), {}};
    ASSERT_FALSE(bytes.empty()) << file.name;
    EXPECT_EQ(file.bytes(), bytes) << file.name;
    EXPECT_TRUE(is_valid_utf8(bytes)) << file.name;
  }
}

TEST(WorldPack, HasTheNamesOfAtLeastTwelveLocalesInFull) {
  std::set<std::string_view> locales;
  for (const SiteRule& site : site_rules()) {
    for (const auto& [locale, weight] : site.people) {
      EXPECT_GT(weight, 0U) << site.facts.city << ' ' << locale;
      locales.insert(locale);
    }
  }
  EXPECT_GE(locales.size(), 12U);
  for (const std::string_view locale : locales) {
    const Lexicon lexicon(locale, world_file("names/" + std::string(locale) + ".txt"));
    for (const Gender gender : {Gender::female, Gender::male}) {
      EXPECT_GE(lexicon.given(gender).words().size(), 40U) << locale;
      EXPECT_GE(lexicon.family(gender).words().size(), 40U) << locale;
    }
  }
}

TEST(WorldPack, HasNoNameThatCannotStandInAnAddress) {
  for (const EmbeddedFile& file : world_pack()) {
    if (!file.name.starts_with("names/")) continue;
    for (std::string_view text = file.bytes(); !text.empty();) {
      std::string_view line = next_line(text);
      if (line.empty() || line.starts_with('[')) continue;
      const std::string_view name = next_field(line, '\t');
      EXPECT_GT(number_of<int>(line), 0) << file.name << ' ' << name;
      Buffer address;
      append_address_part(name, '\0', address);
      EXPECT_GE(address.size() + 2, count_code_points(name)) << file.name << ' ' << name;
      EXPECT_TRUE(is_ascii(address.view())) << file.name << ' ' << name;
    }
  }
}

TEST(WorldPack, GivesEachSiteItsZoneAndItsHolidays) {
  std::vector<SiteRule> rules = site_rules();
  EXPECT_GE(rules.size(), 12U);
  add_calendars(rules);
  std::set<std::string_view> countries;
  for (const SiteRule& rule : rules) {
    countries.insert(rule.facts.country);
    EXPECT_GE(rule.facts.transitions.size(), 1U) << rule.facts.city;
    EXPECT_GE(rule.facts.holidays.size(), 21U * 6) << rule.facts.city;
    EXPECT_GE(rule.back_percent, 1U) << rule.facts.city;
    EXPECT_LE(rule.facts.early_percent, 100U) << rule.facts.city;
    EXPECT_FALSE(rule.facts.telephone.empty()) << rule.facts.city;
  }
  EXPECT_GE(countries.size(), 8U);
}

TEST(WorldPack, HasDepartmentsOfEachFunctionWithFiveTitlesEach) {
  const DepartmentRules rules = department_rules();
  EXPECT_GE(rules.departments.size(), 25U);
  EXPECT_LE(rules.divisions.size(), 10U);
  EXPECT_EQ(rules.departments.front().function, Function::executive);
  std::set<Function> functions;
  for (const DepartmentRule& rule : rules.departments) {
    functions.insert(rule.function);
    for (const std::string_view title : rule.titles) EXPECT_FALSE(title.empty()) << rule.name;
    EXPECT_FALSE(rule.topics.empty()) << rule.name;
    if (rule.function == Function::executive) continue;
    EXPECT_GT(rule.share, 0U) << rule.name;
    EXPECT_LT(rule.division, rules.divisions.size()) << rule.name;
  }
  EXPECT_EQ(functions.size(), static_cast<std::size_t>(kFunctions));
}

}  // namespace

}  // namespace haymaker::people
