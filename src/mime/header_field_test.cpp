#include "mime/header_field.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace haymaker::mime {
namespace {

std::string subject(std::string_view value) {
  Buffer out;
  append_unstructured("Subject:", value, WordEncoding::q, out);
  return std::string(out.view());
}

std::string to(std::vector<Mailbox> mailboxes) {
  Buffer out;
  append_mailboxes("To:", mailboxes, WordEncoding::q, out);
  return std::string(out.view());
}

std::string references(std::vector<std::string_view> ids) {
  Buffer out;
  append_message_ids("References:", ids, kLongestField, out);
  return std::string(out.view());
}

TEST(Unstructured, StaysOnItsLineWhereItFits) {
  EXPECT_EQ(subject(""), "Subject:\r\n");
  EXPECT_EQ(subject("Roll of the March repo"), "Subject: Roll of the March repo\r\n");
  EXPECT_EQ(subject(std::string(69, 'x')), "Subject: " + std::string(69, 'x') + "\r\n");
}

TEST(Unstructured, FoldsBeforeSpacesAndNeverToABlankLine) {
  EXPECT_EQ(subject(std::string(40, 'a') + ' ' + std::string(40, 'b')),
            "Subject: " + std::string(40, 'a') + "\r\n " + std::string(40, 'b') + "\r\n");
  EXPECT_EQ(subject(std::string(66, 'a') + " b   c"),
            "Subject: " + std::string(66, 'a') + " b\r\n   c\r\n");
  EXPECT_EQ(subject(std::string(90, 'a') + " b"),
            "Subject: " + std::string(90, 'a') + "\r\n b\r\n");
  EXPECT_EQ(subject("trailing   "), "Subject: trailing\r\n");
}

TEST(Unstructured, EncodesWhatIsNotAsciiOrLooksEncoded) {
  EXPECT_EQ(subject("Caf\u00E9"), "Subject: =?utf-8?Q?Caf=C3=A9?=\r\n");
  EXPECT_EQ(subject("see =?x?="), "Subject: =?utf-8?Q?see_=3D=3Fx=3F=3D?=\r\n");
}

TEST(Mailboxes, WritesEachKindOfDisplayName) {
  EXPECT_EQ(to({}), "");
  EXPECT_EQ(to({{"", "a@x.example"}}), "To: a@x.example\r\n");
  EXPECT_EQ(to({{"Anna Smith", "a@x.example"}}), "To: Anna Smith <a@x.example>\r\n");
  EXPECT_EQ(to({{"Smith, Anna (FX)", "a@x.example"}}),
            "To: \"Smith, Anna (FX)\" <a@x.example>\r\n");
  EXPECT_EQ(to({{"Anna B. Smith", "a@x.example"}}), "To: \"Anna B. Smith\" <a@x.example>\r\n");
  EXPECT_EQ(to({{"Anna \"Ann\" \\", "a@x.example"}}),
            "To: \"Anna \\\"Ann\\\" \\\\\" <a@x.example>\r\n");
  EXPECT_EQ(to({{" Anna", "a@x.example"}}), "To: \" Anna\" <a@x.example>\r\n");
  EXPECT_EQ(to({{"=?x?=", "a@x.example"}}), "To: \"=?x?=\" <a@x.example>\r\n");
  EXPECT_EQ(to({{"S\u00F8rensen, Ines", "a@x.example"}}),
            "To: =?utf-8?Q?S=C3=B8rensen=2C_Ines?= <a@x.example>\r\n");
}

TEST(Mailboxes, FoldsBetweenMailboxes) {
  EXPECT_EQ(to({{"", "first.recipient@meridianhale.example"},
                {"", "second.recipient@meridianhale.example"}}),
            "To: first.recipient@meridianhale.example,\r\n"
            " second.recipient@meridianhale.example\r\n");
}

TEST(Mailboxes, StopsBeforeAFieldThatParsersRefuse) {
  const std::vector<Mailbox> many(1'000, Mailbox{"", "somebody@meridianhale.example"});
  Buffer out;
  const std::size_t written = append_mailboxes("To:", many, WordEncoding::b, out);
  EXPECT_LE(out.size(), kLongestField + 2);
  EXPECT_GT(out.size(), kLongestField - 100);
  EXPECT_EQ(std::ranges::count(out.view(), '@'), static_cast<std::ptrdiff_t>(written));
  EXPECT_FALSE(out.view().ends_with(",\r\n"));
}

TEST(MessageIds, FoldsBetweenIds) {
  EXPECT_EQ(references({}), "");
  EXPECT_EQ(references({"a@x", "b@y"}), "References: <a@x> <b@y>\r\n");
  const std::string long_id(60, 'i');
  EXPECT_EQ(references({"a@x", long_id, "b@y"}),
            "References: <a@x>\r\n <" + long_id + "> <b@y>\r\n");
}

TEST(MessageIds, KeepsTheRootAndTheLatestOfALongConversation) {
  std::vector<std::string> ids;
  for (int i = 0; i < 200; ++i) ids.push_back(std::to_string(i) + std::string(90, 'i'));
  Buffer out;
  append_message_ids("References:", std::vector<std::string_view>(ids.begin(), ids.end()),
                     kLongestField, out);
  EXPECT_LE(out.size(), kLongestField + 2);
  EXPECT_TRUE(out.view().starts_with("References: <0i"));
  EXPECT_NE(out.view().find("<199i"), std::string_view::npos);
  EXPECT_NE(out.view().find("<198i"), std::string_view::npos);
  EXPECT_EQ(out.view().find("<1i"), std::string_view::npos);
}

TEST(MessageIds, KeepsTheRootAndTheLastInAFieldOfOneLine) {
  std::vector<std::string> ids;
  for (int i = 0; i < 30; ++i) ids.push_back(std::to_string(i) + std::string(60, 'i') + "@x.test");
  Buffer out;
  append_message_ids("References:", std::vector<std::string_view>(ids.begin(), ids.end()), 998,
                     out);
  EXPECT_LE(out.size(), 998U + 2);
  EXPECT_GT(out.size(), 900U);
  EXPECT_TRUE(out.view().starts_with("References: <0i"));
  EXPECT_TRUE(out.view().contains("<29i"));
  EXPECT_TRUE(out.view().contains("<28i"));
  EXPECT_FALSE(out.view().contains("<2i"));
}

}  // namespace
}  // namespace haymaker::mime
