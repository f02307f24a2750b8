#include "mime/message.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "mime/message_id.h"
#include "mime/thread_index.h"

namespace haymaker::mime {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr MailClient kAll[] = {MailClient::outlook_desktop, MailClient::exchange_online,
                               MailClient::gmail,           MailClient::apple_mail,
                               MailClient::iphone,          MailClient::machine};
constexpr Direction kDirections[] = {Direction::internal, Direction::inbound, Direction::outbound};

const Mailbox kTo[] = {{"Sørensen, Ines (Settlements)", "ines.sorensen@meridianhale.example"},
                       {"Jonathan Okonkwo", "jonathan.okonkwo@meridianhale.example"}};

Envelope envelope(MailClient client, Direction direction = Direction::internal) {
  Envelope message;
  message.client = client;
  message.direction = direction;
  message.from = {"Anna Smith", "anna.smith@castellan-am.example"};
  message.to = kTo;
  message.subject = "March roll";
  message.date = 1'709'544'600;  // 2024-03-04T09:30:00Z
  message.message_id = "one@castellan-am.example";
  message.sender_domain = "castellan-am.example";
  message.company_domain = "meridianhale.example";
  message.entropy = {11, 22, 33, 44};
  return message;
}

std::string render(const Envelope& message, const Part& body) {
  Buffer out;
  append_message(message, body, out);
  return std::string(out.view());
}

std::string render(MailClient client, const Part& body) { return render(envelope(client), body); }

std::string body_of(const std::string& message) {
  return message.substr(message.find("\r\n\r\n") + 4);
}

// The fields of a header, unfolded, in their order.
std::vector<std::string> fields_of(const std::string& message) {
  std::vector<std::string> fields;
  std::istringstream lines(message.substr(0, message.find("\r\n\r\n") + 2));
  for (std::string line; std::getline(lines, line);) {
    line.pop_back();
    if (line.front() == ' ' || line.front() == '\t') {
      fields.back() += line;
    } else {
      fields.push_back(line);
    }
  }
  return fields;
}

int count_fields(const std::string& message, std::string_view name) {
  return static_cast<int>(std::ranges::count_if(
      fields_of(message), [&](const std::string& field) { return field.starts_with(name); }));
}

TEST(Message, HoldsTheRulesOfLinesInEachShape) {
  const std::string long_line(3'000, 'x');
  const Part body{.content = long_line};
  for (const MailClient client : kAll) {
    for (const Direction direction : kDirections) {
      const std::string text = render(envelope(client, direction), body);
      ASSERT_TRUE(text.ends_with("\r\n"));
      for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n') {
          ASSERT_EQ(text[i - 1], '\r');
        }
        if (text[i] == '\r') {
          ASSERT_EQ(text[i + 1], '\n');
        }
      }
      for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find("\r\n", begin);
        ASSERT_LE(end - begin, 998U);
        begin = end + 2;
      }
    }
  }
}

TEST(Message, HasEachFieldOnceThatRfc5322Limits) {
  for (const MailClient client : kAll) {
    for (const Direction direction : kDirections) {
      const std::string text = render(envelope(client, direction), Part{.content = "Hi\n"});
      for (const char* const name : {"Date: ", "From: ", "To: ", "Subject: "}) {
        EXPECT_EQ(count_fields(text, name), 1) << name;
      }
      EXPECT_EQ(count_fields(text, "Message-ID: ") + count_fields(text, "Message-Id: "), 1);
      EXPECT_EQ(count_fields(text, "MIME-Version: ") + count_fields(text, "Mime-Version: "), 1);
      EXPECT_EQ(count_fields(text, "Content-Type: "), 1);
      EXPECT_EQ(count_fields(text, "In-Reply-To: "), 0);
      EXPECT_EQ(count_fields(text, "References: "), 0);
    }
  }
}

