#include "mime/charset.h"

#include <gtest/gtest.h>

#include <string>

namespace haymaker::mime {
namespace {

std::string in(Charset charset, std::string_view text) {
  Buffer out;
  append_in_charset(charset, text, out);
  return std::string(out.view());
}

TEST(Charset, HoldsWhatItsTableHolds) {
  EXPECT_TRUE(can_encode(Charset::us_ascii, "plain"));
  EXPECT_FALSE(can_encode(Charset::us_ascii, "é"));
  EXPECT_TRUE(can_encode(Charset::iso_8859_1, "é ÿ £ ¤"));
  EXPECT_FALSE(can_encode(Charset::iso_8859_1, "5 €"));
  EXPECT_FALSE(can_encode(Charset::iso_8859_1, "don’t"));
  EXPECT_TRUE(can_encode(Charset::iso_8859_15, "5 € Œ š Ž"));
  EXPECT_FALSE(can_encode(Charset::iso_8859_15, "¤"));
  EXPECT_TRUE(can_encode(Charset::windows_1252, "don’t – “so” € …"));
  EXPECT_FALSE(can_encode(Charset::windows_1252, "Łódź"));
  EXPECT_FALSE(can_encode(Charset::windows_1252, "\xC2\x81"));
  EXPECT_TRUE(can_encode(Charset::utf_8, "Łódź 🤐"));
}

TEST(Charset, EncodesByItsTable) {
  EXPECT_EQ(in(Charset::iso_8859_1, "Caf\u00E9 \u00A3"), "Caf\xE9 \xA3");
  EXPECT_EQ(in(Charset::iso_8859_15, "\u20AC \u0160\u0161\u017D\u017E\u0152\u0153\u0178"),
            "\xA4 \xA6\xA8\xB4\xB8\xBC\xBD\xBE");
  EXPECT_EQ(in(Charset::windows_1252, "\u20AC\u2018\u2019\u201C\u201D\u2013\u2014\u2026\u0178"),
            "\x80\x91\x92\x93\x94\x96\x97\x85\x9F");
  EXPECT_EQ(in(Charset::utf_8, "\u20AC"), "\xE2\x82\xAC");
}

TEST(Charset, IsNamedAsRegistered) {
  EXPECT_EQ(charset_name(Charset::iso_8859_15), "iso-8859-15");
  EXPECT_EQ(charset_name(Charset::windows_1252), "windows-1252");
}

}  // namespace
}  // namespace haymaker::mime
