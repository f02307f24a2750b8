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
      const Step step = step_of(planting, scenario, ordinal);
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
  EXPECT_TRUE(step_of(planting, scenario, 0).sufficient);
  EXPECT_FALSE(step_of(planting, scenario, 1).primary);
  EXPECT_FALSE(step_of(planting, scenario, 1).sufficient);
  EXPECT_TRUE(step_of(planting, scenario, 3).primary);
  EXPECT_EQ(steps_that_suffice(planting), 1U);
}

TEST_F(StepTest, GoesRoundTheHintsOverAllConversationsOfLevelFive) {
  const Planting second{.grade = 5, .steps = 3, .first_step = 2, .all_steps = 5};
  expect_rules(second, {"L5c", "L5a", "L5b"});
  EXPECT_FALSE(step_of(second, scenario, 0).sufficient);
  EXPECT_TRUE(step_of(second, scenario, 0).primary);
  EXPECT_EQ(steps_that_suffice(second), 3U);
}

TEST_F(StepTest, TakesTheRuleOfTheEvasionOrTheExplicitOneForAnOperator) {
  Planting planting{.grade = 4};
  planting.evasion = Evasion::code_word;
  expect_rules(planting, {"L4"});
  planting.evasion = Evasion::translation;
  expect_rules(planting, {"L4_translation"});
  planting.evasion = Evasion::emoji;
  expect_rules(planting, {"L4_emoji"});
  planting.evasion = Evasion::leet;
  expect_rules(planting, {"L1"});
  EXPECT_EQ(step_of(planting, scenario, 0).evasion, Evasion::leet);
}

TEST_F(StepTest, PutsWhatIsInASubjectThereOnce) {
  const Planting planting{
      .grade = 5, .steps = 4, .all_steps = 4, .carrier = Carrier::subject, .number = 1};
  expect_rules(planting, {"L2", "assent", "cover", "assent"});
  EXPECT_EQ(step_of(planting, scenario, 0).carrier, Carrier::subject);
  EXPECT_EQ(step_of(planting, scenario, 1).carrier, Carrier::body);
}

TEST_F(StepTest, TakesTheDecoysRuleOfItsClass) {
  expect_rules({.decoy = true, .grade = 8}, {"D8"});
  EXPECT_FALSE(step_of({.decoy = true, .grade = 8}, scenario, 0).sufficient);
}

}  // namespace
}  // namespace haymaker::scenario
