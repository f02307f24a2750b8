#include "scenario/step.h"

#include "scenario/test_scenarios.h"

namespace haymaker::scenario {
namespace {

class StepTest : public testing::Test {
 protected:
  StepTest() : pack(two_scenarios()), scenario(pack.topic(text::TopicId{0})) {}

  void expect_rules(const Planting& planting, std::initializer_list<std::string_view> names) {
    std::uint32_t ordinal = 0;
    for (const std::string_view name : names) {
      const text::Target expected = scenario.rule(name);
      const Step step = step_of(planting, scenario, ordinal, Author{});
      EXPECT_EQ(expected.kind, text::Target::Kind::rule) << name;
      EXPECT_EQ(step.rule.id, expected.id) << name << " at " << ordinal;
      ++ordinal;
    }
  }

  text::Pack pack;
  const text::Topic& scenario;
};

TEST_F(StepTest, TellsThenAssentsThenCoversThenTellsAgain) {
  const Planting planting{.grade = 2, .steps = 4, .all_steps = 4};
  expect_rules(planting, {"L2", "assent", "cover", "L2"});
  EXPECT_TRUE(step_of(planting, scenario, 0, Author{}).sufficient);
  EXPECT_FALSE(step_of(planting, scenario, 1, Author{}).primary);
  EXPECT_FALSE(step_of(planting, scenario, 1, Author{}).sufficient);
  EXPECT_TRUE(step_of(planting, scenario, 3, Author{}).primary);
  EXPECT_EQ(steps_that_suffice(planting), 1U);
}

TEST_F(StepTest, GoesRoundTheHintsOverAllConversationsOfLevelFive) {
  const Planting second{.grade = 5, .steps = 3, .first_step = 2, .all_steps = 5};
  expect_rules(second, {"L5c", "L5a", "L5b"});
  EXPECT_FALSE(step_of(second, scenario, 0, Author{}).sufficient);
  EXPECT_TRUE(step_of(second, scenario, 0, Author{}).primary);
  EXPECT_EQ(steps_that_suffice(second), 3U);
}

TEST_F(StepTest, TakesTheRuleOfTheEvasionOrTheExplicitOneForAnOperator) {
  Planting planting{.grade = 4};
  planting.evasion = Evasion::code_word;
  expect_rules(planting, {"L4"});
  planting.evasion = Evasion::translation;
  expect_rules(planting, {"L4_de"});
  planting.number = 3;
  expect_rules(planting, {"L4_fr"});
  planting.evasion = Evasion::emoji;
  expect_rules(planting, {"L4_emoji"});
  planting.evasion = Evasion::leet;
  expect_rules(planting, {"L1"});
  EXPECT_EQ(step_of(planting, scenario, 0, Author{}).evasion, Evasion::leet);
}

TEST_F(StepTest, TranslatesIntoTheAuthorsLanguageWhereTheScenarioHasIt) {
  Planting planting{.grade = 4};
  planting.evasion = Evasion::translation;
  const auto rule_for = [&](std::string_view language) {
    return step_of(planting, scenario, 0, {Side::company, language}).rule.id;
  };
  EXPECT_EQ(rule_for("fr"), scenario.rule("L4_fr").id);
  EXPECT_EQ(rule_for("pl"), scenario.rule("L4_de").id);
}

TEST_F(StepTest, PutsWhatIsInASubjectThereOnce) {
  const Planting planting{
      .grade = 5, .steps = 4, .all_steps = 4, .carrier = Carrier::subject, .number = 1};
  expect_rules(planting, {"L5_subject", "assent", "cover", "assent"});
  EXPECT_EQ(step_of(planting, scenario, 0, Author{}).carrier, Carrier::subject);
  EXPECT_EQ(step_of(planting, scenario, 1, Author{}).carrier, Carrier::body);
}

TEST_F(StepTest, LetsTheSideThatBeginsTellAndTheOtherAnswer) {
  const text::Topic& complaint = pack.topic(text::TopicId{1});
  const auto expect_rule = [&](const Planting& planting, std::uint32_t ordinal, Side author,
                               std::string_view name) {
    EXPECT_EQ(step_of(planting, complaint, ordinal, {author, "en_GB"}).rule.id,
              complaint.rule(name).id)
        << name << " at " << ordinal;
  };
  const Planting told{.grade = 3, .steps = 4, .all_steps = 4};
  expect_rule(told, 0, Side::outside, "L3");
  expect_rule(told, 1, Side::company, "assent");
  expect_rule(told, 1, Side::outside, "cover");
  expect_rule(told, 3, Side::company, "assent");
  expect_rule(told, 3, Side::outside, "L3");
  const Planting spread{.grade = 5, .steps = 3, .all_steps = 3};
  expect_rule(spread, 0, Side::outside, "L5a");
  expect_rule(spread, 1, Side::company, "L5_answer");
  expect_rule(spread, 2, Side::outside, "L5c");
}

TEST_F(StepTest, TakesTheDecoysRuleOfItsClass) {
  expect_rules({.decoy = true, .grade = 8}, {"D8"});
  EXPECT_FALSE(step_of({.decoy = true, .grade = 8}, scenario, 0, Author{}).sufficient);
}

}  // namespace
}  // namespace haymaker::scenario
