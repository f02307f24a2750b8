#include "media/content_line.h"

#include <gtest/gtest.h>

#include <string>

namespace haymaker::media {
namespace {

std::string folded(const std::string& line) {
  Buffer out;
  out.append("before");
  const std::size_t start = out.size();
  out.append(line);
  fold_line(start, out);
  return std::string(out.view(start));
}

TEST(ContentLine, StaysWholeUpToSeventyFiveOctets) {
  EXPECT_EQ(folded(""), "\r\n");
  EXPECT_EQ(folded(std::string(75, 'x')), std::string(75, 'x') + "\r\n");
}

TEST(ContentLine, IsFoldedAfterSeventyFiveOctetsWithTheSpaceCounted) {
  EXPECT_EQ(folded(std::string(76, 'x')), std::string(75, 'x') + "\r\n x\r\n");
  EXPECT_EQ(folded(std::string(75 + 74 + 1, 'x')),
            std::string(75, 'x') + "\r\n " + std::string(74, 'x') + "\r\n x\r\n");
}

TEST(ContentLine, IsNeverFoldedInsideACharacter) {
  const std::string sun = "\xF0\x9F\x8C\x9E";
  EXPECT_EQ(folded(std::string(74, 'x') + sun), std::string(74, 'x') + "\r\n " + sun + "\r\n");
  std::string suns;
  for (int i = 0; i < 20; ++i) suns += sun;
  EXPECT_EQ(folded(suns), suns.substr(0, 72) + "\r\n " + suns.substr(72) + "\r\n");
}

TEST(ContentLine, EscapesWhatPartsValues) {
  Buffer out;
  put_piece(EscapedText{"a\\b, c; d\ne\x01"
                        "f\t:"},
            out);
  EXPECT_EQ(out.view(), "a\\\\b\\, c\\; d\\nef\t:");
}

TEST(ContentLine, QuotesAParameterWithoutItsQuotes) {
  Buffer out;
  put_piece(QuotedValue{"Smith, \"Anna\""}, out);
  EXPECT_EQ(out.view(), "\"Smith, Anna\"");
}

}  // namespace
}  // namespace haymaker::media
