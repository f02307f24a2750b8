#include "text/article.h"

#include <gtest/gtest.h>

namespace haymaker::text {
namespace {

TEST(Article, IsAnBeforeVowelSounds) {
  for (const char* text : {"hour",
                           "honest answer",
                           "honourable exit",
                           "heir",
                           "issue",
                           "open item",
                           "upfront fee",
                           "e-mail",
                           "Amendment",
                           "unusual item",
                           "unimportant point",
                           "unidentified buyer",
                           "uninvested balance",
                           "unissued share",
                           "old trade",
                           "urgent call",
                           "8",
                           "11",
                           "18",
                           "80",
                           "8.5%",
                           "800",
                           "8th",
                           "11,000",
                           "18,500",
                           "11000",
                           "€8m",
                           "$11m",
                           "£80k",
                           "(old) copy"}) {
    EXPECT_TRUE(takes_an(text)) << text;
  }
}

TEST(Article, IsABeforeConsonantSounds) {
  for (const char* text : {"user",
                           "unit",
                           "unique case",
                           "union",
                           "usual",
                           "useful note",
                           "utility",
                           "euro",
                           "European bank",
                           "one-off",
                           "once",
                           "unanimous vote",
                           "ubiquitous",
                           "trade",
                           "house",
                           "history",
                           "12",
                           "110",
                           "180",
                           "1,800",
                           "7",
                           "118",
                           "10",
                           "€3m",
                           "$7m",
                           "(closed) case",
                           "yield"}) {
    EXPECT_FALSE(takes_an(text)) << text;
  }
}

TEST(Article, HearsTheNamesOfLetters) {
  for (const char* text :
       {"FX trade", "NDA", "NDAs", "SSI", "MOU", "RFP", "HR matter", "ISIN", "LEI", "M&A deal",
        "S&P rating", "X-ray", "L/C", "AUD", "SLA", "IT ticket"}) {
    EXPECT_TRUE(takes_an(text)) << text;
  }
  for (const char* text :
       {"CDS", "USD", "UAT run", "P&L", "PO", "TCA", "GBP", "U-turn", "BCP test", "KYC", "VAT"}) {
    EXPECT_FALSE(takes_an(text)) << text;
  }
}

TEST(Article, HearsAcronymsAndNamesAsWords) {
  for (const char* text : {"NAV", "REIT", "EUR 3m", "SOFR swap", "RAG status", "SWIFT", "LIBOR",
                           "Monday", "Larkspur", "Frankfurt", "Ministry"}) {
    EXPECT_FALSE(takes_an(text)) << text;
  }
  for (const char* text : {"Amsterdam office", "Ilford", "Oslo", "EMIR report"}) {
    EXPECT_TRUE(takes_an(text)) << text;
  }
}

TEST(Article, IsAWhereNothingFollows) { EXPECT_FALSE(takes_an("")); }

}  // namespace
}  // namespace haymaker::text
