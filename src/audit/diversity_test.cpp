#include <gmock/gmock.h>

#include <cmath>
#include <string>

#include "audit/compression.h"
#include "audit/lexical_diversity.h"
#include "audit/near_duplicates.h"
#include "audit/repetition.h"
#include "audit/words.h"

namespace haymaker::audit {
namespace {

using ::testing::ElementsAre;

Words words_of(std::string_view text) {
  static Vocabulary vocabulary;
  return to_words(text, vocabulary);
}

TEST(Words, AreRunsOfLettersDigitsAndApostrophesInLowerCase) {
  Vocabulary vocabulary;
  // "it's" twice, once with a curly apostrophe; "café" in two cases of letters.
  EXPECT_THAT(
      to_words("It's 9.5% CAF\xC3\x89 it\xE2\x80\x99s caf\xC3\xA9 \xE2\x80\x94 end-1a", vocabulary),
      ElementsAre(0U, 1U, 2U, 3U, 0U, 3U, 4U, 5U));
}

TEST(Words, OfASkeletonHaveLostNamesAndNumbers) {
  Vocabulary vocabulary;
  const Words first = to_skeleton("Ask Ana for 12 copies by 3pm", vocabulary);
  EXPECT_EQ(first, to_skeleton("Call Bo for 7 copies by 9am", vocabulary));
  EXPECT_NE(first, to_skeleton("Call bo for 7 copies by 9am", vocabulary));
}

TEST(Words, StandInSentencesAndLinesOfTheirOwn) {
  EXPECT_THAT(sentences("Hi Ana,\n\nIt is 9.5 now. Is it?\nYes!"),
              ElementsAre("Hi Ana,\n", "\nIt is 9.5 now.", " Is it?", "\nYes!"));
}

TEST(LexicalDiversity, CountsDistinctRuns) {
  // a b a b a: two words of five; the pairs are ab ba ab ba; the triples aba bab aba.
  const Words words = words_of("a b a b a");
  EXPECT_DOUBLE_EQ(distinct_n(words, 1), 2.0 / 5);
  EXPECT_DOUBLE_EQ(distinct_n(words, 2), 2.0 / 4);
  EXPECT_DOUBLE_EQ(distinct_n(words, 3), 2.0 / 3);
  EXPECT_DOUBLE_EQ(distinct_n(words, 6), 0);
}

TEST(LexicalDiversity, AveragesTheTypeTokenRatioOverWindows) {
  // Windows of three: aab 2/3, abc 3/3, bcc 2/3.
  EXPECT_DOUBLE_EQ(moving_type_token_ratio(words_of("a a b c c"), 3), 7.0 / 9);
  EXPECT_DOUBLE_EQ(moving_type_token_ratio(words_of("a a b c c"), 500), 3.0 / 5);
}

TEST(LexicalDiversity, CountsWordsThatOccurOnce) {
  EXPECT_DOUBLE_EQ(hapax_share(words_of("a a b c c d")), 2.0 / 4);
}

TEST(LexicalDiversity, FindsTheExponentOfHeapsLaw) {
  // A new word at position n whenever floor(sqrt(n)) rises makes V = sqrt(n), so beta = 0.5.
  Words words;
  for (std::size_t n = 1; n <= 200'000; ++n) {
    words.push_back(static_cast<Word>(std::sqrt(static_cast<double>(n))));
  }
  EXPECT_NEAR(heaps_exponent(words), 0.5, 0.005);
  EXPECT_DOUBLE_EQ(heaps_exponent(Words(200'000, 7)), 0);
}

TEST(LexicalDiversity, FindsTheExponentOfZipfsLaw) {
  // The r-th word occurs 2,520 / r times, exactly for r up to 10, so s = 1.
  Words words;
  for (Word r = 1; r <= 10; ++r) words.insert(words.end(), 2'520 / r, r);
  EXPECT_NEAR(zipf_exponent(words, 3'000), 1, 1e-12);
}

TEST(Repetition, ScoresMessagesAgainstEachOther) {
  // Equal messages score 1.
  const std::vector<Words> equal = {words_of("the cat sat on mats"),
                                    words_of("the cat sat on mats")};
  EXPECT_NEAR(self_bleu_4(equal), 1, 1e-12);
  // "the cat sat on mats" against "the cat sat on rugs": 4 of 5 words, 3 of 4 pairs, 2 of 3
  // triples and 1 of 2 quadruples are found: (4/5 * 3/4 * 2/3 * 1/2) ^ (1/4) = 0.2 ^ 0.25.
  const std::vector<Words> alike = {words_of("the cat sat on mats"),
                                    words_of("the cat sat on rugs")};
  EXPECT_NEAR(self_bleu_4(alike), std::pow(0.2, 0.25), 1e-12);
  // "a b c d" against "a b c d e f": nothing is missed, but it is too short: exp(1 - 6/4). The
  // other way round: 4/6, 3/5, 2/4, 1/3 are found, and it is not too short.
  const std::vector<Words> shorter = {words_of("a b c d"), words_of("a b c d e f")};
  const double forth = std::exp(-0.5);
  const double back = std::pow(4.0 / 6 * 3 / 5 * 2 / 4 / 3, 0.25);
  EXPECT_NEAR(self_bleu_4(shorter), (forth + back) / 2, 1e-12);
}

TEST(Repetition, ScoresNothingInCommonNearZero) {
  // Method 1: 0.1 hits at each order, of 4, 3, 2 and 1 runs.
  const std::vector<Words> apart = {words_of("a b c d"), words_of("e f g h"), words_of("i j")};
  EXPECT_NEAR(self_bleu_4(apart), 0.1 / std::pow(24, 0.25), 1e-12);
}

TEST(Repetition, FindsRunsThatOthersHave) {
  // Runs of two: abc has ab bc, xbc has xb bc, and zz zz is in its own message only.
  const std::vector<Words> messages = {words_of("a b c"), words_of("x b c"), words_of("z z z"),
                                       words_of("a")};
  const Overlap overlap = shared_n_grams(messages, 2);
  EXPECT_EQ(overlap.messages, 3U);
  EXPECT_DOUBLE_EQ(overlap.mean, 1.0 / 3);
  EXPECT_DOUBLE_EQ(overlap.median, 0.5);
}

TEST(Repetition, SeesATemplateThroughItsSlots) {
  std::vector<std::string> bodies;
  for (int i = 0; i < 300; ++i) {
    bodies.push_back("Please send Ana " + std::to_string(i) + " copies.");
  }
  bodies.emplace_back("Nothing is like this one here.");
  const std::vector<std::string_view> texts(bodies.begin(), bodies.end());
  const SkeletonUse use = skeleton_use(texts, 4);
  EXPECT_EQ(use.sentences, 301U);
  EXPECT_DOUBLE_EQ(use.top_share, 1);              // Both skeletons are among the top hundred.
  EXPECT_DOUBLE_EQ(use.singleton_share, 1.0 / 2);  // One of two is used once.
}

TEST(NearDuplicates, AreCountedByTheirLikeness) {
  std::string base;
  for (int i = 0; i < 44; ++i) base += " w" + std::to_string(i);
  // 44 words have 40 runs of five. One other word at the end changes one run: 39 / 41 = 0.95 alike.
  const std::string near = base.substr(0, base.rfind(' ')) + " other";
  // One other word in the middle changes five: 35 / 45 = 0.78.
  std::string less = base;
  less.replace(less.find(" w20"), 4, " x");
  std::string apart;
  for (int i = 0; i < 44; ++i) apart += " v" + std::to_string(i);
  const std::vector<Words> two = {words_of(base), words_of(near), words_of(apart), words_of("few")};
  EXPECT_EQ(near_duplicates(two).messages, 3U);
  EXPECT_DOUBLE_EQ(near_duplicates(two).share_80, 2.0 / 3);
  const std::vector<Words> half = {words_of(base), words_of(less), words_of(apart)};
  EXPECT_DOUBLE_EQ(near_duplicates(half).share_80, 0);
  EXPECT_DOUBLE_EQ(near_duplicates(half).share_50, 2.0 / 3);
}

TEST(Compression, IsMeasuredAsTheProgramsDo) {
  // `head -c 100000 /dev/zero | tr '\\0' a | gzip -9 -n | wc -c` prints 133; zstd -19 prints 22.
  const std::string text(100'000, 'a');
  EXPECT_NEAR(gzip_ratio(text), 100'000.0 / 133, 1e-9);
  EXPECT_NEAR(zstd_ratio(text, 19), 100'000.0 / 22, 300);
  EXPECT_EQ(gzip_ratio(""), 0);
}

}  // namespace
}  // namespace haymaker::audit
