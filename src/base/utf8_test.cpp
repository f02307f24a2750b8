#include "base/utf8.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

namespace haymaker {
namespace {

std::string encode(char32_t point) {
  Buffer out;
  append_utf8(point, out);
  return std::string(out.view());
}

TEST(Utf8, EncodesTheEdgesOfEachLength) {
  struct Case {
    char32_t point;
    std::string_view bytes;
  };
  const std::array<Case, 9> cases = {{{0x00, std::string_view("\0", 1)},
                                      {0x7F, "\x7F"},
                                      {0x80, "\xC2\x80"},
                                      {0x7FF, "\xDF\xBF"},
                                      {0x800, "\xE0\xA0\x80"},
                                      {0xD7FF, "\xED\x9F\xBF"},
                                      {0xFFFF, "\xEF\xBF\xBF"},
                                      {0x10000, "\xF0\x90\x80\x80"},
                                      {0x10FFFF, "\xF4\x8F\xBF\xBF"}}};
  for (const Case& c : cases) EXPECT_EQ(encode(c.point), c.bytes);
}

TEST(Utf8, ReadsBackEveryScalarValue) {
  for (char32_t point = 0; point <= 0x10FFFF; ++point) {
    if (point == 0xD800) point = 0xE000;
    const std::string bytes = encode(point);
    const CodePoint read = first_code_point(bytes);
    ASSERT_EQ(read.value, point);
    ASSERT_EQ(read.bytes, bytes.size());
    ASSERT_TRUE(is_valid_utf8(bytes));
    ASSERT_EQ(count_code_points(bytes), 1U);
  }
}

TEST(Utf8, ReadsOnlyTheFirstCodePoint) {
  const CodePoint point = first_code_point("éa");
  EXPECT_EQ(point.value, U'é');
  EXPECT_EQ(point.bytes, 2U);
}

// Markus Kuhn, "UTF-8 decoder capability and stress test", and RFC 3629 section 10.
TEST(Utf8, RejectsMalformedSequences) {
  constexpr std::array<std::string_view, 16> kWrong = {
      "\x80",              // A continuation without a start.
      "\xBF",              //
      "\xC3",              // Cut short.
      "\xE2\x82",          //
      "\xF0\x9F\x98",      //
      "\xC3(",             // A start without its continuation.
      "\xE2(\xA1",         //
      "\xC0\xAF",          // Overlong forms of "/".
      "\xE0\x80\xAF",      //
      "\xF0\x80\x80\xAF",  //
      "\xC1\xBF",          // Overlong U+007F.
      "\xE0\x9F\xBF",      // Overlong U+07FF.
      "\xED\xA0\x80",      // A surrogate, U+D800.
      "\xED\xBF\xBF",      // A surrogate, U+DFFF.
      "\xF4\x90\x80\x80",  // U+110000.
      "\xFE",              // Never a byte of UTF-8.
  };
  for (const std::string_view bytes : kWrong) {
    EXPECT_FALSE(is_valid_utf8(bytes));
    EXPECT_FALSE(is_valid_utf8("fine " + std::string(bytes)));
    EXPECT_FALSE(is_valid_utf8(std::string(bytes) + " fine"));
    const CodePoint point = first_code_point(bytes);
    EXPECT_EQ(point.value, char32_t{0xFFFD});
    EXPECT_EQ(point.bytes, 1U);
  }
}

TEST(Utf8, TakesARealReplacementCharacterForValid) {
  EXPECT_TRUE(is_valid_utf8("\xEF\xBF\xBD"));
  EXPECT_EQ(first_code_point("\xEF\xBF\xBD").bytes, 3U);
}

TEST(Utf8, CountsCodePointsAndNotBytes) {
  EXPECT_EQ(count_code_points(""), 0U);
  EXPECT_EQ(count_code_points("Sørensen"), 8U);
  EXPECT_EQ(count_code_points("日本 😀"), 4U);
}

// The check reads eight bytes at a time, so a byte above ASCII is tried at each place of each size.
TEST(Utf8, FindsAHighByteAtEveryPlace) {
  for (std::size_t size = 0; size < 40; ++size) {
    std::string text(size, 'a');
    EXPECT_TRUE(is_ascii(text));
    for (std::size_t place = 0; place < size; ++place) {
      text[place] = '\x80';
      EXPECT_FALSE(is_ascii(text)) << place << " of " << size;
      text[place] = '\x7F';
    }
  }
}

}  // namespace
}  // namespace haymaker
