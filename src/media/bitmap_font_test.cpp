#include "media/bitmap_font.h"

#include <gtest/gtest.h>

#include <span>
#include <string>
#include <string_view>

#include "base/embedded.h"

namespace haymaker::media {

std::span<const EmbeddedFile> font_pack() noexcept;

namespace {

std::string drawn(char32_t c) {
  std::string picture;
  for (const std::uint8_t row : glyph(c)) {
    for (int x = 0; x < kGlyphWidth; ++x) picture += (row >> (7 - x) & 1) != 0 ? '#' : '.';
    picture += '\n';
  }
  return picture;
}

TEST(BitmapFont, DrawsALetter) {
  EXPECT_EQ(drawn('A'),
            "........\n........\n...##...\n..#..#..\n.#....#.\n.#....#.\n.#....#.\n"
            ".######.\n.#....#.\n.#....#.\n.#....#.\n........\n........\n");
}

TEST(BitmapFont, ShowsAReplacementForWhatItDoesNotHave) {
  EXPECT_EQ(glyph(0x6C7A), glyph(0xFFFD));
  EXPECT_EQ(glyph(0x1F910), glyph(0xFFFD));
  EXPECT_NE(glyph(U'ж'), glyph(0xFFFD));
  EXPECT_NE(glyph(U'Ω'), glyph(0xFFFD));
  EXPECT_NE(glyph(U'€'), glyph(0xFFFD));
}

TEST(BitmapFont, IsAFileOfSortedRecordsOfEqualLength) {
  std::string_view bytes = font_pack()[0].bytes();
  ASSERT_EQ(bytes.size() % 32, 0U);
  std::string_view before;
  for (; !bytes.empty(); bytes.remove_prefix(32)) {
    EXPECT_EQ(bytes[4], ' ');
    EXPECT_EQ(bytes[31], '\n');
    EXPECT_LT(before, bytes.substr(0, 4));
    EXPECT_EQ(bytes.substr(0, 31).find_first_not_of("0123456789ABCDEF "), std::string_view::npos);
    before = bytes.substr(0, 4);
  }
}

TEST(BitmapFont, GivesNoRoomToWhatIsNotSeen) {
  EXPECT_TRUE(has_no_width(0x200B));
  EXPECT_TRUE(has_no_width(0xAD));
  EXPECT_TRUE(has_no_width(0xFE0F));
  EXPECT_FALSE(has_no_width(' '));
  EXPECT_FALSE(has_no_width(0x2010));
}

}  // namespace
}  // namespace haymaker::media