TEST(Message, PassesOneToThreeServersInsideAndMoreFromOutside) {
  for (const MailClient client : kAll) {
    for (std::uint64_t i = 0; i < 200; ++i) {
      Envelope message = envelope(client);
      message.entropy = {i, i + 1, i + 2, i + 3};
      const int inside = count_fields(render(message, Part{}), "Received: ");
      EXPECT_GE(inside, 1);
      EXPECT_LE(inside, 3);
      message.direction = Direction::inbound;
      const int outside = count_fields(render(message, Part{}), "Received: ");
      EXPECT_GE(outside, 4);
      EXPECT_LE(outside, 7);
    }
  }
}

// Seconds of the day in a Received field's date, which is in UTC or, as Google's and Postfix's are,
// in a zone that the test's date has no midnight near.
int second_of_hour(const std::string& field) {
  const std::size_t colon = field.rfind(':');
  return std::stoi(field.substr(colon - 2, 2)) * 60 + std::stoi(field.substr(colon + 1, 2));
}

TEST(Message, IsReceivedLaterTheHigherTheFieldStands) {
  for (const MailClient client : kAll) {
    for (const Direction direction : kDirections) {
      for (std::uint64_t i = 0; i < 200; ++i) {
        Envelope message = envelope(client, direction);
        message.entropy = {i, i * 3 + 1, i + 2, i + 3};
        int later = 40 * 60;
        for (const std::string& field : fields_of(render(message, Part{}))) {
          if (!field.starts_with("Received: ")) continue;
          const int at = second_of_hour(field);
          ASSERT_LE(at, later);
          ASSERT_GE(at, 30 * 60);
          later = at;
        }
      }
    }
  }
}

TEST(Message, ClaimsNoSignature) {
  for (const MailClient client : kAll) {
    const std::string text = render(envelope(client, Direction::inbound), Part{.content = "Hi\n"});
    EXPECT_THAT(text, Not(HasSubstr("DKIM-Signature")));
    EXPECT_THAT(text, HasSubstr("dkim=none (message not signed)"));
  }
}

TEST(Message, NamesOnlyReservedDomains) {
  for (const MailClient client : kAll) {
    for (const Direction direction : kDirections) {
      const std::string text = render(envelope(client, direction), Part{.content = "Hi\n"});
      for (const char* const taken : {".com", ".net", ".org", ".co."}) {
        EXPECT_THAT(text, Not(HasSubstr(taken)));
      }
    }
  }
}

TEST(Message, IsAPureFunctionOfItsArguments) {
  for (const MailClient client : kAll) {
    const Part body{.content = "Hi\n"};
    EXPECT_EQ(render(client, body), render(client, body));
    Envelope other = envelope(client);
    other.entropy[0] += 4;
    EXPECT_NE(render(client, body), render(other, body));
  }
}

TEST(Message, AnswersItsParent) {
  const std::string_view references[] = {"root@x.example", "parent@x.example"};
  Envelope message = envelope(MailClient::exchange_online);
  message.in_reply_to = references[1];
  message.references = references;
  const ThreadRoot root = thread_root(ThreadIndexForm::modern, message.date, {});
  message.thread_index = root;
  message.thread_topic = "March roll";
  const std::string text = render(message, Part{.content = "Hi\n"});
  EXPECT_THAT(text, HasSubstr("\r\nIn-Reply-To: <parent@x.example>\r\n"));
  EXPECT_THAT(text, HasSubstr("\r\nReferences: <root@x.example> <parent@x.example>\r\n"));
  EXPECT_THAT(text, HasSubstr("\r\nThread-Topic: March roll\r\nThread-Index: AQHa"));
}

