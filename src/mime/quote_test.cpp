#include "mime/quote.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace haymaker::mime {
namespace {

const Mailbox kTo[] = {{"Okonkwo, Jonathan", "jonathan@meridianhale.example"},
                       {"", "desk@meridianhale.example"}};

QuotedHeader header() {
  return {.from = {"Anna Smith", "anna@meridianhale.example"},
          .to = kTo,
          .cc = {},
          .subject = "March roll",
          .date = 1'709'544'600,  // Monday 2024-03-04T09:30:00Z
          .offset_minutes = 0};
}

std::string quote_header(QuoteForm form, Language language) {
  Buffer out;
  append_quote_header(form, language, header(), out);
  return std::string(out.view());
}

TEST(QuoteHeader, WritesOutlooksBlock) {
  EXPECT_EQ(quote_header(QuoteForm::original_message, Language::english_us),
            "-----Original Message-----\n"
            "From: Anna Smith <anna@meridianhale.example>\n"
            "Sent: Monday, March 4, 2024 9:30 AM\n"
            "To: Okonkwo, Jonathan <jonathan@meridianhale.example>; desk@meridianhale.example\n"
            "Subject: March roll\n\n");
}

TEST(QuoteHeader, SaysInOutlooksBlockWhoWroteItForWhom) {
  QuotedHeader quoted = header();
  quoted.sender = {"Tom Hale", "tom@meridianhale.example"};
  Buffer out;
  append_quote_header(QuoteForm::header_block, Language::english_gb, quoted, out);
  EXPECT_TRUE(
      out.view().contains("\nFrom: Tom Hale <tom@meridianhale.example> On Behalf Of Anna Smith\n"));
}

TEST(QuoteHeader, SpeaksTheLanguageOfTheClient) {
  EXPECT_EQ(quote_header(QuoteForm::original_message, Language::german),
            "-----Ursprüngliche Nachricht-----\n"
            "Von: Anna Smith <anna@meridianhale.example>\n"
            "Gesendet: Montag, 4. März 2024 09:30\n"
            "An: Okonkwo, Jonathan <jonathan@meridianhale.example>; desk@meridianhale.example\n"
            "Betreff: March roll\n\n");
  EXPECT_EQ(
      quote_header(QuoteForm::gmail_attribution, Language::german),
      "Am Mo., 4. März 2024 um 09:30 Uhr schrieb Anna Smith <anna@meridianhale.example>:\n\n");
  EXPECT_EQ(quote_header(QuoteForm::apple_attribution, Language::german),
            "Am 04.03.2024 um 09:30 schrieb Anna Smith <anna@meridianhale.example>:\n\n");
  EXPECT_EQ(quote_header(QuoteForm::gmail_attribution, Language::french),
            "Le lun. 4 mars 2024 à 09:30, Anna Smith <anna@meridianhale.example> a écrit :\n\n");
  EXPECT_EQ(
      quote_header(QuoteForm::gmail_attribution, Language::spanish),
      "El lun, 4 mar 2024 a las 09:30, Anna Smith (<anna@meridianhale.example>) escribió:\n\n");
}

TEST(QuoteHeader, WritesAttributions) {
  EXPECT_EQ(quote_header(QuoteForm::gmail_attribution, Language::english_gb),
            "On Mon, 4 Mar 2024 at 09:30, Anna Smith <anna@meridianhale.example> wrote:\n\n");
  EXPECT_EQ(quote_header(QuoteForm::apple_attribution, Language::english_us),
            "On Mar 4, 2024, at 9:30 AM, Anna Smith <anna@meridianhale.example> wrote:\n\n");
}

TEST(QuoteHeader, WritesForwards) {
  EXPECT_EQ(quote_header(QuoteForm::gmail_forward, Language::english_gb),
            "---------- Forwarded message ---------\n"
            "From: Anna Smith <anna@meridianhale.example>\n"
            "Date: Mon, 4 Mar 2024 at 09:30\n"
            "Subject: March roll\n"
            "To: Okonkwo, Jonathan <jonathan@meridianhale.example>, desk@meridianhale.example\n\n");
}

TEST(QuoteHeader, IsWholeInEveryLanguageAndForm) {
  for (int language = 0; language < kLanguages; ++language) {
    for (int form = 0; form <= static_cast<int>(QuoteForm::apple_forward); ++form) {
      const std::string text =
          quote_header(static_cast<QuoteForm>(form), static_cast<Language>(language));
      EXPECT_TRUE(text.ends_with("\n\n"));
      EXPECT_EQ(text.find('%'), std::string::npos) << text;
      EXPECT_NE(text.find("anna@meridianhale.example"), std::string::npos) << text;
      EXPECT_NE(text.find("2024"), std::string::npos) << text;
    }
  }
}

TEST(QuoteHeader, TellsNoonFromMidnightOnATwelveHourClock) {
  QuotedHeader quoted = header();
  Buffer out;
  quoted.date = 1'709'510'400;  // 00:00
  append_quote_header(QuoteForm::apple_attribution, Language::english_us, quoted, out);
  quoted.date += 12 * 3'600;
  append_quote_header(QuoteForm::apple_attribution, Language::english_us, quoted, out);
  EXPECT_NE(out.view().find("at 12:00 AM, "), std::string_view::npos);
  EXPECT_NE(out.view().find("at 12:00 PM, "), std::string_view::npos);
}

TEST(Marked, PutsAMarkBeforeEachLineAndMovesSpans) {
  std::vector<TextSpan> spans = {{0, 2}, {4, 7}, {0, 7}};
  Buffer out;
  append_marked("Hi\n\n> b", false, spans, out);
  EXPECT_EQ(out.view(), "> Hi\n>\n> > b");
  EXPECT_EQ(spans[0], (TextSpan{2, 4}));
  EXPECT_EQ(spans[1], (TextSpan{9, 12}));
  EXPECT_EQ(spans[2], (TextSpan{2, 12}));
}

TEST(Marked, PutsMarksTogetherIfTight) {
  Buffer out;
  append_marked("a\n> b\n>> c\n", true, {}, out);
  EXPECT_EQ(out.view(), "> a\n>> b\n>>> c\n");
}

TEST(Language, IsKnownByItsTag) {
  EXPECT_EQ(language_of("de-AT"), Language::german);
  EXPECT_EQ(language_of("en-US"), Language::english_us);
  EXPECT_EQ(language_of("en-GB"), Language::english_gb);
  EXPECT_EQ(language_of("pt-BR"), Language::portuguese);
  EXPECT_EQ(language_of("ja"), Language::english_gb);
}

TEST(DeviceSignature, IsOnlyOnTheTelephone) {
  Buffer out;
  append_device_signature(MailClient::gmail, Language::english_gb, out);
  EXPECT_TRUE(out.empty());
  append_device_signature(MailClient::iphone, Language::italian, out);
  EXPECT_EQ(out.view(), "Inviato da iPhone");
}

}  // namespace
}  // namespace haymaker::mime
