#include "mime/base64.h"

#include <gtest/gtest.h>

#include <string>

namespace haymaker::mime {
namespace {

std::string base64(std::string_view bytes) {
  Buffer out;
  append_base64(bytes, out);
  return std::string(out.view());
}

std::string body(std::string_view bytes) {
  Buffer out;
  append_base64_body(bytes, out);
  return std::string(out.view());
}

TEST(Base64, EncodesTheVectorsOfRfc4648Section10) {
  EXPECT_EQ(base64(""), "");
  EXPECT_EQ(base64("f"), "Zg==");
  EXPECT_EQ(base64("fo"), "Zm8=");
  EXPECT_EQ(base64("foo"), "Zm9v");
  EXPECT_EQ(base64("foob"), "Zm9vYg==");
  EXPECT_EQ(base64("fooba"), "Zm9vYmE=");
  EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
}

TEST(Base64, UsesAllOfTheAlphabet) {
  EXPECT_EQ(base64("\xFB\xEF\xBE\xFF\xFF\xFF"), "++++////");
  EXPECT_EQ(base64(std::string_view("\0\0\0", 3)), "AAAA");
}

TEST(Base64Body, BreaksAfterSeventySixCharactersAndEndsInCrlf) {
  EXPECT_EQ(body(""), "");
  EXPECT_EQ(body(std::string(57, '\0')), std::string(76, 'A') + "\r\n");
  EXPECT_EQ(body(std::string(58, '\0')), std::string(76, 'A') + "\r\nAA==\r\n");
  EXPECT_EQ(body(std::string(114, '\0')),
            std::string(76, 'A') + "\r\n" + std::string(76, 'A') + "\r\n");
}

TEST(Base64Body, IsAsLongAsItsSizeSays) {
  for (std::size_t size = 0; size < 400; ++size) {
    EXPECT_EQ(body(std::string(size, 'x')).size(), base64_body_size(size)) << size;
  }
}

TEST(Base64Body, MayReadFromBehindTheEndOfItsOutput) {
  const std::string bytes = "The quick brown fox jumps over the lazy dog, and over sixty columns.";
  Buffer out(1'000);
  const std::size_t gap = base64_body_size(bytes.size());
  out.commit(gap);
  out.append(bytes);
  const std::string_view staged = out.view(gap);
  out.clear();
  append_base64_body(staged, out);
  EXPECT_EQ(out.view(), body(bytes));
}

}  // namespace
}  // namespace haymaker::mime
