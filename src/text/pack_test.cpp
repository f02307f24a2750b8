#include "text/pack.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "text/test_pack.h"

namespace haymaker::text {
namespace {

// The only error of `content`, as a program prints it.
std::string error_of(std::string_view content) {
  const auto pack = compile_with(content);
  if (pack) return "compiles";
  EXPECT_EQ(pack.error().size(), 1U);
  EXPECT_EQ(pack.error().front().code, ErrorCode::bad_input);
  return to_string(pack.error().front());
}

TEST(Pack, CompilesTheLeastPack) { EXPECT_TRUE(compile_with("")); }

TEST(Pack, PointsAtAnUnknownRule) {
  EXPECT_EQ(error_of("rule ask\n  Could you <chase> it?\n"),
            "test.hay:2:13: unknown rule or lexicon `chase`\n"
            "    Could you <chase> it?\n"
            "              ^");
}

TEST(Pack, PointsAtAnUnknownFact) {
  EXPECT_EQ(error_of("# A comment.\nrule ask\n\n  Is {clinet} fine?\n"),
            "test.hay:4:6: unknown fact `clinet`\n"
            "    Is {clinet} fine?\n"
            "       ^");
}

TEST(Pack, PointsBehindWideCharactersByColumnsNotBytes) {
  EXPECT_EQ(error_of("rule ask\n  Caf\u00e9 \u20ac <x>\n"),
            "test.hay:2:13: unknown rule or lexicon `x`\n"
            "    Caf\u00e9 \u20ac <x>\n"
            "           ^");
}

TEST(Pack, PointsAtTheBracketThatNothingCloses) {
  EXPECT_EQ(error_of("rule ask\n  Soon [or|later.\n"),
            "test.hay:2:8: no `]` closes this\n"
            "    Soon [or|later.\n"
            "         ^");
  EXPECT_EQ(error_of("rule ask\n  A <fine or two\n"),
            "test.hay:2:5: no `>` closes this\n"
            "    A <fine or two\n"
            "      ^");
  EXPECT_EQ(error_of("rule ask\n  By {date soon\n"),
            "test.hay:2:6: no `}` closes this\n"
            "    By {date soon\n"
            "       ^");
  EXPECT_EQ(error_of("rule ask\n  Do <<not tell.\n"),
            "test.hay:2:6: no `>>` closes this\n"
            "    Do <<not tell.\n"
            "       ^");
}

TEST(Pack, PointsAtTheBracketThatClosesNothing) {
  EXPECT_EQ(error_of("rule ask\n  Soon] or later\n"),
            "test.hay:2:7: `]` closes nothing; write \\] for the character\n"
            "    Soon] or later\n"
            "        ^");
  EXPECT_EQ(error_of("rule ask\n  Do >>not tell\n"),
            "test.hay:2:6: `>>` closes nothing\n"
            "    Do >>not tell\n"
            "       ^");
}

TEST(Pack, PointsAtAFormThatTheClassLacks) {
  EXPECT_EQ(error_of("noun thing\n  trade\nrule ask\n  The <thing.ed> one\n"),
            "test.hay:4:7: `thing` does not have this form\n"
            "    The <thing.ed> one\n"
            "        ^");
  EXPECT_EQ(error_of("list manner\n  slowly\nrule ask\n  So <manner.pl>\n"),
            "test.hay:4:6: `manner` does not have this form\n"
            "    So <manner.pl>\n"
            "       ^");
  EXPECT_EQ(error_of("rule ask\n  The <fine.pl> one\n"),
            "test.hay:2:7: `fine` does not have this form\n"
            "    The <fine.pl> one\n"
            "        ^");
  EXPECT_EQ(error_of("rule ask\n  It <be.er> so\n"),
            "test.hay:2:6: `be` does not have this form\n"
            "    It <be.er> so\n"
            "       ^");
}

TEST(Pack, PointsAtAnUnknownForm) {
  EXPECT_EQ(error_of("noun thing\n  trade\nrule ask\n  The <thing.plural> one\n"),
            "test.hay:4:7: unknown rule, lexicon or form `thing.plural`\n"
            "    The <thing.plural> one\n"
            "        ^");
}

TEST(Pack, PointsAtTheSecondDeclaration) {
  EXPECT_EQ(error_of("noun thing\n  trade\nrule thing\n  it\n"),
            "test.hay:3:1: `thing` is declared twice\n"
            "  rule thing\n"
            "  ^");
  EXPECT_EQ(error_of("topic fails\ntopic recs\ntopic fails\n"),
            "test.hay:3:1: `fails` is declared twice\n"
            "  topic fails\n"
            "  ^");
}

TEST(Pack, LetsATopicDeclareItsOwnRuleOfTheName) {
  EXPECT_TRUE(compile_with("topic fails\nrule fine\n  The fail is fine.\n"));
}

TEST(Pack, PointsAtTheMoveThatATopicLacks) {
  EXPECT_EQ(error_of("rule ask\n  We <~detail>.\ntopic fails\n"),
            "test.hay:2:6: neither the core nor topic `fails` has `detail`\n"
            "    We <~detail>.\n"
            "       ^");
}

TEST(Pack, PointsAtTheFormThatATopicsOwnLexiconLacks) {
  EXPECT_EQ(error_of("noun thing\n  trade\nrule ask\n  The <~thing> and <~thing.pl>\n"
                     "topic fails\nlist thing\n  a fail\n"),
            "test.hay:4:20: `thing` of topic `fails` does not have this form\n"
            "    The <~thing> and <~thing.pl>\n"
            "                     ^");
}

TEST(Pack, PointsAtAnActWithoutAnswers) {
  EXPECT_EQ(error_of("moves ask\n  fine\n"),
            "test.hay:1:1: the dialogue has no answers to the act `ask`\n"
            "  moves ask\n"
            "  ^");
}

TEST(Pack, PointsAtAnActWithoutMoves) {
  EXPECT_EQ(error_of("dialogue\n  tell: shout 3\n"),
            "test.hay:2:3: no `moves` are declared for the act `shout`\n"
            "    tell: shout 3\n"
            "    ^");
}

TEST(Pack, PointsAtAnEmptyEntry) {
  EXPECT_EQ(error_of("noun thing\n  trade, , deal\n"),
            "test.hay:2:10: an empty entry\n"
            "    trade, , deal\n"
            "           ^");
}

TEST(Pack, PointsAtAWeightOfNothing) {
  EXPECT_EQ(error_of("rule ask\n  0* Soon\n"),
            "test.hay:2:3: a weight of nothing\n"
            "    0* Soon\n"
            "    ^");
  EXPECT_EQ(error_of("noun thing\n  trade, 0*deal\n"),
            "test.hay:2:10: a weight of nothing\n"
            "    trade, 0*deal\n"
            "           ^");
}

TEST(Pack, PointsAtAnUnknownCondition) {
  EXPECT_EQ(error_of("rule ask\n  ?formel Could you?\n"),
            "test.hay:2:3: unknown condition `formel`\n"
            "    ?formel Could you?\n"
            "    ^");
}

TEST(Pack, KnowsTheCasesOfItsOwnTopicOnly) {
  EXPECT_TRUE(
      compile_with("topic a\n  kind notice\n  cases late 3, wrong\nrule body\n  ?late x\n"));
  EXPECT_EQ(error_of("topic a\n  kind notice\n  cases late 3, wrong\nrule body\n  x\n"
                     "topic b\n  kind notice\nrule body\n  ?late x\n"),
            "test.hay:9:3: unknown condition `late`\n"
            "    ?late x\n"
            "    ^");
}

TEST(Pack, DrawsFromTheLinesOfALexiconWhoseConditionHolds) {
  const auto pack = compile_with(
      "topic a\n  kind notice\n  cases late, lost\nverb step\n  ?late chase it\n  ?lost go back\n"
      "rule body\n  <step>, <step.ed>, <step.ing>, <~step.en>\n");
  ASSERT_TRUE(pack) << to_string(pack.error().front());
  Situation situation = test_situation();
  situation.conditions = case_bit(0);
  EXPECT_EQ(say(*pack, situation), "Chase it, chased it, chasing it, chased it");
  situation.conditions = case_bit(1);
  EXPECT_EQ(say(*pack, situation), "Go back, went back, going back, gone back");
}

TEST(Pack, PointsAtALexiconOfWhichSomeLinesHaveConditions) {
  EXPECT_EQ(error_of("verb step\n  ?reply chase it\n  go back\n"),
            "test.hay:1:1: some lines of a lexicon have conditions and some have none\n"
            "  verb step\n"
            "  ^");
}

TEST(Pack, PointsAtABlockThatIsNotTwoRules) {
  EXPECT_EQ(error_of("rule head\n  x\nblocks human\n  head\n"),
            "test.hay:4:3: a block is written `head row` or `head row apart`\n"
            "    head\n"
            "    ^");
}

TEST(Pack, PointsAtACaseThatIsAConditionAlready) {
  EXPECT_EQ(error_of("topic a\n  kind notice\n  cases late, reply\nrule body\n  x\n"),
            "test.hay:3:3: `reply` is a condition already\n"
            "    cases late, reply\n"
            "    ^");
}

TEST(Pack, PointsAtNumbersPastTheLast) {
  EXPECT_EQ(error_of("noun thing\n  trade\nrule ask\n  <thing#256>\n"),
            "test.hay:4:10: a number is at most 255\n"
            "    <thing#256>\n"
            "           ^");
}

TEST(Pack, PointsAtAnUnknownDeclaration) {
  EXPECT_EQ(error_of("nuon thing\n  trade\n"),
            "test.hay:1:1: unknown declaration `nuon`\n"
            "  nuon thing\n"
            "  ^");
}

TEST(Pack, PointsAtANoticeWithoutABody) {
  EXPECT_EQ(error_of("topic alert\n  kind notice\n"),
            "test.hay:1:1: a topic of this kind needs a rule `body`\n"
            "  topic alert\n"
            "  ^");
}

TEST(Pack, ReportsAllMistakesAtOnce) {
  const auto pack = compile_with("rule ask\n  <one> {two}\n  [three\nnuon four\n");
  ASSERT_FALSE(pack);
  std::vector<std::string> places;
  for (const Error& error : pack.error()) places.push_back(error.where);
  std::ranges::sort(places);
  EXPECT_EQ(places, (std::vector<std::string>{"test.hay:2:3", "test.hay:2:9", "test.hay:3:3",
                                              "test.hay:4:1"}));
}

TEST(Pack, NamesTheFrameRuleThatIsMissing) {
  const std::array sources{Source{"little.hay", "rule fine\n  Fine.\n"}};
  const auto pack = Pack::compile(sources);
  ASSERT_FALSE(pack);
  const auto names = [&](std::string_view rule) {
    return std::ranges::any_of(pack.error(),
                               [&](const Error& e) { return e.message.contains(rule); });
  };
  for (const char* rule : {"`greeting`", "`opener`", "`closer`", "`sign_off`", "`signature`",
                           "`subject`", "`start`"}) {
    EXPECT_TRUE(names(rule)) << rule;
  }
}

}  // namespace
}  // namespace haymaker::text
