#include "mime/inline_answer.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace haymaker::mime {
namespace {

constexpr std::string_view kOwn = "Hi Anna,\n\nYes, Friday.\n\nNo, not yet.\n\nBest\nTom\n";
constexpr std::string_view kHeader = "On Monday, Anna wrote:\n\n";
constexpr std::string_view kMarked =
    "> Tom,\n>\n> can you do Friday?\n> Or Monday?\n>\n> Is the file in?\n>\n> Anna\n>\n>> older\n";

std::vector<TextSpan> span_of(std::string_view text, std::string_view words) {
  const std::size_t at = text.find(words);
  return {{at, at + words.size()}};
}

TEST(InlineAnswer, PutsItsParagraphsBetweenThoseOfTheQuoteAndCutsTheRest) {
  Buffer out;
  ASSERT_TRUE(append_between_lines(kOwn, {}, kHeader, kMarked, {}, out));
  EXPECT_EQ(out.view(),
            "Hi Anna,\n"
            "\n"
            "On Monday, Anna wrote:\n"
            "\n"
            "> Tom,\n"
            "\n"
            "Yes, Friday.\n"
            "\n"
            "> can you do Friday?\n"
            "> Or Monday?\n"
            "\n"
            "No, not yet.\n"
            "\n"
            "Best\n"
            "Tom\n");
}

TEST(InlineAnswer, KeepsSpansOnTheirWordsAndSaysWhichAreGone) {
  for (const std::string_view words : {"Friday.", "not yet", "Tom\n"}) {
    auto own = span_of(kOwn, words);
    Buffer out;
    out.append("above");
    ASSERT_TRUE(append_between_lines(kOwn, own, kHeader, kMarked, {}, out));
    EXPECT_EQ(out.view().substr(5 + own[0].begin, own[0].end - own[0].begin), words);
  }
  auto kept = span_of(kMarked, "Friday?\n> Or");
  auto cut = span_of(kMarked, "the file");
  std::vector<TextSpan> both = {kept[0], cut[0]};
  Buffer out;
  ASSERT_TRUE(append_between_lines(kOwn, {}, kHeader, kMarked, both, out));
  EXPECT_EQ(out.view().substr(both[0].begin, both[0].end - both[0].begin), "Friday?\n> Or");
  EXPECT_EQ(both[1], kGone);
}

TEST(InlineAnswer, LeavesAloneWhatHasTooFewParagraphs) {
  Buffer out;
  EXPECT_FALSE(append_between_lines("Yes.\n", {}, kHeader, kMarked, {}, out));
  EXPECT_FALSE(append_between_lines(kOwn, {}, kHeader, "", {}, out));
  EXPECT_FALSE(append_between_lines(kOwn, {}, kHeader, ">> older\n", {}, out));
  EXPECT_EQ(out.size(), 0U);
}

TEST(InlineAnswer, NeedsNoEmptyLineAtTheEndOfEitherText) {
  Buffer out;
  ASSERT_TRUE(append_between_lines("A\n\nB", {}, kHeader, "> C", {}, out));
  EXPECT_EQ(out.view(), "A\n\nOn Monday, Anna wrote:\n\n> C\n\nB");
}

}  // namespace
}  // namespace haymaker::mime
