#include "text/machine.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "text/test_pack.h"

namespace haymaker::text {
namespace {

// Fifty invented words, so that two independent draws are seldom the same.
std::string many_words() {
  std::string entries = "list word\n  ";
  for (char a = 'a'; a < 'k'; ++a) {
    for (char b = 'a'; b < 'f'; ++b) entries += {a, b, 'o', ',', ' '};
  }
  return entries + "last\n";
}

std::pair<std::string, std::string> two_words(const std::string& text) {
  const std::size_t blank = text.find(' ');
  return {text.substr(0, blank), text.substr(blank + 1)};
}

using Counts = std::map<std::string, int>;

Counts draws(const Pack& pack, int count, ConditionSet conditions = 0) {
  Counts counts;
  for (int i = 0; i < count; ++i) {
    Situation situation = test_situation(static_cast<std::uint64_t>(i));
    situation.conditions = conditions;
    ++counts[say(pack, situation)];
  }
  return counts;
}

// Each of `weights` within four standard deviations of its share of 100,000 fixed draws.
void expect_weights(std::string_view body, const std::map<std::string, int>& weights,
                    std::string_view declarations = "", ConditionSet conditions = 0) {
  constexpr int kDraws = 100'000;
  const Counts counts = draws(pack_of_body(body, declarations), kDraws, conditions);
  EXPECT_EQ(counts.size(), weights.size());
  double total = 0;
  for (const auto& [text, weight] : weights) total += weight;
  for (const auto& [text, weight] : weights) {
    const double share = weight / total;
    const double deviation = std::sqrt(kDraws * share * (1 - share));
    ASSERT_TRUE(counts.contains(text)) << text;
    EXPECT_NEAR(counts.at(text), kDraws * share, 4 * deviation) << text;
  }
}

TEST(Machine, DrawsAlternativesByTheirWeights) {
  expect_weights("[3*a|b]", {{"A", 3}, {"B", 1}});
  expect_weights("[a|b|c]", {{"A", 1}, {"B", 1}, {"C", 1}});
  expect_weights("[a|18*b|]", {{"A", 1}, {"B", 18}, {"", 1}});
  expect_weights("[a|[b|2*c]]", {{"A", 3}, {"B", 1}, {"C", 2}});
}

TEST(Machine, DrawsRulesByTheWeightsOfTheirLines) {
  expect_weights("<r>", {{"A", 1}, {"B", 5}, {"C", 2}}, "rule r\n  a\n  5* b\n  2*c\n");
}

TEST(Machine, DrawsLexiconsByRankAndWeight) {
  // Rank 0 weighs 80,000 / 80, rank 1 80,000 / 81, and 3 times that.
  expect_weights("<word>", {{"A", 1000}, {"B", 987}}, "list word\n  a, b\n");
  expect_weights("<word>", {{"A", 1000}, {"B", 2961}}, "list word\n  a, 3* b\n");
}

TEST(Machine, DrawsExactlyAmongTheAlternativesThatHold) {
  // Seven of ten do not hold, so that drawing again and again would favour the first that does.
  const std::string_view body =
      "[?reply x|?reply x|?reply x|?reply x|?reply x|?reply x|?reply x|a|b|2*c]";
  expect_weights(body, {{"A", 1}, {"B", 1}, {"C", 2}});
}

TEST(Machine, TakesAlternativesOnlyWhereTheirConditionsHold) {
  const Pack pack = pack_of_body("[?formal?!reply a|?formal ?reply b|?!formal c]");
  EXPECT_EQ(draws(pack, 50, bit(Condition::formal)), (Counts{{"A", 50}}));
  EXPECT_EQ(draws(pack, 50, bit(Condition::formal) | bit(Condition::reply)), (Counts{{"B", 50}}));
  EXPECT_EQ(draws(pack, 50, bit(Condition::reply)), (Counts{{"C", 50}}));
}

TEST(Machine, TellsTheCaseOfTheConversation) {
  const auto pack = compile_with(
      "topic only\n  kind notice\n  cases late 3, wrong\nrule body\n  ?late l\n  ?wrong w\n");
  ASSERT_TRUE(pack);
  EXPECT_EQ(draws(*pack, 50, case_bit(0)), (Counts{{"L", 50}}));
  EXPECT_EQ(draws(*pack, 50, case_bit(1)), (Counts{{"W", 50}}));
  std::map<ConditionSet, int> drawn;
  rng::Stream stream(rng::Key::root(1));
  for (int i = 0; i < 4'000; ++i) ++drawn[pack->topic(TopicId{0}).draw_case(stream)];
  EXPECT_NEAR(drawn[case_bit(0)], 3'000, 110);  // Four standard deviations.
  EXPECT_NEAR(drawn[case_bit(1)], 1'000, 110);
}

TEST(Machine, WritesNothingWhereNoConditionHolds) {
  EXPECT_EQ(say("so [?friday it is Friday] it goes"), "So it goes");
}

TEST(Machine, KeepsAConversationsChoiceOverItsMessages) {
  const Pack pack = pack_of_body("so: <word#1> <word#2>", many_words());
  std::set<std::string> seen;
  int differing = 0;
  for (std::uint64_t conversation = 0; conversation < 100; ++conversation) {
    const std::string first = say(pack, test_situation(0, conversation));
    for (std::uint64_t message = 1; message < 5; ++message) {
      EXPECT_EQ(say(pack, test_situation(message, conversation)), first);
    }
    seen.insert(first);
    const auto [one, two] = two_words(first.substr(4));
    differing += one != two ? 1 : 0;
  }
  EXPECT_GT(seen.size(), 90U);  // Of 51 * 51 pairs.
  EXPECT_GT(differing, 90);     // #1 and #2 are drawn apart.
}

TEST(Machine, KeepsAMessagesChoiceWithinTheMessage) {
  const Pack pack = pack_of_body("a <word@1> a <word@1>", many_words());
  std::set<std::string> seen;
  for (std::uint64_t message = 0; message < 100; ++message) {
    const std::string text = say(pack, test_situation(message));
    const std::string rest = text.substr(text.find(' ') + 1);  // Without the first article.
    const std::size_t half = rest.find(' ');
    EXPECT_TRUE(rest.ends_with(rest.substr(0, half))) << text;
    seen.insert(text);
  }
  EXPECT_GT(seen.size(), 30U);
}

TEST(Machine, KeepsAnAuthorsChoiceOverConversations) {
  const Pack pack = pack_of_body("<word$1>", many_words());
  std::set<std::string> seen;
  for (std::uint64_t author = 0; author < 100; ++author) {
    std::set<std::string> of_author;
    for (std::uint64_t conversation = 0; conversation < 5; ++conversation) {
      Situation situation = test_situation(0, conversation);
      situation.voice.taste = author;
      of_author.insert(say(pack, situation));
    }
    EXPECT_EQ(of_author.size(), 1U);
    seen.merge(of_author);
  }
  EXPECT_GT(seen.size(), 30U);
}

TEST(Machine, KeepsAScopedChoiceInEachOfItsForms) {
  const Pack pack =
      pack_of_body("<thing#1>: <thing#1.pl>", "noun thing\n  break, fail, recall, query\n");
  for (std::uint64_t conversation = 0; conversation < 20; ++conversation) {
    const std::string text = say(pack, test_situation(0, conversation));
    EXPECT_TRUE(text == "Break: breaks" || text == "Fail: fails" || text == "Recall: recalls" ||
                text == "Query: queries")
        << text;
  }
}

TEST(Machine, InflectsWordsAsTheMarkupAsks) {
  const std::string_view words = "noun thing\n  query\nverb chase\n  take up\nadj state\n  early\n";
  EXPECT_EQ(say("<thing.pl>, <thing.pos>, <thing.pl.pos>", words), "Queries, query's, queries'");
  EXPECT_EQ(say("<chase>, <chase.s>, <chase.ed>, <chase.en>, <chase.ing>", words),
            "Take up, takes up, took up, taken up, taking up");
  EXPECT_EQ(say("<state>, <state.er>, <state.est>", words), "Early, earlier, earliest");
}

TEST(Machine, AgreesVerbsWithTheLastMark) {
  const std::string_view words = "verb chase\n  chase\n";
  EXPECT_EQ(say("the desk ^s <be.v> late and <chase.v>", words), "The desk is late and chases");
  EXPECT_EQ(say("the desks ^p <be.v> late and <chase.v>", words), "The desks are late and chase");
  EXPECT_EQ(say("I ^i <be.v> late and <chase.v>", words), "I am late and chase");
  EXPECT_EQ(say("it ^s <be.ed>, they ^p <be.ed>, I ^i <be.ed>"), "It was, they were, I was");
  EXPECT_EQ(say("it ^s <have.v> and <do.v>, they ^p <have.v> and <do.v>"),
            "It has and does, they have and do");
}

TEST(Machine, PutsTheArticleThatTheNextSoundAsksFor) {
  const std::string_view words = "noun thing\n  hour\nnoun other\n  user\n";
  EXPECT_EQ(say("a <thing>, an <other>, <thing.a>, <other.a>", words),
            "An hour, a user, an hour, a user");
  EXPECT_EQ(say("a [|big] [|] <thing>", words).substr(0, 1), "A");
}

TEST(Machine, EscapesMarkup) {
  EXPECT_EQ(say("a \\<b\\> \\[c\\] \\{d\\} e\\|f \\^s \\\\ \\#1"), "A <b> [c] {d} e|f ^s \\ #1");
}

TEST(Machine, BreaksLinesAndParagraphs) {
  EXPECT_EQ(say("one\\ntwo\\pthree"), "One\nTwo\n\nThree");
}

TEST(Machine, CapitalisesSentencesButNotBehindAbbreviations) {
  EXPECT_EQ(say("it is done. so it is, e.g. here. good? yes! fine"),
            "It is done. So it is, e.g. here. Good? Yes! Fine");
}

TEST(Machine, ContractsAsOftenAsTheVoiceDoes) {
  const Pack pack = pack_of_body("we do not know. It is late and they do not.",
                                 "contraction do not/don't, it is/it's\n");
  Situation situation = test_situation();
  situation.voice.contractions = 0;
  EXPECT_EQ(say(pack, situation), "We do not know. It is late and they do not.");
  situation.voice.contractions = 100;
  EXPECT_EQ(say(pack, situation), "We don't know. It's late and they don't.");
}

TEST(Machine, DoesNotEndAClauseInAContraction) {
  Situation situation = test_situation();
  situation.voice.contractions = 100;
  EXPECT_EQ(say("yes, I am. Here it is, at last", "contraction I am/I'm, it is/it's\n", situation),
            "Yes, I am. Here it is, at last");
}

TEST(Machine, ContractsAboutAsManyAsThePercentageSays) {
  const Pack pack = pack_of_body("do not", "contraction do not/don't\n");
  int contracted = 0;
  for (std::uint64_t message = 0; message < 10'000; ++message) {
    Situation situation = test_situation(message);
    situation.voice.contractions = 30;
    contracted += say(pack, situation) == "Don't" ? 1 : 0;
  }
  EXPECT_NEAR(contracted, 3'000, 4 * 46);  // sqrt(10,000 * 0.3 * 0.7) = 45.8
}

TEST(Machine, SpellsAsTheVoiceDoes) {
  const Pack pack =
      pack_of_body("we organise the colour centre. Good colour, a <thing> and <thing.pl>.",
                   "spelling organise/organize, colour/color, centre/center, centres/centers\n"
                   "noun thing\n  cost centre\n");
  Situation situation = test_situation();
  EXPECT_EQ(say(pack, situation),
            "We organise the colour centre. Good colour, a cost centre and cost centres.");
  situation.voice.british = false;
  EXPECT_EQ(say(pack, situation),
            "We organize the color center. Good color, a cost center and cost centers.");
}

TEST(Machine, AbbreviatesAsTheVoiceDoes) {
  Situation situation = test_situation();
  situation.voice.abbreviations = 100;
  EXPECT_EQ(say("call me as soon as possible, please.",
                "abbreviation please/pls, as soon as possible/asap\n", situation),
            "Call me asap, pls.");
}

TEST(Machine, BindsLateNamesToTheTopic) {
  const auto pack = compile_with(
      "noun thing\n  trade\n"
      "rule body_of\n  The <~thing> and the <thing>.\n"
      "topic recs\n  kind notice\nrule body\n  <body_of>\nnoun thing\n  break\n"
      "topic other\n  kind notice\nrule body\n  <body_of>\n");
  ASSERT_TRUE(pack);
  Buffer out;
  Machine machine(*pack);
  Situation situation = test_situation();
  for (const TopicId topic : {TopicId{0}, TopicId{1}}) {
    situation.topic = topic;
    machine.start(situation, situation.message, out);
    machine.run(pack->topic(topic).body);
  }
  EXPECT_EQ(out.view(), "The break and the trade.The trade and the trade.");
}

TEST(Machine, MarksPlantedWordsExactly) {
  const Pack pack =
      pack_of_body("well, <<buy [now|today]>>, and then an <<<thing>>>. <<sell all>> of it <<[]>>",
                   "noun thing\n  user\n");
  Buffer out;
  out.append("Subject: x\n");
  Machine machine(pack);
  const Situation situation = test_situation();
  machine.start(situation, situation.message, out);
  machine.run(pack.topic(TopicId{0}).body);
  std::vector<std::string> planted;
  for (const PlantedSpan& span : machine.spans()) {
    planted.emplace_back(out.view().substr(span.begin, span.end - span.begin));
  }
  ASSERT_EQ(planted.size(), 3U);  // Words that are not there are not planted.
  EXPECT_TRUE(planted[0] == "buy now" || planted[0] == "buy today") << planted[0];
  EXPECT_EQ(planted[1], "user");
  EXPECT_EQ(planted[2], "Sell all");
  EXPECT_TRUE(out.view().contains("and then a user. Sell all of it")) << out.view();
}

TEST(Machine, EndsAGrammarThatRefersToItself) {
  EXPECT_TRUE(say("<r>", "rule r\n  on and <r>\n").starts_with("On and on and"));
}

TEST(Machine, EndsAGrammarThatDoublesItself) {
  const std::string text = say("<r>", "rule r\n  x <r> <r>\n");
  EXPECT_GT(text.size(), 1'000U);
  EXPECT_LT(text.size(), 1'000'000U);
}

TEST(Machine, SaysTheSameInTheSameSituation) {
  const Pack pack =
      pack_of_body("<word> <word#1> <word@1> <word$1> {amount} {date+} {n} {file}", many_words());
  std::set<std::string> seen;
  for (std::uint64_t message = 0; message < 100; ++message) {
    const std::string text = say(pack, test_situation(message, message));
    EXPECT_EQ(say(pack, test_situation(message, message)), text);
    seen.insert(text);
  }
  EXPECT_EQ(seen.size(), 100U);
}

TEST(Machine, SaysTheSameAfterOtherTexts) {
  const Pack pack = pack_of_body("^p <<<word>>> {amount} \\n <be.v> <word>", many_words());
  Buffer out;
  Machine machine(pack);
  for (std::uint64_t message = 0; message < 20; ++message) {
    const Situation situation = test_situation(message);
    out.clear();
    machine.start(situation, situation.message, out);
    machine.run(pack.topic(TopicId{0}).body);
    EXPECT_EQ(out.view(), say(pack, situation));
    EXPECT_EQ(machine.spans().size(), 1U);
  }
}

}  // namespace
}  // namespace haymaker::text
