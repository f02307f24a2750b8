#include "media/line_breaker.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace haymaker::media {
namespace {

std::vector<std::string> lines_of(std::string_view text, std::uint64_t width) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const TextLine line = break_line(text, begin, width, [](char32_t) { return 1U; });
    EXPECT_GT(line.next, begin);
    lines.emplace_back(text.substr(line.begin, line.end - line.begin));
    begin = line.next;
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(LineBreaker, BreaksAtTheLastSpaceThatFits) {
  EXPECT_EQ(lines_of("one two three", 8), (Lines{"one two", "three"}));
  EXPECT_EQ(lines_of("one two three", 7), (Lines{"one two", "three"}));
  EXPECT_EQ(lines_of("one two three", 6), (Lines{"one", "two", "three"}));
  EXPECT_EQ(lines_of("one two three", 13), (Lines{"one two three"}));
}

TEST(LineBreaker, BreaksAWordOnlyWhereItAloneIsTooWide) {
  EXPECT_EQ(lines_of("a abcdefgh", 4), (Lines{"a", "abcd", "efgh"}));
  EXPECT_EQ(lines_of("ab", 0), (Lines{"a", "b"}));
}

TEST(LineBreaker, KeepsTheLineBreaksOfTheText) {
  EXPECT_EQ(lines_of("one\ntwo\n\nthree", 20), (Lines{"one", "two", "", "three"}));
}

TEST(LineBreaker, CountsCharactersAndNotBytes) {
  EXPECT_EQ(lines_of("żółć żółć", 4), (Lines{"żółć", "żółć"}));
  EXPECT_EQ(lines_of("żółćżółć", 3), (Lines{"żół", "ćżó", "łć"}));
}

TEST(LineBreaker, DropsTheSpacesAtABreak) {
  EXPECT_EQ(lines_of("one   two", 4), (Lines{"one", "two"}));
}

}  // namespace
}  // namespace haymaker::media
