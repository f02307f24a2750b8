#include "media/pdf.h"

#include <gtest/gtest.h>

#include <charconv>
#include <string>

#include "media/file.h"
#include "media/pdf_fonts.h"
#include "media/pdf_objects.h"

namespace haymaker::media {
namespace {

TEST(PdfObjects, PointsToEachObjectFromTheTable) {
  std::vector<std::uint64_t> offsets;
  Buffer packed;
  Deflater deflater;
  Buffer out;
  out.append("before");
  PdfObjects objects(offsets, packed, deflater, out);
  const std::uint32_t first = objects.reserve();
  const std::uint32_t second = objects.reserve();
  objects.begin(second);
  out.append("(x)");
  objects.end();
  objects.add_raw_stream(first, "/A 1", "bytes");
  objects.finish(first, second, rng::Key{0xAB, 0xCD});
  EXPECT_EQ(out.view(6),
            "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n"
            "2 0 obj\n(x)\nendobj\n"
            "1 0 obj\n<< /A 1 /Length 5 >>\nstream\nbytes\nendstream\nendobj\n"
            "xref\n0 3\n0000000000 65535 f \n0000000034 00000 n \n0000000015 00000 n \n"
            "trailer\n<< /Size 3 /Root 1 0 R /Info 2 0 R /ID [<00000000000000CD00000000000000AB>"
            "<00000000000000CD00000000000000AB>] >>\nstartxref\n93\n%%EOF\n");
}

TEST(PdfFonts, MeasureTextByTheMetricsOfHelvetica) {
  std::vector<char32_t> characters;
  const PdfFonts fonts(Typeface::helvetica, characters);
  EXPECT_EQ(fonts.width("iW", false), 222U + 944U);
  EXPECT_EQ(fonts.width("iW", true), 278U + 944U);
  EXPECT_EQ(fonts.width("€–ü", false), 556U + 556U + 556U);
  EXPECT_EQ(fonts.width("\u200B", false), 0U);
  EXPECT_EQ(fonts.width("決", false), 1000U);
}

TEST(PdfFonts, ShowTextInOneStringWhereWinAnsiHasIt) {
  std::vector<char32_t> characters;
  PdfFonts fonts(Typeface::times, characters);
  Buffer out;
  fonts.show("P(&)L \\ 5 €", false, 11, out);
  EXPECT_EQ(out.view(), "/F1 11 Tf (P\\(&\\)L \\\\ 5 \x80) Tj\n");
}

TEST(PdfFonts, TakeAFurtherFontForOtherCharacters) {
  std::vector<char32_t> characters;
  PdfFonts fonts(Typeface::times, characters);
  Buffer out;
  fonts.show("pаy жж", true, 9, out);
  EXPECT_EQ(out.view(), "/F2 9 Tf (p) Tj /X1 9 Tf ( ) Tj /F2 9 Tf (y ) Tj /X1 9 Tf (!!) Tj\n");
  EXPECT_EQ(characters, (std::vector<char32_t>{U'а', U'ж'}));
}

TEST(PdfFonts, CodeTheMiddleOfWinAnsi) {
  EXPECT_EQ(win_ansi_code(U'€'), 0x80);
  EXPECT_EQ(win_ansi_code(U'’'), 0x92);
  EXPECT_EQ(win_ansi_code(U'Ÿ'), 0x9F);
  EXPECT_EQ(win_ansi_code(U'ü'), 0xFC);
  EXPECT_EQ(win_ansi_code(0xAD), 0);
  EXPECT_EQ(win_ansi_code(0x81), 0);
  EXPECT_EQ(win_ansi_code(U'\n'), 0);
  EXPECT_EQ(win_ansi_code(0), 0);
}

TEST(Pdf, KeepsAParagraphWithPlantedWordsOnOnePage) {
  std::string filler;
  for (int i = 0; i < 400; ++i) filler += "word ";
  const std::string_view paragraphs[] = {filler, filler, filler, filler, filler};
  Planted planted[5];
  for (std::uint32_t i = 0; i < 5; ++i) planted[i] = {Field::paragraph, i, 1'990, 1'999};
  const Document document{.paragraphs = paragraphs, .planted = planted};
  FileWriter writer;
  Buffer out;
  const auto places = writer.append_file(FileKind::pdf, document, rng::Key::root(4), out);
  std::uint32_t page = 1;
  for (const Place& place : places) {
    EXPECT_EQ(place.unit, PlaceUnit::page);
    EXPECT_GE(place.number, page);
    page = place.number;
    EXPECT_EQ(place.text, "word word");
  }
  EXPECT_EQ(page, 3U);
}

}  // namespace
}  // namespace haymaker::media
