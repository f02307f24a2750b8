#include "mime/lines.h"

#include <gtest/gtest.h>

#include <string>

namespace haymaker::mime {
namespace {

std::string crlf(std::string_view text) {
  Buffer out;
  append_crlf(text, out);
  return std::string(out.view());
}

TEST(AppendCrlf, EndsEachLineAndTheLast) {
  EXPECT_EQ(crlf(""), "");
  EXPECT_EQ(crlf("a"), "a\r\n");
  EXPECT_EQ(crlf("a\n"), "a\r\n");
  EXPECT_EQ(crlf("\n"), "\r\n");
  EXPECT_EQ(crlf("\n\na"), "\r\n\r\na\r\n");
}

TEST(AppendCrlf, FindsALineEndAtEachPlaceOfABlock) {
  for (std::size_t size = 0; size < 70; ++size) {
    for (std::size_t place = 0; place < size; ++place) {
      std::string text(size, 'x');
      text[place] = '\n';
      std::string expected = text;
      expected.insert(place, 1, '\r');
      if (place + 1 != size) expected += "\r\n";
      ASSERT_EQ(crlf(text), expected) << size << ' ' << place;
    }
  }
}

TEST(AppendCrlf, GrowsATextOfLineEndsToTwiceItsSize) {
  const std::string text(1'000, '\n');
  EXPECT_EQ(crlf(text).size(), 2'000U);
}

TEST(Survey, MeasuresTheLongestLine) {
  EXPECT_EQ(survey("").longest_line, 0U);
  EXPECT_EQ(survey("abc").longest_line, 3U);
  EXPECT_EQ(survey("abc\n").longest_line, 3U);
  EXPECT_EQ(survey("a\nabcd\nab\n").longest_line, 4U);
  EXPECT_EQ(survey(std::string(40, 'x') + "\n" + std::string(50, 'y')).longest_line, 50U);
}

TEST(Survey, SeesAHighBitAnywhere) {
  for (std::size_t size = 1; size < 50; ++size) {
    for (std::size_t place = 0; place < size; ++place) {
      std::string text(size, 'x');
      ASSERT_TRUE(survey(text).ascii);
      text[place] = '\x80';
      ASSERT_FALSE(survey(text).ascii) << size << ' ' << place;
    }
  }
}

}  // namespace
}  // namespace haymaker::mime
