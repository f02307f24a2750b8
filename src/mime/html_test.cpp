#include "mime/html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace haymaker::mime {
namespace {

using testing::HasSubstr;

constexpr MailClient kAll[] = {MailClient::outlook_desktop, MailClient::exchange_online,
                               MailClient::gmail,           MailClient::apple_mail,
                               MailClient::iphone,          MailClient::machine};

std::string html(MailClient client, std::string_view text, std::vector<TextSpan>* spans = nullptr) {
  std::vector<TextSpan> none;
  Buffer out;
  out.append("before");
  append_html(client, text, "en-GB", spans == nullptr ? none : *spans, out);
  return std::string(out.view(6));
}

TEST(Html, WritesGmailsDivisions) {
  EXPECT_EQ(html(MailClient::gmail, "Hi\n\nBye\n"),
            "<div dir=\"ltr\"><div>Hi</div><div><br></div><div>Bye</div></div>\n");
}

TEST(Html, WritesOutlooksParagraphs) {
  const std::string text = html(MailClient::outlook_desktop, "Hi\n\nBye");
  EXPECT_THAT(text, HasSubstr("<body lang=\"en-GB\""));
  EXPECT_THAT(text, HasSubstr("<p class=\"MsoNormal\">Hi<o:p></o:p></p>\n"
                              "<p class=\"MsoNormal\"><o:p>&nbsp;</o:p></p>\n"
                              "<p class=\"MsoNormal\">Bye<o:p></o:p></p>\n</div>\n</body>"));
}

TEST(Html, EscapesWhatHtmlReads) {
  EXPECT_THAT(html(MailClient::gmail, "P&L < 5 > 4\n"),
              HasSubstr("<div>P&amp;L &lt; 5 &gt; 4</div>"));
}

TEST(Html, NestsQuotes) {
  EXPECT_EQ(html(MailClient::apple_mail, "I\n> you\n>> he\n> > she\n>\nwe\n")
                .substr(std::string("<html><head><meta http-equiv=\"content-type\" content=\"text/"
                                    "html; charset=utf-8\"></head><body style=\"overflow-wrap: "
                                    "break-word; -webkit-nbsp-mode: space; line-break: "
                                    "after-white-space;\">")
                            .size()),
            "<div>I</div><blockquote type=\"cite\"><div>you</div><blockquote type=\"cite\">"
            "<div>he</div><div>she</div></blockquote><div><br></div></blockquote><div>we</div>"
            "</body></html>\n");
}

TEST(Html, MovesSpansWithTheirWords) {
  const std::string text =
      "Morning,\n\nkeep P&L < 5 off the books\nand quiet\n> as he <said> before\nBye";
  const auto span = [&](std::string_view words) {
    const std::size_t begin = text.find(words);
    return TextSpan{begin, begin + words.size()};
  };
  for (const MailClient client : kAll) {
    std::vector<TextSpan> spans = {span("Morning"),   span("P&L < 5"), span("<said>"),
                                   span("Bye"),       span("& "),      span("off the books"),
                                   span("and quiet"), span("as he"),   span("books\nand")};
    spans[4] = span("L < 5 off");
    const std::string out = html(client, text, &spans);
    const auto inside = [&](std::size_t i) {
      return out.substr(spans[i].begin, spans[i].end - spans[i].begin);
    };
    EXPECT_EQ(inside(0), "Morning");
    EXPECT_EQ(inside(1), "P&amp;L &lt; 5");
    EXPECT_EQ(inside(2), "&lt;said&gt;");
    EXPECT_EQ(inside(3), "Bye");
    EXPECT_EQ(inside(4), "L &lt; 5 off");
    EXPECT_EQ(inside(5), "off the books");
    EXPECT_EQ(inside(6), "and quiet");
    EXPECT_EQ(inside(7), "as he");
    EXPECT_TRUE(inside(8).starts_with("books<")) << inside(8);
    EXPECT_TRUE(inside(8).ends_with(">and") || inside(8).ends_with(">\nand")) << inside(8);
  }
}

TEST(Html, ShowsAnImageByItsContentId) {
  Buffer out;
  append_html(MailClient::gmail, "Hi\n", "en-GB", ShownImage{"logo@x.example", "Logo"}, {}, out);
  EXPECT_EQ(out.view(),
            "<div dir=\"ltr\"><div>Hi</div><div><img src=\"cid:logo@x.example\" alt=\"Logo\"></div>"
            "</div>\n");
}

}  // namespace
}  // namespace haymaker::mime
