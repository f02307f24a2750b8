#include "scenario/planting_plan.h"

#include <map>
#include <set>
#include <vector>

#include "people/company.h"
#include "scenario/test_scenarios.h"

namespace haymaker::scenario {
namespace {

const rng::Key kKey = rng::Key::root(17);

// A company whose mail is spread over a quarter of a year.
const threads::Timeline& timeline() {
  static const Days first = days_from_civil({2025, 1, 6});
  static const Days last = days_from_civil({2025, 3, 30});
  static const people::Company company =
      people::Company::compile({.employees = 500}, rng::Key::root(1), first, last).value();
  static const threads::Timeline timeline(company, first, last);
  return timeline;
}

std::expected<PlantingPlan, Errors> compile(const PlantingSpec& spec, const text::Pack& pack,
                                            std::uint64_t count, rng::Key key = kKey) {
  return PlantingPlan::compile(spec, pack, timeline(), count, key);
}

PlantingPlan planned(const text::Pack& pack, const PlantingSpec& spec, std::uint64_t count) {
  auto plan = compile(spec, pack, count);
  EXPECT_TRUE(plan.has_value());
  return std::move(*plan);
}

TEST(PlantingPlan, PlantsExactlyAsManyAsWereAskedForInEachScenarioAndGrade) {
  const text::Pack pack = two_scenarios();
  const PlantingPlan plan = planned(pack, {.incidents = 250, .decoys = 160}, 10'000);
  EXPECT_EQ(plan.incidents(), 250U);
  std::map<std::pair<text::TopicId, int>, std::set<std::uint32_t>> incidents;
  std::map<std::pair<text::TopicId, int>, std::set<std::uint32_t>> decoys;
  for (const Planting& planting : plan.plantings()) {
    (planting.decoy ? decoys : incidents)[{planting.scenario, planting.grade}].insert(
        planting.number);
  }
  EXPECT_EQ(incidents.size(), 2U * kLevels);
  for (const auto& [place, numbers] : incidents) EXPECT_EQ(numbers.size(), 25U);
  EXPECT_EQ(decoys.size(), 2U * kDecoyClasses);
  for (const auto& [place, numbers] : decoys) EXPECT_EQ(numbers.size(), 10U);
}

TEST(PlantingPlan, AddsTheRowsOfOneScenarioInTheirLevelsAndClassesOnly) {
  const text::Pack pack = two_scenarios();
  const PlantingRow row{.code = "XX.TWO",
                        .incidents = 30,
                        .decoys = 20,
                        .levels = {2, 4},
                        .evasions = {Evasion::leet, Evasion::dots},
                        .decoy_classes = {7}};
  const PlantingPlan plan = planned(pack, {.incidents = 10, .decoys = 16, .rows = {row}}, 10'000);
  EXPECT_EQ(plan.incidents(), 40U);
  std::map<int, std::set<std::uint32_t>> incidents;
  std::set<std::uint32_t> decoys;
  std::set<Evasion> evasions;
  for (const Planting& planting : plan.plantings()) {
    // The first 10 and 16 are those that are spread over all.
    if (planting.number < (planting.decoy ? 16U : 10U)) continue;
    EXPECT_EQ(pack.topic(planting.scenario).scenario.code, "XX.TWO");
    if (planting.decoy) {
      EXPECT_EQ(planting.grade, 7);
      decoys.insert(planting.number);
    } else {
      incidents[planting.grade].insert(planting.number);
      evasions.insert(planting.evasion);
    }
  }
  EXPECT_EQ(decoys.size(), 20U);
  ASSERT_EQ(incidents.size(), 2U);
  EXPECT_EQ(incidents[2].size(), 15U);
  EXPECT_EQ(incidents[4].size(), 15U);
  EXPECT_EQ(evasions, (std::set{Evasion::none, Evasion::leet, Evasion::dots}));
}

TEST(PlantingPlan, NumbersTheStepsOfAnIncidentOverItsConversations) {
  const text::Pack pack = two_scenarios();
  const PlantingPlan plan = planned(pack, {.incidents = 400, .decoys = 0}, 10'000);
  std::map<std::uint32_t, std::uint32_t> steps;
  std::set<std::uint32_t> sizes;
  for (const Planting& planting : plan.plantings()) {
    EXPECT_EQ(planting.first_step, steps[planting.number]);
    steps[planting.number] += planting.steps;
    sizes.insert(planting.all_steps);
    if (steps[planting.number] > planting.all_steps) FAIL();
  }
  for (const Planting& planting : plan.plantings())
    EXPECT_EQ(steps[planting.number], planting.all_steps);
  EXPECT_EQ(*sizes.begin(), 1U);
  EXPECT_EQ(*sizes.rbegin(), kMostMessages);
}

TEST(PlantingPlan, PinsEachPlantingOnceInABlockThatExists) {
  const text::Pack pack = two_scenarios();
  const PlantingPlan plan = planned(pack, {.incidents = 300, .decoys = 300}, 5'000);
  std::set<std::uint32_t> tags;
  for (std::uint64_t block = 0; block < 5; ++block) {
    std::uint32_t messages = 0;
    for (const threads::Pin& pin : plan.pins(BlockIndex{block})) {
      EXPECT_EQ(pin.block, block);
      EXPECT_EQ(pin.steps, plan.planting(pin.tag).steps);
      EXPECT_TRUE(tags.insert(pin.tag).second);
      messages += pin.steps;
    }
    // 4 whole blocks of 1,024 and one of 904: half of each at most.
    EXPECT_LE(messages, block < 4 ? 512U : 452U);
  }
  EXPECT_EQ(tags.size(), plan.plantings().size());
}

TEST(PlantingPlan, LetsTheSameTwoMeetAgainInOrderOfTime) {
  const text::Pack pack = two_scenarios();
  const PlantingPlan plan = planned(pack, {.incidents = 200, .decoys = 50}, 200'000);
  std::map<std::uint32_t, std::vector<const threads::Pin*>> by_incident;
  for (const threads::Pin& pin : plan.pins())
    if (!plan.planting(pin.tag).decoy) by_incident[plan.planting(pin.tag).number].push_back(&pin);
  std::size_t spread = 0;
  for (const auto& [number, pins] : by_incident) {
    if (pins.size() == 1) {
      EXPECT_EQ(pins[0]->cast.id, threads::kNoCast);
      continue;
    }
    ++spread;
    std::uint64_t last = 0;  // The pins come by block.
    for (const threads::Pin* pin : pins) {
      EXPECT_EQ(pin->cast, (threads::Cast{number, pins[0]->block, pins[0]->cast.site}));
      EXPECT_GE(plan.planting(pin->tag).first_step, last);
      last = plan.planting(pin->tag).first_step;
    }
  }
  EXPECT_GT(spread, 20U);
}

TEST(PlantingPlan, LetsAContactWriteTheIncidentsAndTheDecoysOfAnExternalScenario) {
  const text::Pack pack = two_scenarios();
  const PlantingPlan plan = planned(pack, {.incidents = 20, .decoys = 20}, 1'000);
  for (const threads::Pin& pin : plan.pins()) {
    const Planting& planting = plan.planting(pin.tag);
    const bool external = pack.topic(planting.scenario).scenario.code == "XX.TWO";
    EXPECT_EQ(pin.direction, external ? threads::Direction::inbound : threads::Direction::internal);
    EXPECT_EQ(pin.functions, 1U << static_cast<unsigned>(people::Function::trading));
  }
}

TEST(PlantingPlan, RefusesMoreThanHalfOfTheMessagesCanHold) {
  const text::Pack pack = two_scenarios();
  const auto plan = compile({.incidents = 0, .decoys = 501}, pack, 1'000);
  ASSERT_FALSE(plan.has_value());
  EXPECT_EQ(plan.error().front().where, "scenarios");
  EXPECT_TRUE(compile({.incidents = 0, .decoys = 500}, pack, 1'000).has_value());
}

TEST(PlantingPlan, TellsIncidentsInFewerMessagesWhereRoomIsShortWhateverTheKey) {
  const text::Pack pack = two_scenarios();
  for (std::uint64_t key = 0; key < 200; ++key) {
    // 50 of 100 messages have room for 6 incidents of (50 - 30) / 6 = 3 messages.
    const auto plan = compile({.incidents = 6, .decoys = 30}, pack, 100, rng::Key::root(key));
    ASSERT_TRUE(plan.has_value());
    for (const Planting& planting : plan->plantings()) ASSERT_LE(planting.all_steps, 3);
    // Two blocks, 1,000 of 2,000 messages less 3: nothing is left over.
    EXPECT_TRUE(
        compile({.incidents = 300, .decoys = 97}, pack, 2'000, rng::Key::root(key)).has_value());
  }
}

TEST(PlantingPlan, RefusesToPlantFromAPackWithoutScenarios) {
  const std::array<text::Source, 1> sources = {text::Source{"frame.hay", kFrame}};
  const auto pack = text::Pack::compile(sources);
  ASSERT_TRUE(pack.has_value());
  EXPECT_FALSE(compile({.incidents = 1, .decoys = 0}, *pack, 1'000).has_value());
  EXPECT_TRUE(compile({.incidents = 0, .decoys = 0}, *pack, 1'000).has_value());
}

}  // namespace
}  // namespace haymaker::scenario
