#include "audit/decoding.h"

#include <gtest/gtest.h>

#include "audit/mail_date.h"
#include "audit/parameters.h"

namespace haymaker::audit {
namespace {

struct Case {
  std::string_view encoding;
  std::string_view text;
  std::string_view expected;
  bool right;
};

TEST(Decoding, UndoesTransferEncodings) {
  const Case cases[] = {
      {"base64", "Zm9v\r\nYmE=\r\n", "fooba", true},
      {"BASE64", "Zg==", "f", true},
      {"base64", "Zm9", "", false},        // Not a multiple of four.
      {"base64", "Zg==Zg==", "f", false},  // Padding before the end.
      {"base64", "Zm 9v", "", false},
      {"quoted-printable", "caf=C3=A9 =\r\nau lait\r\n", "caf\xC3\xA9 au lait\r\n", true},
      {"quoted-printable", "caf=c3=a9", "caf", false},  // Lower-case digits.
      {"quoted-printable", "end \r\n", "end ", false},  // White space at the end of a line.
      {"quoted-printable", "end=20\r\n", "end \r\n", true},
      {"7bit", "plain", "plain", true},
      {"", "caf\xC3\xA9", "caf\xC3\xA9", false},
      {"8bit", "caf\xC3\xA9", "caf\xC3\xA9", true},
      {"uuencode", "x", "x", false},
  };
  for (const Case& c : cases) {
    std::string out;
    EXPECT_EQ(decode_transfer(c.encoding, c.text, out), c.right) << c.text;
    if (c.right) {
      EXPECT_EQ(out, c.expected) << c.text;
    }
  }
}

TEST(Decoding, TurnsCharacterSetsIntoUtf8) {
  const Case cases[] = {
      {"us-ascii", "a", "a", true},
      {"us-ascii", "\xE9", "", false},
      {"ISO-8859-1", "caf\xE9 \xA4", "caf\xC3\xA9 \xC2\xA4", true},
      {"iso-8859-15", "\xA4", "\xE2\x82\xAC", true},
      {"windows-1252", "\x80\x93", "\xE2\x82\xAC\xE2\x80\x9C", true},
      {"windows-1252", "\x81", "", false},
      {"utf-8", "\xC3\xA9", "\xC3\xA9", true},
      {"utf-8", "\xC3", "", false},
      {"koi8-r", "a", "", false},
  };
  for (const Case& c : cases) {
    std::string out;
    EXPECT_EQ(append_as_utf8(c.encoding, c.text, out), c.right) << c.encoding << c.text;
    if (c.right) {
      EXPECT_EQ(out, c.expected);
    }
  }
}

TEST(Decoding, JoinsEncodedWordsAcrossWhiteSpace) {
  // RFC 2047 section 8.
  const Case cases[] = {
      {"", "=?ISO-8859-1?Q?a?= b", "a b", true},
      {"", "=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=", "ab", true},
      {"", "=?ISO-8859-1?Q?a_b?=", "a b", true},
      {"", "x =?utf-8?B?w6k=?= y", "x \xC3\xA9 y", true},
      {"", "=?utf-8?B?w6k?= y", "", false},
      {"", "=?utf-8?X?a?=", "", false},
      {"", "1 =? 2", "", false},
  };
  for (const Case& c : cases) {
    std::string out;
    EXPECT_EQ(decode_encoded_words(c.text, out), c.right) << c.text;
    EXPECT_EQ(out, c.right ? c.expected : c.text) << c.text;
  }
}

TEST(Parameters, AreUnquotedAndJoined) {
  // The example of RFC 2231 section 4.1.
  const auto value = parse_parameterised(
      "Application/X-Stuff;\r\n title*0*=us-ascii'en'This%20is%20even%20more%20;\r\n"
      " title*1*=%2A%2A%2Afun%2A%2A%2A%20;\r\n title*2=\"isn't it!\"; a=\"b\\\"c; d\"");
  EXPECT_TRUE(value.well_formed);
  EXPECT_EQ(value.value, "application/x-stuff");
  EXPECT_EQ(value.get("title"), "This is even more ***fun*** isn't it!");
  EXPECT_EQ(value.get("a"), "b\"c; d");
  EXPECT_EQ(value.get("b"), "");
}

TEST(Parameters, WithSpecialsOutsideQuotesAreNotWellFormed) {
  EXPECT_FALSE(parse_parameterised("attachment; creation-date=Mon, 25 Dec").well_formed);
  EXPECT_FALSE(parse_parameterised("a/b; c=d=e").well_formed);
  EXPECT_FALSE(parse_parameterised("a/b; c*1=x; c*2=y").well_formed);
  EXPECT_TRUE(parse_parameterised("a/b; c=d;").well_formed);
}

TEST(MailDate, ReadsTheInstantAndTheZone) {
  const auto date = parse_mail_date("Wed, 05 Mar 2025 09:14:07 +0530");
  ASSERT_TRUE(date);
  EXPECT_EQ(date->at, 1'741'166'047 - 19'800);
  EXPECT_EQ(date->offset_minutes, 330);
  EXPECT_EQ(parse_mail_date("5 Mar 2025 09:14 -0100")->at, 1'741'166'040 + 3'600);
}

TEST(MailDate, RefusesWhatTheRuleDoesNotAllow) {
  for (const std::string_view text :
       {"Tue, 05 Mar 2025 09:14:07 +0000", "Sat, 29 Feb 2025 09:14:07 +0000",
        "Wed, 05 Mar 2025 09:14:07 GMT", "Wed, 05 Mar 2025 24:14:07 +0000",
        "Wed, 05 Mar 25 09:14:07 +0000", "Wed, 05 Mar 2025 09:14:07 +0060", "",
        "Wed, 05 Mar 2025 09:14:07 +0000 (UTC)", "Wed, 05 Mar 2025 09:-4:07 +0000"}) {
    EXPECT_FALSE(parse_mail_date(text)) << text;
  }
}

}  // namespace
}  // namespace haymaker::audit
