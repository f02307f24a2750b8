#include "scenario/evasion.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "base/utf8.h"

namespace haymaker::scenario {
namespace {

constexpr std::array<std::string_view, 2> kTerms = {"not public", "guarantee"};

std::string evaded(Evasion evasion, std::string_view text, std::uint64_t seed = 1) {
  rng::Stream stream(rng::Key::root(seed));
  Buffer out;
  append_evaded(evasion, text, kTerms, stream, out);
  return std::string(out.view());
}

TEST(Evasion, DisguisesTheTermsAndLeavesTheOtherWords) {
  EXPECT_EQ(evaded(Evasion::spacing, "This is not public yet."), "This is n o t p u b l i c yet.");
  EXPECT_EQ(evaded(Evasion::dots, "A Guarantee, in writing"), "A G.u.a.r.a.n.t.e.e, in writing");
  EXPECT_EQ(evaded(Evasion::abbreviation, "We guarantee it"), "We grnt it");
  EXPECT_EQ(evaded(Evasion::full_width, "Guarantee"), "Ｇｕａｒａｎｔｅｅ");
}

TEST(Evasion, TakesATermForAWholeWordOnly) {
  EXPECT_EQ(evaded(Evasion::dots, "guarantee guarantees"), "g.u.a.r.a.n.t.e.e guarantees");
}

TEST(Evasion, DisguisesTheTwoLongestWordsWhereNoTermOccurs) {
  EXPECT_EQ(evaded(Evasion::dots, "sell all of it on Thursday"),
            "s.e.l.l all of it on T.h.u.r.s.d.a.y");
}

TEST(Evasion, SwapsNeighboursBehindTheFirstLetter) {
  std::set<std::string> seen;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const std::string word = evaded(Evasion::character_swap, "guarantee", seed);
    ASSERT_EQ(word.front(), 'g');
    ASSERT_NE(word, "guarantee");
    ASSERT_TRUE(std::ranges::is_permutation(word, std::string("guarantee")));
    seen.insert(word);
  }
  EXPECT_EQ(seen.size(), 6U);  // Seven pairs of neighbours, of which "ee" looks the same.
}

TEST(Evasion, MistypesOneWordOfEachTermAndNoTermRemains) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    for (const Evasion slip : {Evasion::character_swap, Evasion::character_drop}) {
      const std::string text = evaded(slip, "It is not public, I guarantee it", seed);
      EXPECT_TRUE(text.starts_with("It is not p")) << text;
      EXPECT_EQ(text.find("public"), std::string::npos);
      EXPECT_EQ(text.find("guarantee"), std::string::npos);
    }
  }
}

TEST(Evasion, DropsOneLetter) {
  for (std::uint64_t seed = 0; seed < 50; ++seed)
    EXPECT_EQ(evaded(Evasion::character_drop, "guarantee", seed).size(), 8U);
}

TEST(Evasion, ReplacesAtLeastOneLetterByOneThatLooksLikeIt) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const std::string word = evaded(Evasion::homoglyph, "guarantee", seed);
    EXPECT_EQ(count_code_points(word), 9U);
    EXPECT_GT(word.size(), 9U);
    const std::string digits = evaded(Evasion::leet, "guarantee", seed);
    EXPECT_EQ(digits.size(), 9U);
    EXPECT_TRUE(std::ranges::any_of(digits, [](char c) { return c >= '0' && c <= '9'; }));
  }
}

TEST(Evasion, HidesAnInvisibleCharacterWithinTheWord) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const std::string word = evaded(Evasion::zero_width, "guarantee", seed);
    EXPECT_EQ(count_code_points(word), 10U);
    EXPECT_EQ(word.front(), 'g');
    EXPECT_EQ(word.back(), 'e');
  }
}

TEST(Evasion, ChangesWordsThatGiveAnOperatorNothingToDo) {
  for (int i = 4; i < kEvasions; ++i) {
    const auto evasion = static_cast<Evasion>(i);
    for (const std::string_view word : {"aaaa", "rhythm", "mmm", "eee"})
      EXPECT_NE(evaded(evasion, word), word) << name_of(evasion);
  }
}

TEST(Evasion, LeavesATextWithoutWords) {
  EXPECT_EQ(evaded(Evasion::leet, "12 % to 4, ok"), "12 % to 4, ok");
  EXPECT_EQ(evaded(Evasion::leet, ""), "");
}

}  // namespace
}  // namespace haymaker::scenario
