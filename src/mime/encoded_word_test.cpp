#include "mime/encoded_word.h"

#include <gtest/gtest.h>

#include <string>

#include "base/utf8.h"

namespace haymaker::mime {
namespace {

std::string words(std::string_view text, WordPlace place, WordEncoding encoding,
                  std::size_t column = 9) {
  Buffer out;
  append_encoded_words(text, place, encoding, column, out);
  return std::string(out.view());
}

TEST(EncodedWord, WritesTheFormsOfRfc2047) {
  EXPECT_EQ(words("Keld J\u00F8rn Simonsen", WordPlace::phrase, WordEncoding::q),
            "=?utf-8?Q?Keld_J=C3=B8rn_Simonsen?=");
  EXPECT_EQ(words("Keld J\u00F8rn", WordPlace::phrase, WordEncoding::b),
            "=?utf-8?B?S2VsZCBKw7hybg==?=");
}

TEST(EncodedWord, LeavesInAPhraseOnlyWhatRfc2047AllowsThere) {
  EXPECT_EQ(words("M\u00FCller, A. (FX)", WordPlace::phrase, WordEncoding::q),
            "=?utf-8?Q?M=C3=BCller=2C_A=2E_=28FX=29?=");
  EXPECT_EQ(words("M\u00FCller, A. (FX)?_=", WordPlace::unstructured, WordEncoding::q),
            "=?utf-8?Q?M=C3=BCller,_A._(FX)=3F=5F=3D?=");
}

TEST(EncodedWord, TakesTheShorterEncoding) {
  EXPECT_TRUE(words("Caf\u00E9 at noon", WordPlace::unstructured, WordEncoding::shorter)
                  .starts_with("=?utf-8?Q?"));
  EXPECT_TRUE(
      words("\u041F\u0440\u0438\u0432\u0435\u0442", WordPlace::unstructured, WordEncoding::shorter)
          .starts_with("=?utf-8?B?"));
}

TEST(EncodedWord, SplitsBeforeSeventyFiveOctetsBetweenCharacters) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += i % 3 == 0 ? "\U0001F910" : "\u00E9x";
  for (const WordEncoding encoding : {WordEncoding::q, WordEncoding::b}) {
    for (std::size_t column = 0; column < 90; ++column) {
      const std::string lines = words(text, WordPlace::unstructured, encoding, column);
      std::size_t begin = 0;
      std::size_t at = column;
      while (begin < lines.size()) {
        const std::size_t end = std::min(lines.find("\r\n", begin), lines.size());
        const std::string line = lines.substr(begin, end - begin);
        ASSERT_LE(at + line.size(), line.empty() ? 90U : 76U);
        const std::size_t space = line.starts_with(' ') ? 1 : 0;
        ASSERT_LE(line.size() - space, 75U);
        if (encoding == WordEncoding::b && !line.empty()) {
          ASSERT_EQ((line.size() - space - 12) % 4, 0U) << line;
        }
        at = 0;
        begin = end + 2;
      }
      ASSERT_EQ(lines.find("=\r\n"), lines.find("?=\r\n") + 1);
    }
  }
}

TEST(EncodedWord, ReturnsTheColumnWhereItEnds) {
  Buffer out;
  EXPECT_EQ(append_encoded_words("\u00E9", WordPlace::unstructured, WordEncoding::q, 9, out),
            9 + std::string_view("=?utf-8?Q?=C3=A9?=").size());
  out.clear();
  EXPECT_EQ(append_encoded_words("\u00E9", WordPlace::unstructured, WordEncoding::q, 70, out),
            1 + std::string_view("=?utf-8?Q?=C3=A9?=").size());
  EXPECT_EQ(out.view(), "\r\n =?utf-8?Q?=C3=A9?=");
}

}  // namespace
}  // namespace haymaker::mime
