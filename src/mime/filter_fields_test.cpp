#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "mime/message.h"

namespace haymaker::mime {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string render(MailClient client, Direction direction, std::uint64_t seed = 1) {
  static constexpr Mailbox kTo[] = {{"Ines Sorensen", "ines.sorensen@meridianhale.example"}};
  Envelope message;
  message.client = client;
  message.direction = direction;
  message.from = {"Anna Smith", "anna.smith@castellan-am.example"};
  message.to = kTo;
  message.subject = "March roll";
  message.date = 1'709'544'600;
  message.message_id = "one@castellan-am.example";
  message.sender_domain = "castellan-am.example";
  message.company_domain = "meridianhale.example";
  message.entropy = {seed, seed + 1, seed + 2, seed + 3};
  Buffer out;
  append_message(message, Part{.content = "Hi\n"}, out);
  return std::string(out.view());
}

int count_fields(const std::string& message) {
  int fields = 0;
  for (std::size_t at = 0; message.compare(at, 2, "\r\n") != 0; at = message.find("\r\n", at) + 2)
    fields += message[at] == ' ' || message[at] == '\t' ? 0 : 1;
  return fields;
}

TEST(FilterFields, MakeHeadersAsLongAsThoseOfExchange) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    for (const MailClient client : {MailClient::outlook_desktop, MailClient::exchange_online,
                                    MailClient::iphone, MailClient::machine}) {
      const int inside = count_fields(render(client, Direction::internal, seed));
      EXPECT_GE(inside, 23);
      EXPECT_LE(inside, 42);
      const int outside = count_fields(render(client, Direction::inbound, seed));
      EXPECT_GE(outside, 45);
      EXPECT_LE(outside, 70);
    }
  }
}

TEST(FilterFields, SayTheSameOfTheSameMessageInAllPlaces) {
  const std::string text = render(MailClient::exchange_online, Direction::inbound);
  const auto after = [&](std::string_view name) {
    const std::size_t at = text.find(name) + name.size();
    return text.substr(at, 36);
  };
  EXPECT_EQ(after("X-MS-Office365-Filtering-Correlation-Id:\r\n\t"),
            after("X-MS-Exchange-Organization-Network-Message-Id:\r\n\t"));
  EXPECT_THAT(text, HasSubstr("X-SID-PRA: anna.smith@castellan-am.example\r\n"));
  EXPECT_THAT(text, HasSubstr("DIR:INB;"));
}

TEST(FilterFields, CallMailByTheWayItTakes) {
  EXPECT_THAT(render(MailClient::exchange_online, Direction::internal), HasSubstr("DIR:INT;"));
  EXPECT_THAT(render(MailClient::exchange_online, Direction::outbound), HasSubstr("DIR:OUT;"));
  EXPECT_THAT(render(MailClient::outlook_desktop, Direction::internal),
              Not(HasSubstr("X-Forefront")));
}

TEST(FilterFields, StayWithinALineInWhatNobodyCanRead) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const std::string text = render(MailClient::gmail, Direction::inbound, seed);
    const std::size_t begin = text.find("X-Microsoft-Antispam-Message-Info:");
    const std::size_t end = text.find("\r\nX-MS-Exchange-AntiSpam-MessageData-ChunkCount");
    ASSERT_LT(begin, end);
    EXPECT_GE(end - begin, 3U * 65);
    for (std::size_t at = begin; at < end; at = text.find("\r\n", at) + 2)
      EXPECT_LE(text.find("\r\n", at) - at, 78U);
  }
}

}  // namespace
}  // namespace haymaker::mime
