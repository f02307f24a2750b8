#include "mime/message_id.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

namespace haymaker::mime {
namespace {

constexpr MailClient kAll[] = {MailClient::outlook_desktop, MailClient::exchange_online,
                               MailClient::gmail,           MailClient::apple_mail,
                               MailClient::iphone,          MailClient::machine};

std::string id(MailClient client, std::uint64_t entropy) {
  Buffer out;
  append_message_id(client, "meridianhale.example", 1'709'544'600, entropy, out);
  return std::string(out.view());
}

TEST(MessageId, HasTheShapeOfItsClient) {
  using testing::ContainsRegex;
  EXPECT_THAT(id(MailClient::outlook_desktop, 1),
              ContainsRegex("^[0-9a-f]{32}@EXCH0[1-8]\\.corp\\.meridianhale\\.example$"));
  EXPECT_THAT(id(MailClient::exchange_online, 1),
              ContainsRegex("^[0-9A-Z]{3}PR[0-9]{2}MB[0-9]{4}[0-9A-F]{20}@"
                            "[0-9A-Z]{3}PR[0-9]{2}MB[0-9]{4}\\.[a-z]{3}prd[0-9]{2}\\.prod\\."
                            "outlook\\.example$"));
  EXPECT_THAT(id(MailClient::gmail, 1),
              ContainsRegex("^CA[-_=+A-Za-z0-9]{42}@mail\\.gmail\\.example$"));
  EXPECT_THAT(id(MailClient::apple_mail, 1),
              ContainsRegex("^[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}@"
                            "meridianhale\\.example$"));
  EXPECT_THAT(id(MailClient::machine, 1),
              ContainsRegex("^[0-9]+\\.[0-9]+\\.1709544600[0-9]{3}@app[0-9]{2}\\.meridianhale"
                            "\\.example$"));
}

TEST(MessageId, OfExchangeOnlineNamesOneServerTwice) {
  const std::string text = id(MailClient::exchange_online, 5);
  EXPECT_EQ(text.substr(0, 13), text.substr(text.find('@') + 1, 13));
}

TEST(MessageId, DiffersForEachEntropy) {
  std::set<std::string> seen;
  for (const MailClient client : kAll) {
    if (client == MailClient::iphone) continue;  // Shares Apple's shape.
    for (std::uint64_t i = 0; i < 2'000; ++i) {
      EXPECT_TRUE(seen.insert(id(client, i)).second);
      EXPECT_TRUE(seen.insert(id(client, (i + 1) << 40)).second);
    }
  }
}

TEST(MessageId, IsADotAtomOnBothSides) {
  for (const MailClient client : kAll) {
    for (std::uint64_t i = 0; i < 500; ++i) {
      const std::string text = id(client, i);
      EXPECT_LE(text.size(), 250U);
      EXPECT_EQ(text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                       "0123456789!#$%&'*+-/=?^_`{|}~.@"),
                std::string::npos);
      EXPECT_EQ(text.find(".."), std::string::npos);
      EXPECT_EQ(text.find('@'), text.rfind('@'));
    }
  }
}

}  // namespace
}  // namespace haymaker::mime
