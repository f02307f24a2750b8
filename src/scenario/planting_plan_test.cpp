#include "scenario/planting_plan.h"

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <set>
#include <string>

#include "people/company.h"

namespace haymaker::scenario {
namespace {

// The least that a pack needs to compile, with two scenarios.
constexpr std::string_view kFrame =
    "rule greeting\n  Hi\nrule opener\n  Well\nrule closer\n  Thanks\nrule sign_off\n  Regards\n"
    "rule signature\n  {me}\nrule subject\n  A subject\nrule say\n  A sentence\n"
    "dialogue\n  start: inform\n  inform: inform\n  final: inform\nmoves inform\n  say\n";

std::string scenario_source(std::string_view name, std::string_view external) {
  std::string source = "topic plant_" + std::string(name) + "\n  kind scenario\n  code XX." +
                       std::string(name) + "\n  actors trading\n  external " +
                       std::string(external) + "\n";
  for (const std::string_view rule : {"L1", "L2", "L3", "L4", "L5a", "L5b", "L5c", "assent",
                                      "cover", "D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8"}) {
    source += "rule " + std::string(rule) + "\n  <<planted " + std::string(rule) + ">>\n";
  }
  return source;
}

text::Pack two_scenarios() {
  const std::string one = scenario_source("ONE", "no");
  const std::string two = scenario_source("TWO", "yes");
  const std::array<text::Source, 3> sources = {text::Source{"frame.hay", kFrame},
                                               text::Source{"one.hay", one},
                                               text::Source{"two.hay", two}};
  auto pack = text::Pack::compile(sources);
  EXPECT_TRUE(pack.has_value()) << (pack ? "" : to_string(pack.error().front()));
  return std::move(*pack);
}

const rng::Key kKey = rng::Key::root(17);

TEST(PlantingPlan, PlantsExactlyAsManyAsWereAskedForInEachScenarioAndGrade) {
  const text::Pack pack = two_scenarios();
  const auto plan = PlantingPlan::compile({.incidents = 250, .decoys = 160}, pack, 10'000, kKey);
  ASSERT_TRUE(plan.has_value());
  std::map<std::pair<text::TopicId, int>, int> incidents;
  std::map<std::pair<text::TopicId, int>, int> decoys;
  for (const Planting& planting : plan->plantings()) {
    ++(planting.decoy ? decoys : incidents)[{planting.scenario, planting.grade}];
  }
  EXPECT_EQ(incidents.size(), 2U * kLevels);
  for (const auto& [place, count] : incidents) EXPECT_EQ(count, 25);
  EXPECT_EQ(decoys.size(), 2U * kDecoyClasses);
  for (const auto& [place, count] : decoys) EXPECT_EQ(count, 10);
}

TEST(PlantingPlan, PinsEachPlantingOnceInABlockThatExists) {
  const text::Pack pack = two_scenarios();
  const auto plan = PlantingPlan::compile({.incidents = 300, .decoys = 300}, pack, 5'000, kKey);
  ASSERT_TRUE(plan.has_value());
  std::set<std::uint32_t> tags;
  for (std::uint64_t block = 0; block < 5; ++block) {
    std::uint32_t messages = 0;
    for (const threads::Pin& pin : plan->pins(BlockIndex{block})) {
      EXPECT_EQ(pin.block, block);
      EXPECT_TRUE(tags.insert(pin.tag).second);
      messages += pin.least_size;
    }
    // 4 whole blocks of 1,024 and one of 904: half of each at most.
    EXPECT_LE(messages, block < 4 ? 512U : 452U);
  }
  EXPECT_EQ(tags.size(), 600U);
}

TEST(PlantingPlan, GivesEachStepItsRuleAndNoneToDecoysBeyondTheFirst) {
  const text::Pack pack = two_scenarios();
  const auto plan = PlantingPlan::compile({.incidents = 40, .decoys = 16}, pack, 1'000, kKey);
  ASSERT_TRUE(plan.has_value());
  for (const Planting& planting : plan->plantings()) {
    for (std::uint32_t step = 0; step < planting.steps; ++step) {
      EXPECT_EQ(planting.rules[step].kind, text::Target::Kind::rule);
    }
    if (planting.decoy) {
      EXPECT_EQ(planting.steps, 1);
    } else if (planting.grade == kLevels) {
      EXPECT_EQ(planting.steps, kMostSteps);
    }
  }
}

TEST(PlantingPlan, LetsAContactWriteOnlyTheIncidentsOfAnExternalScenario) {
  const text::Pack pack = two_scenarios();
  const auto plan = PlantingPlan::compile({.incidents = 20, .decoys = 20}, pack, 1'000, kKey);
  ASSERT_TRUE(plan.has_value());
  for (const threads::Pin& pin : plan->pins()) {
    const Planting& planting = plan->planting(pin.tag);
    const bool external = pack.topic(planting.scenario).scenario.code == "XX.TWO";
    EXPECT_EQ(pin.external, external && !planting.decoy);
    EXPECT_EQ(pin.functions, 1U << static_cast<unsigned>(people::Function::trading));
  }
}

TEST(PlantingPlan, RefusesMoreThanHalfOfTheMessagesCanHold) {
  const text::Pack pack = two_scenarios();
  const auto plan = PlantingPlan::compile({.incidents = 0, .decoys = 501}, pack, 1'000, kKey);
  ASSERT_FALSE(plan.has_value());
  EXPECT_EQ(plan.error().front().where, "scenarios");
  EXPECT_TRUE(
      PlantingPlan::compile({.incidents = 0, .decoys = 500}, pack, 1'000, kKey).has_value());
}

TEST(PlantingPlan, RefusesToPlantFromAPackWithoutScenarios) {
  const std::array<text::Source, 1> sources = {text::Source{"frame.hay", kFrame}};
  const auto pack = text::Pack::compile(sources);
  ASSERT_TRUE(pack.has_value());
  EXPECT_FALSE(
      PlantingPlan::compile({.incidents = 1, .decoys = 0}, *pack, 1'000, kKey).has_value());
  EXPECT_TRUE(PlantingPlan::compile({.incidents = 0, .decoys = 0}, *pack, 1'000, kKey).has_value());
}

}  // namespace
}  // namespace haymaker::scenario
