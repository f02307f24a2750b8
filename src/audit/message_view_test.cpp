#include "audit/message_view.h"

#include <gmock/gmock.h>

#include "audit/mbox_splitter.h"
#include "audit/message_rules.h"

namespace haymaker::audit {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::string_view kFields =
    "Date: Wed, 05 Mar 2025 09:14:07 +0000\r\nFrom: Ana <ana@corp.example>\r\n"
    "Message-ID: <1@corp.example>\r\nMIME-Version: 1.0\r\n";

constexpr std::string_view kNested =
    "Content-Type: multipart/mixed; boundary=outer\r\n"
    "\r\npreamble\r\n"
    "--outer\r\nContent-Type: multipart/alternative; boundary=\"in ner\"\r\n\r\n"
    "--in ner\r\nContent-Type: text/plain; charset=iso-8859-1\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n\r\ncaf=E9\r\nbar\r\n\r\n"
    "--in ner\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n--in ner--\r\n"
    "--outer\r\nContent-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\nhello\r\n"
    "--outer\r\nContent-Type: application/pdf; name=a.pdf\r\n"
    "Content-Disposition: attachment; filename=b.pdf\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\nZm9v\r\n--outer--\r\n";

std::vector<std::string_view> rules_broken(const std::string& bytes) {
  MessageReader reader;
  reader.read(bytes);
  std::vector<Violation> violations;
  check_rules(bytes, reader, violations);
  std::vector<std::string_view> rules;
  for (const Violation& violation : violations) rules.push_back(violation.rule);
  return rules;
}

TEST(MessageReader, NumbersPartsAsImapDoes) {
  const std::string bytes = std::string(kFields) + std::string(kNested);
  MessageReader reader;
  reader.read(bytes);
  std::vector<std::string> seen;
  for (const PartView& part : reader.parts()) seen.push_back(part.section + " " + part.type);
  EXPECT_THAT(seen, ElementsAre("1.1 text/plain", "1.2 text/html", "2 message/rfc822",
                                "2.1 text/plain", "3 application/pdf"));
  EXPECT_EQ(reader.part("3")->filename, "b.pdf");
  EXPECT_TRUE(reader.part("3")->attached);
  EXPECT_EQ(reader.part("2.1")->body, "hello");
  EXPECT_THAT(rules_broken(bytes), IsEmpty());
}

TEST(MessageReader, DecodesTextToUtf8WithLineFeeds) {
  const std::string bytes = std::string(kFields) + std::string(kNested);
  MessageReader reader;
  reader.read(bytes);
  std::string text;
  ASSERT_TRUE(decode_text(*reader.part("1.1"), text));
  EXPECT_EQ(text, "caf\xC3\xA9\nbar\n");
}

TEST(MessageReader, UnfoldsAndDecodesFields) {
  MessageReader reader;
  reader.read("Subject: =?utf-8?Q?a=C3=A9?=\r\n =?utf-8?Q?b?= c\r\n\r\n");
  EXPECT_EQ(decoded_field(reader.header(), "SUBJECT"),
            "a\xC3\xA9"
            "b c");
  EXPECT_EQ(decoded_field(reader.header(), "To"), "");
}

TEST(MessageReader, MissesAClosingBoundary) {
  const std::string bytes =
      std::string(kFields) + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n";
  EXPECT_THAT(rules_broken(bytes), ElementsAre("a multipart is closed by its boundary"));
}

TEST(MessageRules, NameWhatIsBroken) {
  const std::string fields(kFields);
  const std::string text = "Content-Type: text/plain; charset=utf-8\r\n\r\n";
  EXPECT_THAT(rules_broken(fields + text + "hello\r\n"), IsEmpty());
  EXPECT_THAT(rules_broken(fields + text + "hello\n"),
              ElementsAre("a message ends in CRLF",
                          "each line ends in CRLF, and CR and LF stand nowhere else"));
  EXPECT_THAT(rules_broken(fields + text + "hel\rlo\r\n"),
              ElementsAre("each line ends in CRLF, and CR and LF stand nowhere else"));
  EXPECT_THAT(rules_broken(fields + text + std::string(998, 'x') + "\r\n"), IsEmpty());
  EXPECT_THAT(rules_broken(fields + text + std::string(999, 'x') + "\r\n"),
              ElementsAre("a line has at most 998 bytes"));
  EXPECT_THAT(rules_broken(fields + "From: b@c.example\r\n" + text),
              ElementsAre("a field of RFC 5322 section 3.6 stands once"));
  EXPECT_THAT(rules_broken("Date: Wed, 05 Mar 2025 09:14:07 +0000\r\nMIME-Version: 1.0\r\n"
                           "Message-ID: <1@corp.example>\r\n\r\n"),
              ElementsAre("Date, From, Message-ID and MIME-Version are there"));
  EXPECT_THAT(rules_broken(fields + "In-Reply-To: none\r\n" + text),
              ElementsAre("an identifier is <left@right>, at most 250 bytes"));
  EXPECT_THAT(rules_broken(fields + "Subject: a\r\n \r\n b\r\n" + text),
              ElementsAre("a continuation line is more than white space"));
  EXPECT_THAT(rules_broken(fields + "Content-Transfer-Encoding: 8bit\r\n" + text + "\xC3\r\n"),
              ElementsAre("a text decodes from its character set"));
  EXPECT_THAT(rules_broken(fields + "Subject: =?utf-8?Q?=C3?=\r\n" + text),
              ElementsAre("an encoded word is whole and decodes"));
}

TEST(MboxSplitter, GivesTheSameMessagesHoweverTheFileIsCut) {
  const std::string file =
      "From 0a@mail.example Wed Mar  5 09:14:07 2025\nA: b\n\n>From here\n>>From there\n> x\n\n"
      "From 0b@mail.example Wed Mar  5 09:14:08 2025\nC: d\n\n\n\n";
  for (std::size_t step = 1; step <= file.size(); ++step) {
    MboxSplitter splitter;
    std::string_view sender;
    Buffer message;
    std::vector<std::string> seen;
    const auto drain = [&] {
      while (splitter.next(sender, message)) {
        seen.push_back(std::string(sender) + "|" + std::string(message.view()));
      }
    };
    for (std::size_t at = 0; at < file.size(); at += step) {
      splitter.add(std::string_view(file).substr(at, step));
      drain();
    }
    splitter.end();
    drain();
    EXPECT_THAT(seen, ElementsAre("0a|A: b\r\n\r\nFrom here\r\n>From there\r\n> x\r\n",
                                  "0b|C: d\r\n\r\n\r\n"))
        << step;
  }
}

}  // namespace
}  // namespace haymaker::audit
