#include "media/zip_archive.h"

#include <gtest/gtest.h>

#include <string>

namespace haymaker::media {
namespace {

std::string hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const char c : bytes) {
    text += kDigits[static_cast<unsigned char>(c) >> 4];
    text += kDigits[static_cast<unsigned char>(c) & 15];
  }
  return text;
}

TEST(ZipArchive, WritesEachFieldOfASmallArchive) {
  Deflater deflater;
  Buffer directory;
  Buffer out;
  ZipArchive archive(1'709'544'602, deflater, directory, out);  // 2024-03-04T09:30:02Z
  archive.add_stored("a", "x");
  archive.finish();
  const std::string shared =
      "1400"
      "0000"
      "0000"
      "c14b6458"
      "8316dc8c"
      "01000000"
      "01000000"
      "0100"
      "0000";
  EXPECT_EQ(hex(out.view()), "504b0304" + shared +
                                 "61"
                                 "78" +
                                 "504b0102"
                                 "1400" +
                                 shared +
                                 "0000"
                                 "0000"
                                 "0000"
                                 "00000000"
                                 "00000000"
                                 "61" +
                                 "504b0506"
                                 "0000"
                                 "0000"
                                 "0100"
                                 "0100"
                                 "2f000000"
                                 "20000000"
                                 "0000");
}

TEST(ZipArchive, CountsItsOffsetsFromItsOwnBeginning) {
  Deflater deflater;
  Buffer directory;
  Buffer alone;
  Buffer behind;
  behind.append("something else");
  for (Buffer* out : {&alone, &behind}) {
    ZipArchive archive(kOfficeFileTime, deflater, directory, *out);
    archive.add("one.txt", std::string(1'000, 'q'));
    archive.add("zwei-ü.txt", "short");
    archive.finish();
  }
  EXPECT_EQ(behind.view(14), alone.view());
}

TEST(ZipArchive, StoresWhatDeflateWouldNotMakeSmaller) {
  Deflater deflater;
  Buffer directory;
  Buffer out;
  ZipArchive archive(kOfficeFileTime, deflater, directory, out);
  archive.add("a", "qwertyuiop");
  archive.finish();
  EXPECT_EQ(out.view().substr(8, 2), std::string_view("\0\0", 2));
  EXPECT_NE(out.view().find("aqwertyuiop"), std::string_view::npos);
}

TEST(ZipArchive, SaysThatANameIsUtf8) {
  Deflater deflater;
  Buffer directory;
  Buffer out;
  ZipArchive archive(kOfficeFileTime, deflater, directory, out);
  archive.add("März.txt", "");
  archive.finish();
  EXPECT_EQ(out.view().substr(6, 2), std::string_view("\0\x08", 2));
}

}  // namespace
}  // namespace haymaker::media
