#include "people/ascii.h"

#include <gtest/gtest.h>

namespace haymaker::people {

namespace {

std::string address_part(std::string_view text, char separator) {
  Buffer out;
  append_address_part(text, separator, out);
  return std::string(out.view());
}

TEST(AddressPart, WritesLatinLettersOutAsTheirLanguagesDo) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"Sørensen", "sorensen"}, {"Weiß", "weiss"},    {"Łukasz", "lukasz"},
      {"Müller", "muller"},     {"Ægir", "aegir"},    {"Þór", "thor"},
      {"Čapková", "capkova"},   {"Yılmaz", "yilmaz"}, {"İpek", "ipek"},
      {"Őze", "oze"},           {"Ștefan", "stefan"}, {"Țepeș", "tepes"},
      {"Œuvrard", "oeuvrard"},  {"Ñíguez", "niguez"}, {"Dąbrowska", "dabrowska"},
      {"Åström", "astrom"},     {"Žižka", "zizka"},   {"Ğök", "gok"},
  };
  for (const auto& [name, expected] : cases) EXPECT_EQ(address_part(name, '\0'), expected) << name;
}

TEST(AddressPart, JoinsOverApostrophesAndKeepsHyphens) {
  EXPECT_EQ(address_part("O'Neill", '.'), "oneill");
  EXPECT_EQ(address_part("Anne-Marie", '\0'), "anne-marie");
}

TEST(AddressPart, PutsOneSeparatorForEachRunOfOtherCharacters) {
  EXPECT_EQ(address_part("FX  Settlements (G10)", '-'), "fx-settlements-g10");
  EXPECT_EQ(address_part(" Rates P&L ", '.'), "rates.p.l");
  EXPECT_EQ(address_part("van den Berg", '\0'), "vandenberg");
}

}  // namespace

}  // namespace haymaker::people
