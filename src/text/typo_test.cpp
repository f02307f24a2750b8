#include "text/typo.h"

#include <gtest/gtest.h>

#include <array>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

namespace haymaker::text {
namespace {

constexpr std::string_view kText =
    "Please release the collateral before 14:30 on Thursday. Castellan (ISIN XT0123456789) has\n"
    "Castellan_recon_v3.xlsx, see https://wiki.intranet.example/abc and ask ines@meridian.example "
    "about the remaining allocations, they were matched yesterday with settlement.";

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (c == ' ' || c == '\n') {
      words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  return words;
}

struct Mistyped {
  std::string text;
  std::array<PlantedSpan, 2> spans{};
};

// `planted` are runs of kText.
Mistyped mistyped(std::uint64_t seed, std::uint32_t per_mille,
                  std::array<std::string_view, 2> planted = {"Please", "has"}) {
  Buffer out;
  out.append(kText);
  Mistyped result;
  for (std::size_t i = 0; i < 2; ++i) {
    const auto begin = static_cast<std::uint32_t>(kText.find(planted[i]));
    result.spans[i] = {begin, begin + static_cast<std::uint32_t>(planted[i].size())};
  }
  rng::Stream stream(rng::Key::root(seed));
  mistype(0, static_cast<std::uint32_t>(words_of(kText).size()), per_mille, stream, result.spans,
          out);
  result.text = out.view();
  return result;
}

TEST(Typo, MakesNoneWhereTheVoiceMakesNone) { EXPECT_EQ(mistyped(1, 0).text, kText); }

TEST(Typo, ChangesPlainWordsByOneLetterOnly) {
  const std::vector<std::string> right = words_of(kText);
  int changed = 0;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const std::vector<std::string> typed = words_of(mistyped(seed, 60).text);
    ASSERT_EQ(typed.size(), right.size());
    for (std::size_t i = 0; i < right.size(); ++i) {
      if (typed[i] == right[i]) continue;
      ++changed;
      EXPECT_TRUE(std::islower(right[i][0])) << right[i];
      EXPECT_EQ(right[i].find_first_of("0123456789:/@_()"), std::string::npos) << right[i];
      EXPECT_EQ(typed[i][0], right[i][0]) << typed[i];
      EXPECT_LE(typed[i].size(), right[i].size() + 3);
      EXPECT_GE(typed[i].size() + 3, right[i].size());
    }
  }
  EXPECT_GT(changed, 100);
}

TEST(Typo, KeepsPlantedWordsAndFollowsThem) {
  const std::array<std::string_view, 2> planted = {"release the collateral before",
                                                   "remaining allocations, they were"};
  int moved = 0;
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    const Mistyped result = mistyped(seed, 200, planted);
    for (std::size_t i = 0; i < 2; ++i) {
      const PlantedSpan span = result.spans[i];
      EXPECT_EQ(result.text.substr(span.begin, span.end - span.begin), planted[i]);
    }
    moved += result.spans[1].begin != kText.find(planted[1]) ? 1 : 0;
  }
  EXPECT_GT(moved, 50);
}

TEST(Typo, LeavesWhatStandsBeforeTheText) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    Buffer out;
    out.append("these words were already there ");
    const std::size_t from = out.size();
    out.append("here come several other words again");
    rng::Stream stream(rng::Key::root(seed));
    mistype(from, 6, 1'000, stream, {}, out);
    EXPECT_TRUE(out.view().starts_with("these words were already there h"));
  }
}

TEST(Typo, ManagesTextsWithoutAPlainWord) {
  for (const std::string_view text : {"", "a", "OK", "so be it", "12:30", "\n\n"}) {
    Buffer out;
    out.append(text);
    rng::Stream stream(rng::Key::root(5));
    mistype(0, 50, 1'000, stream, {}, out);
    EXPECT_EQ(out.view(), text);
  }
}

}  // namespace
}  // namespace haymaker::text