TEST(Message, TellsProgramsThatAProgramWrote) {
  Envelope message = envelope(MailClient::machine);
  message.traffic = TrafficClass::notice;
  EXPECT_THAT(render(message, Part{}), HasSubstr("\r\nAuto-Submitted: auto-generated\r\n"));
  message.traffic = TrafficClass::bulk;
  message.list_id = "research.castellan-am.example";
  message.list_unsubscribe = "https://castellan-am.example/u/8f3c";
  const std::string bulk = render(message, Part{});
  EXPECT_THAT(bulk, HasSubstr("\r\nPrecedence: bulk\r\n"));
  EXPECT_THAT(bulk, HasSubstr("\r\nList-Id: <research.castellan-am.example>\r\n"));
  EXPECT_THAT(bulk, HasSubstr("\r\nList-Unsubscribe: <https://castellan-am.example/u/8f3c>\r\n"));
  EXPECT_THAT(bulk, HasSubstr("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
  Envelope absent = envelope(MailClient::exchange_online);
  absent.traffic = TrafficClass::auto_reply;
  const std::string reply = render(absent, Part{});
  EXPECT_THAT(reply, HasSubstr("\r\nAuto-Submitted: auto-replied\r\n"));
  EXPECT_THAT(reply, HasSubstr("\r\nX-Auto-Response-Suppress: All\r\n"));
  EXPECT_THAT(reply, HasSubstr("\r\nReturn-Path: <>\r\n"));
}

TEST(Message, WritesToNobodyInParticular) {
  Envelope message = envelope(MailClient::machine);
  message.to = {};
  EXPECT_THAT(render(message, Part{}), HasSubstr("\r\nTo: undisclosed-recipients:;\r\n"));
}

TEST(Message, CarriesPlainTextAsItIs) {
  EXPECT_EQ(body_of(render(MailClient::gmail, Part{.content = "Hi\n\nBye\n"})),
            "Hi\r\n\r\nBye\r\n");
}

TEST(Message, FallsBackWhereACharsetOrAnEncodingCannotCarryTheText) {
  const std::string text = render(
      MailClient::machine,
      Part{.content = "5 €\n", .charset = Charset::iso_8859_1, .encoding = Encoding::seven_bit});
  EXPECT_THAT(text, HasSubstr("charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable"));
  EXPECT_EQ(body_of(text), "5 =E2=82=AC\r\n");
}

TEST(Message, EncodesAfterTheCharset) {
  const Part latin{
      .content = "Café\n", .charset = Charset::iso_8859_15, .encoding = Encoding::quoted_printable};
  EXPECT_EQ(body_of(render(MailClient::machine, latin)), "Caf=E9\r\n");
  Part windows = latin;
  windows.charset = Charset::windows_1252;
  windows.encoding = Encoding::base64;
  EXPECT_EQ(body_of(render(MailClient::machine, windows)), "Q2Fm6Q0K\r\n");  // "Caf\xE9\r\n"
  windows.encoding = Encoding::eight_bit;
  EXPECT_EQ(body_of(render(MailClient::machine, windows)), "Caf\xE9\r\n");
}

TEST(Message, NestsMultipartsWithTheirTypes) {
  const Part texts[] = {{.kind = PartKind::plain, .content = "Hi\n"},
                        {.kind = PartKind::html, .content = "<p>Hi</p>\n"}};
  const Part alternative{.kind = PartKind::alternative, .parts = texts};
  const Part shown[] = {alternative,
                        {.kind = PartKind::inline_file,
                         .content = "png",
                         .media_type = "image/png",
                         .file_name = "logo.png",
                         .content_id = "logo@x.example"}};
  const Part related{.kind = PartKind::related, .parts = shown};
  const Part files[] = {related,
                        {.kind = PartKind::attachment,
                         .content = "foobar",
                         .media_type = "application/pdf",
                         .file_name = "Übersicht.pdf",
                         .modified = 1'709'544'600}};
  const Part mixed{.kind = PartKind::mixed, .parts = files};
  const std::string text = render(MailClient::exchange_online, mixed);
  EXPECT_THAT(text, HasSubstr("\r\nX-MS-Has-Attach: yes\r\n"));
  EXPECT_THAT(text, HasSubstr("Content-Type: multipart/mixed;\r\n\tboundary=\"_004_"));
  EXPECT_THAT(text, HasSubstr("Content-Type: multipart/related;\r\n\ttype=\"multipart/alternative\""
                              ";\r\n\tboundary=\"_003_"));
  EXPECT_THAT(text, HasSubstr("Content-Type: multipart/alternative;\r\n\tboundary=\"_000_"));
  EXPECT_THAT(text, HasSubstr("\r\nContent-ID: <logo@x.example>\r\n"));
  EXPECT_THAT(text, HasSubstr("filename*=utf-8''%C3%9Cbersicht.pdf; size=6;\r\n"
                              "\tcreation-date=\"Mon, 04 Mar 2024 09:30:00 +0000\";"));
  EXPECT_THAT(text, HasSubstr("\r\n\r\nZm9vYmFy\r\n\r\n--_004_"));
  EXPECT_TRUE(text.ends_with("_--\r\n"));
}

TEST(Message, HasBoundariesThatNeverBeginWithOneAnother) {
  const Part leaf[] = {{.content = "Hi\n"}};
  const Part inner[] = {{.kind = PartKind::alternative, .parts = leaf},
                        {.kind = PartKind::alternative, .parts = leaf}};
  const Part outer[] = {{.kind = PartKind::related, .parts = inner}};
  const Part root{.kind = PartKind::mixed, .parts = outer};
  for (const MailClient client : kAll) {
    const std::string text = render(client, root);
    std::set<std::string> boundaries;
    std::size_t size = 0;
    for (std::size_t at = text.find("boundary=\""); at != std::string::npos;
         at = text.find("boundary=\"", at + 1)) {
      const std::string boundary = text.substr(at + 10, text.find('"', at + 10) - at - 10);
      EXPECT_LE(boundary.size(), 70U);
      if (size != 0) {
        EXPECT_EQ(boundary.size(), size);
      }
      size = boundary.size();
      boundaries.insert(boundary);
    }
    EXPECT_EQ(boundaries.size(), 4U);
  }
}

TEST(Message, CarriesAMessageUnaltered) {
  const std::string inner = render(MailClient::gmail, Part{.content = "Hi\n"});
  const Part parts[] = {
      {.content = "See below\n"},
      {.kind = PartKind::message, .content = inner, .file_name = "March roll.eml"}};
  const Part mixed{.kind = PartKind::mixed, .parts = parts};
  const std::string text = render(MailClient::exchange_online, mixed);
  EXPECT_THAT(text, HasSubstr("Content-Type: message/rfc822;\r\n\tname=\"March roll.eml\"\r\n"
                              "Content-Transfer-Encoding: 7bit\r\n"));
  EXPECT_THAT(text, HasSubstr("\r\n\r\n" + inner));
}

TEST(Message, InvitesWithItsMethod) {
  const Part parts[] = {{.content = "Join\n"},
                        {.kind = PartKind::calendar,
                         .content = "BEGIN:VCALENDAR\nMETHOD:REQUEST\nEND:VCALENDAR\n",
                         .method = "REQUEST"}};
  const Part root{.kind = PartKind::alternative, .parts = parts};
  EXPECT_THAT(render(MailClient::exchange_online, root),
              HasSubstr("Content-Type: text/calendar; charset=\"utf-8\"; method=REQUEST\r\n"));
}

TEST(Message, FlowsAsDeclared) {
  EXPECT_THAT(render(MailClient::apple_mail, Part{.content = "Hi\n", .flowed = true}),
              HasSubstr("charset=utf-8; format=flowed; delsp=no\r\n"));
}

TEST(Message, SaysWhereATextStandsAsItIs) {
  const Part plain{.content = "Sell it.\nToday.\n"};
  Buffer out;
  out.append("before");
  const auto place =
      append_message(envelope(MailClient::exchange_online, Direction::internal), plain, out);
  ASSERT_TRUE(place.has_value());
  EXPECT_EQ(out.view(6).substr(place->begin, place->end - place->begin), "Sell it.\r\nToday.\r\n");
  const Part hidden{.content = "Gr\u00FC\u00DFe\n"};
  EXPECT_FALSE(
      append_message(envelope(MailClient::exchange_online, Direction::internal), hidden, out)
          .has_value());
}

TEST(Message, AllocatesNothingOnceItsBufferHasGrown) {
  const Part body{.content = "Hi Gr\u00FC\u00DFe\n", .encoding = Encoding::base64};
  Buffer out;
  append_message(envelope(MailClient::exchange_online, Direction::inbound), body, out);
  const char* const bytes = out.data();
  for (int i = 0; i < 10; ++i) {
    out.clear();
    append_message(envelope(MailClient::exchange_online, Direction::inbound), body, out);
  }
  EXPECT_EQ(out.data(), bytes);
}

}  // namespace
}  // namespace haymaker::mime
