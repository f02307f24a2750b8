#include "mime/wrap.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace haymaker::mime {
namespace {

struct Laid {
  std::string text;
  std::vector<TextSpan> spans;
  [[nodiscard]] std::string inside(std::size_t i) const {
    return text.substr(spans[i].begin, spans[i].end - spans[i].begin);
  }
};

Laid lay(TextLayout layout, std::string_view text, std::vector<TextSpan> spans = {}) {
  Buffer out;
  out.append("before: ");
  wrap_text(layout, text, spans, out);
  return {std::string(out.view(8)), spans};
}

TextSpan span_of(std::string_view text, std::string_view words) {
  const std::size_t begin = text.find(words);
  return {begin, begin + words.size()};
}

const std::string kLong =
    "The quick brown fox jumps over the lazy dog while the auditors of the seventh floor watch it "
    "from their window and take notes of every single leap.";

TEST(WrapText, LeavesTheTextOfOutlookAsItIs) {
  EXPECT_EQ(lay(TextLayout::unwrapped, kLong + "\n").text, kLong + "\n");
}

TEST(WrapText, BreaksAtTheLastSpaceThatFits) {
  EXPECT_EQ(lay(TextLayout::hard_wrapped, kLong + "\n\nBye\n").text,
            "The quick brown fox jumps over the lazy dog while the auditors of the\n"
            "seventh floor watch it from their window and take notes of every single\n"
            "leap.\n\nBye\n");
  const std::string exact = std::string(70, 'x') + " 12345";
  EXPECT_EQ(lay(TextLayout::hard_wrapped, exact).text, exact);
  EXPECT_EQ(lay(TextLayout::hard_wrapped, exact + "6").text, std::string(70, 'x') + "\n123456");
  EXPECT_EQ(lay(TextLayout::hard_wrapped, exact + " 7").text, exact + "\n7");
}

TEST(WrapText, KeepsALongWordWhole) {
  const std::string url(120, 'u');
  EXPECT_EQ(lay(TextLayout::hard_wrapped, url + " end\n").text, url + "\nend\n");
  EXPECT_EQ(lay(TextLayout::hard_wrapped, url).text, url);
}

TEST(WrapText, CountsCharactersNotBytes) {
  std::string text;
  for (int i = 0; i < 38; ++i) text += "\u00E9 ";
  text += 'x';
  EXPECT_EQ(lay(TextLayout::hard_wrapped, text).text, text.substr(0, text.size() - 2) + "\nx");
}

TEST(WrapText, RepeatsTheMarksOfAQuote) {
  EXPECT_EQ(lay(TextLayout::hard_wrapped, "> > " + kLong + "\n").text,
            "> > The quick brown fox jumps over the lazy dog while the auditors of the\n"
            "> > seventh floor watch it from their window and take notes of every single\n"
            "> > leap.\n");
}

TEST(WrapText, FlowsWithASpaceBeforeEachSoftEnd) {
  EXPECT_EQ(lay(TextLayout::flowed, kLong + "\n").text,
            "The quick brown fox jumps over the lazy dog while the auditors of the \n"
            "seventh floor watch it from their window and take notes of every single \n"
            "leap.\n");
}

TEST(WrapText, StuffsAndTrimsAsRfc3676Says) {
  EXPECT_EQ(lay(TextLayout::flowed, " indented\nFrom here\nend  \n> quoted\n-- \nme\n").text,
            "  indented\n From here\nend\n> quoted\n-- \nme\n");
}

TEST(WrapText, MovesSpansWithTheirWords) {
  const std::string text = " one  \n" + kLong + "\n> " + kLong + "\nlast words\n";
  for (const TextLayout layout :
       {TextLayout::unwrapped, TextLayout::hard_wrapped, TextLayout::flowed}) {
    const Laid laid = lay(layout, text,
                          {span_of(text, "one"),
                           span_of(text, "quick brown"),
                           span_of(text, "leap."),
                           {text.rfind("leap."), text.rfind("leap.") + 5},
                           span_of(text, "last words"),
                           span_of(text, "seventh")});
    EXPECT_EQ(laid.inside(0), "one");
    EXPECT_EQ(laid.inside(1), "quick brown");
    EXPECT_EQ(laid.inside(2), "leap.");
    EXPECT_EQ(laid.inside(3), "leap.");
    EXPECT_EQ(laid.inside(4), "last words");
    EXPECT_EQ(laid.inside(5), "seventh");
  }
}

TEST(WrapText, LetsASpanTakeItsBreakIn) {
  const std::vector<TextSpan> across = {span_of(kLong, "the seventh")};
  EXPECT_EQ(lay(TextLayout::hard_wrapped, kLong, across).inside(0), "the\nseventh");
  EXPECT_EQ(lay(TextLayout::flowed, kLong, across).inside(0), "the \nseventh");
}

}  // namespace
}  // namespace haymaker::mime
