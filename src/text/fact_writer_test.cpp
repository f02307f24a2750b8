#include "text/fact_writer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>
#include <string>
#include <string_view>

#include "text/test_pack.h"

namespace haymaker::text {
namespace {

// `body` of each of 300 conversations.
std::set<std::string> over_conversations(std::string_view body, bool british = true) {
  const Pack pack = pack_of_body(body);
  std::set<std::string> seen;
  for (std::uint64_t conversation = 0; conversation < 300; ++conversation) {
    Situation situation = test_situation(0, conversation);
    situation.voice.taste = conversation;
    situation.voice.british = british;
    seen.insert(say(pack, situation));
  }
  return seen;
}

void expect_shape(std::string_view body, const char* pattern, bool british = true) {
  const std::regex shape(pattern);
  for (const std::string& text : over_conversations(body, british)) {
    EXPECT_TRUE(std::regex_match(text, shape)) << text;
  }
}

TEST(FactWriter, KeepsAFactOverTheMessagesOfAConversation) {
  const Pack pack = pack_of_body("{amount}/{amount}/{date}/{ref}/{pct}/{deadline}/{file}/{isin}");
  std::set<std::string> seen;
  for (std::uint64_t conversation = 0; conversation < 50; ++conversation) {
    const std::string first = say(pack, test_situation(0, conversation));
    for (std::uint64_t message = 1; message < 4; ++message) {
      EXPECT_EQ(say(pack, test_situation(message, conversation)), first);
    }
    const std::size_t slash = first.find('/');
    EXPECT_EQ(first.substr(0, slash), first.substr(slash + 1, slash));
    seen.insert(first);
  }
  EXPECT_EQ(seen.size(), 50U);
}

TEST(FactWriter, GivesFurtherFactsOfAKindOtherValues) {
  EXPECT_EQ(say("{client} {client2} {person} {person2} {person3} {person2.full}"),
            "Castellan Blue Ridge Ines Tom Ruta Tom Adeyemi");
  const Pack pack = pack_of_body("{amount}/{amount2}");
  int same = 0;
  for (std::uint64_t conversation = 0; conversation < 100; ++conversation) {
    const std::string text = say(pack, test_situation(0, conversation));
    const std::size_t slash = text.find('/');
    same += text.substr(0, slash) == text.substr(slash + 1) ? 1 : 0;
  }
  EXPECT_LT(same, 5);
}

TEST(FactWriter, DrawsAFreshFactEachTime) {
  const Pack pack = pack_of_body("{ref+}");
  std::set<std::string> seen;
  for (std::uint64_t message = 0; message < 100; ++message) {
    seen.insert(say(pack, test_situation(message)));
  }
  EXPECT_GT(seen.size(), 95U);
}

TEST(FactWriter, WritesOneNumberInEachAuthorsManner) {
  const Pack pack = pack_of_body("there are {n}");
  std::set<std::string> manners;
  for (std::uint64_t author = 0; author < 50; ++author) {
    Situation situation = test_situation();
    situation.voice.taste = author * 7'919;
    manners.insert(say(pack, situation).substr(10));
  }
  const std::set<std::string> words = {"two", "three", "four",  "five",
                                       "six", "seven", "eight", "nine"};
  ASSERT_EQ(manners.size(), 2U);  // A figure, which sorts first, and the word for it.
  const auto word = words.find(*manners.rbegin());
  ASSERT_NE(word, words.end());
  const std::vector<std::string> order = {"two", "three", "four",  "five",
                                          "six", "seven", "eight", "nine"};
  const auto figure = std::ranges::find(order, *word) - order.begin() + 2;
  EXPECT_EQ(*manners.begin(), std::to_string(figure));
}

TEST(FactWriter, WritesTheDateInTheMannerOfTheCountry) {
  expect_shape("{date}", "[0-9]{1,2}(st|nd|rd|th)? (March|Mar|April|Apr)");
  expect_shape("{date}", "(March|Mar|April|Apr) [0-9]{1,2}", false);
}

TEST(FactWriter, GivesFiguresTheirShape) {
  expect_shape("{price}", "[0-9]{1,3}\\.[0-9]{2}");
  expect_shape("{pct}", "[0-9]{1,2}(\\.[0-9])?%");
  expect_shape("{bps}", "[0-9]{1,2}bps?");
  expect_shape("{count}", "[0-9]{2,3}");
  expect_shape("{qty}", "([0-9]{3}|[0-9]{1,3},[0-9]{3})");
  expect_shape("{time}", "([0-9]{2}:[0-9]{2}|[0-9]{1,2}(\\.[0-9]{2})?[ap]m)");
  expect_shape("{year}", "202[45]");
  expect_shape("{quarter}", "(Q[1-4]|[1-4]Q)");
  expect_shape("{ticker}", "[A-Z]{3,4}");
}

TEST(FactWriter, WritesAmountsInFiveManners) {
  expect_shape("of {amount}",
               "Of ((USD|EUR|GBP|CHF|JPY|SEK|AUD|CAD|SGD|PLN) )?(\\$|\u20ac|\u00a3)?"
               "([0-9]{1,3}(\\.[0-9])?(k|m|mm| million)|[0-9]{1,3}(,[0-9]{3})+)"
               "( (USD|EUR|GBP|CHF|JPY|SEK|AUD|CAD|SGD|PLN))?");
}

TEST(FactWriter, NamesNothingThatCouldBeReal) {
  expect_shape("{isin}", "XT[0-9]{10}");               // XT is no country's code.
  expect_shape("{phone}", "\\+44 20 7946 0[0-9]{3}");  // Kept for drama by Ofcom.
  expect_shape("see {url}", "See https://[a-z]+\\.intranet\\.example/[0-9a-f]+");
}

TEST(FactWriter, WritesFileNamesWithoutBlanks) {
  expect_shape("see {file}", "See [A-Za-z0-9_]+\\.(xlsx|pdf|docx|csv|pptx)");
}

TEST(FactWriter, NamesWorkingDaysForDeadlines) {
  for (const char* body : {"on {day}", "by {deadline}"}) {
    for (const std::string& text : over_conversations(body)) {
      EXPECT_TRUE(text.ends_with("day")) << text;
      EXPECT_FALSE(text.ends_with("Saturday") || text.ends_with("Sunday")) << text;
    }
  }
}

// "10:45" or "3.30pm": the hour.
std::uint32_t hour_of(std::string_view clock) {
  std::uint32_t hour = 0;
  for (const char c : clock) {
    if (c < '0' || c > '9') break;
    hour = hour * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return clock.ends_with("pm") && hour < 12 ? hour + 12 : hour;
}

TEST(FactWriter, PutsTimesAheadOfTheConversationAndOthersBeforeIt) {
  for (const std::uint32_t started : {7U, 9U, 14U, 16U}) {
    for (std::uint64_t conversation = 0; conversation < 200; ++conversation) {
      Situation situation = test_situation(0, conversation);
      situation.started_hour = started;
      const std::uint32_t ahead = hour_of(say("{time}", "", situation));
      EXPECT_GT(ahead, started);
      EXPECT_LT(ahead, 18U);
      EXPECT_LE(hour_of(say("{earlier}", "", situation)), started);
    }
  }
}

TEST(FactWriter, NamesAnHourOfTheNextDayWhereTheDayHasNoneLeft) {
  Situation situation = test_situation();
  situation.started_hour = 21;
  const std::uint32_t hour = hour_of(say("{time}", "", situation));
  EXPECT_GE(hour, 8U);
  EXPECT_LT(hour, 18U);
}

TEST(FactWriter, GivesTelephonesTheNumbersOfTheOffice) {
  World world = test_world();
  world.telephone = "+49 69 90009 ###";
  Situation situation = test_situation();
  situation.world = &world;
  const std::string number = say("{phone}", "", situation);
  EXPECT_TRUE(number.starts_with("+49 69 90009 ")) << number;
  EXPECT_EQ(number.size(), 16U);
}

TEST(FactWriter, TellsTheTimeOfDayOfTheMessage) {
  Situation situation = test_situation();  // 09:00 on a Wednesday in London.
  EXPECT_EQ(say("{daypart} {weekday}", "", situation), "Morning Wednesday");
  situation.offset_minutes = 540;
  EXPECT_EQ(say("{daypart}", "", situation), "Evening");
}

TEST(FactWriter, NamesThePartiesOfTheMessage) {
  EXPECT_EQ(say("{me} {me.full} to {you}, cc {boss} of {company}"),
            "Amy Amy Okafor to Ben, cc Carla of Meridian Hale");
}

}  // namespace
}  // namespace haymaker::text
