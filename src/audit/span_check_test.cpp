#include "audit/span_check.h"

#include <gtest/gtest.h>

#include "audit/visible_text.h"

namespace haymaker::audit {
namespace {

TEST(VisibleText, TakesTagsAwayAndResolvesReferences) {
  EXPECT_EQ(visible_text("<p>R&amp;D <b>is</b> &lt;5&#8364;&gt;</p>"), "R&D is <5€>");
  EXPECT_EQ(visible_text("a &unknown; b & c"), "a &unknown; b & c");
  EXPECT_EQ(without_layout(visible_text("sell&nbsp;it<br>\n now")), "sellitnow");
}

constexpr std::string_view kMessage =
    "Subject: Lunch\r\nMIME-Version: 1.0\r\n"
    "Content-Type: multipart/alternative; boundary=\"xx\"\r\n\r\n"
    "--xx\r\nContent-Type: text/plain\r\n\r\nHi,\r\nsell R&D\r\nnow.\r\n"
    "--xx\r\nContent-Type: text/html\r\n\r\n<p>Hi,</p><p>sell R&amp;D</p><p>now.</p>\r\n--xx--\r\n";

PlantedSpan span() {
  PlantedSpan result{.part = "1",
                     .start = 4,
                     .end = 16,
                     .start_byte = 4,
                     .end_byte = 16,
                     .text = "sell R&D\nnow",
                     .html_part = "2",
                     .html = ByteRange{13, 35},
                     .raw = {}};
  const std::size_t raw = kMessage.find("sell R&D\r\nnow");
  result.raw = ByteRange{raw, raw + 13};
  return result;
}

std::string wrong(const PlantedSpan& planted) {
  MessageReader reader;
  reader.read(kMessage);
  return check_span(planted, kMessage, reader);
}

TEST(SpanCheck, FindsWordsInTheTextTheHtmlAndTheBytesOfTheFile) { EXPECT_EQ(wrong(span()), ""); }

TEST(SpanCheck, SaysWhatTheHtmlHasInstead) {
  PlantedSpan planted = span();
  planted.html->begin += 5;
  EXPECT_EQ(wrong(planted),
            "bytes 18 to 35 of the HTML in part 2 are 'R&amp;D</p><p>now', not 'sell R&D\nnow'");
  planted.html = ByteRange{13, 3'000};
  EXPECT_EQ(wrong(planted), "bytes 13 to 3000 of the HTML in part 2 are '', not 'sell R&D\nnow'");
  planted.html_part = "1";
  EXPECT_EQ(wrong(planted), "there is no HTML in part 1");
}

TEST(SpanCheck, SaysWhatTheFileHasInstead) {
  PlantedSpan planted = span();
  planted.raw->end -= 3;
  EXPECT_NE(wrong(planted).find("of the message are 'sell R&D\n', not 'sell R&D\nnow'"),
            std::string::npos);
}

}  // namespace
}  // namespace haymaker::audit
