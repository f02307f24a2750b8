#include "base/append.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string_view>

namespace haymaker {
namespace {

template <class Append>
std::string text_of(Append append) {
  Buffer out;
  append(out);
  return std::string(out.view());
}

TEST(AppendDecimal, WritesUnsignedNumbersUpToTheLargest) {
  const auto decimal = [](std::uint64_t value) {
    return text_of([value](Buffer& out) { append_decimal(value, out); });
  };
  EXPECT_EQ(decimal(0), "0");
  EXPECT_EQ(decimal(1'024), "1024");
  EXPECT_EQ(decimal(std::numeric_limits<std::uint64_t>::max()), "18446744073709551615");
}

TEST(AppendDecimal, WritesSignedNumbersDownToTheSmallest) {
  const auto decimal = [](std::int64_t value) {
    return text_of([value](Buffer& out) { append_decimal(value, out); });
  };
  EXPECT_EQ(decimal(-7), "-7");
  EXPECT_EQ(decimal(std::numeric_limits<std::int64_t>::max()), "9223372036854775807");
  EXPECT_EQ(decimal(std::numeric_limits<std::int64_t>::min()), "-9223372036854775808");
}

TEST(AppendPadded, FillsWithZerosAndCutsHigherDigits) {
  const auto padded = [](std::uint64_t value, int width) {
    return text_of([=](Buffer& out) { append_padded(value, width, out); });
  };
  EXPECT_EQ(padded(7, 2), "07");
  EXPECT_EQ(padded(2025, 4), "2025");
  EXPECT_EQ(padded(12'345, 3), "345");
  EXPECT_EQ(padded(1, 22), "0000000000000000000001");
  EXPECT_EQ(padded(1, 0), "");
}

TEST(AppendHex, WritesExactlyTheDigitsAskedFor) {
  const auto hex = [](std::uint64_t value, int digits) {
    return text_of([=](Buffer& out) { append_hex(value, digits, out); });
  };
  EXPECT_EQ(hex(0xBEEF, 4), "beef");
  EXPECT_EQ(hex(0xBEEF, 2), "ef");
  EXPECT_EQ(hex(0xBEEF, 8), "0000beef");
  EXPECT_EQ(hex(0xFFFFFFFFFFFFFFFF, 16), "ffffffffffffffff");
}

TEST(AppendHex, WritesCapitalsForEncodings) {
  EXPECT_EQ(text_of([](Buffer& out) { append_hex_upper(0xBEEF, 4, out); }), "BEEF");
}

}  // namespace
}  // namespace haymaker
