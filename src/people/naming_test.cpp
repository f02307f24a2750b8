#include "people/naming.h"

#include <gtest/gtest.h>

namespace haymaker::people {

namespace {

const FullName kInes{Gender::female, "da", "Ines", "Sørensen"};
const FullName kEric{Gender::male, "fr", "Éric", "Le Gall"};

std::string shown(const FullName& name, NameStyle style) {
  Buffer out;
  append_display_name(name, style, "FI Ops", out);
  return std::string(out.view());
}

std::string local_part(const FullName& name, AddressStyle style) {
  Buffer out;
  append_local_part(name, style, out);
  return std::string(out.view());
}

TEST(DisplayName, ComesInThreeStyles) {
  EXPECT_EQ(shown(kInes, NameStyle::given_family), "Ines Sørensen");
  EXPECT_EQ(shown(kInes, NameStyle::family_given), "Sørensen, Ines");
  EXPECT_EQ(shown(kInes, NameStyle::family_given_department), "Sørensen, Ines (FI Ops)");
}

TEST(LocalPart, ComesInFiveStyles) {
  EXPECT_EQ(local_part(kInes, AddressStyle::given_dot_family), "ines.sorensen");
  EXPECT_EQ(local_part(kInes, AddressStyle::initial_family), "isorensen");
  EXPECT_EQ(local_part(kEric, AddressStyle::initial_dot_family), "e.legall");
  EXPECT_EQ(local_part(kEric, AddressStyle::family_dot_initial), "legall.e");
  EXPECT_EQ(local_part(kEric, AddressStyle::given), "eric");
}

TEST(Address, GetsTheNextFreeNumber) {
  Roster roster;
  roster.addresses = AddressIndex(4);
  Buffer scratch;
  const auto claim = [&](std::uint32_t id) {
    return claim_address("ann.lee", "bank.example", PersonId{id}, roster, scratch);
  };
  EXPECT_EQ(claim(0), "ann.lee@bank.example");
  EXPECT_EQ(claim(1), "ann.lee2@bank.example");
  EXPECT_EQ(claim(2), "ann.lee3@bank.example");
  EXPECT_EQ(roster.addresses.find("ann.lee2@bank.example"), PersonId{1});
  EXPECT_EQ(roster.addresses.find("ann.lee4@bank.example"), kNobody);
}

TEST(Digits, ReplaceTheSigns) {
  rng::Stream stream(rng::Key::root(1));
  Buffer out;
  append_digits("+1 212 555 01##", 0, stream, out);
  EXPECT_EQ(out.size(), 15U);
  EXPECT_TRUE(out.view().starts_with("+1 212 555 01"));
  EXPECT_EQ(out.view().find_first_not_of("0123456789", 13), std::string_view::npos);
}

TEST(NameSource, DrawsFromTheLexiconsOfTheCity) {
  std::vector<SiteRule> rules = site_rules();
  const NameSource names(rules);
  rng::Stream stream(rng::Key::root(1));
  int local = 0;
  for (int i = 0; i < 1'000; ++i) {
    for (std::uint16_t site = 0; site < rules.size(); ++site) {
      const FullName name = names.draw(SiteId{site}, stream);
      ASSERT_FALSE(name.given.empty());
      ASSERT_FALSE(name.family.empty());
      if (rules[site].facts.city == "Tokyo") local += name.locale == "ja" ? 1 : 0;
    }
  }
  EXPECT_NEAR(local, 900, 50);
}

}  // namespace

}  // namespace haymaker::people
