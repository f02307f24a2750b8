#include "scenario/planting_plan.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "people/company.h"
#include "rng/permutation.h"

namespace haymaker::scenario {

using text::Topic;
using text::TopicId;

namespace {

// The departments of a scenario are named by what they do; in the order of people::Function.
constexpr std::array<std::string_view, people::kFunctions> kFunctionNames = {
    "trading", "sales",   "operations", "research", "banking", "wealth",     "compliance",
    "risk",    "finance", "technology", "hr",       "legal",   "facilities", "executive"};

// Planted conversations take at most this share of a block, so that the rest can hide them.
constexpr std::uint32_t kMostOfBlockPercent = 50;

std::uint32_t function_mask(const std::vector<std::string>& names) {
  std::uint32_t mask = 0;
  for (std::size_t i = 0; i < kFunctionNames.size(); ++i) {
    if (std::ranges::find(names, kFunctionNames[i]) != names.end()) mask |= 1U << i;
  }
  return mask;
}

// Levels 1 to 4 need one message; half of their incidents have an accomplice who assents, and half
// of those a follow-up that covers it. Level 5 is spread over three messages, none of which
// suffices.
Planting plan_incident(const Topic& topic, TopicId id, std::uint64_t number,
                       std::uint64_t scenarios) {
  Planting planting;
  planting.scenario = id;
  planting.grade = static_cast<std::uint8_t>(1 + number / scenarios % kLevels);
  if (planting.grade == kLevels) {
    planting.steps = kMostSteps;
    planting.rules = {topic.rule("L5a"), topic.rule("L5b"), topic.rule("L5c")};
    return planting;
  }
  const std::array<char, 2> name = {'L', static_cast<char>('0' + planting.grade)};
  planting.rules = {topic.rule(std::string_view(name.data(), name.size())), topic.rule("assent"),
                    topic.rule("cover")};
  constexpr std::array<std::uint8_t, 4> kSteps = {1, 2, 1, 3};
  planting.steps = kSteps[number / scenarios / kLevels % kSteps.size()];
  return planting;
}

Planting plan_decoy(const Topic& topic, TopicId id, std::uint64_t number, std::uint64_t scenarios) {
  Planting planting;
  planting.scenario = id;
  planting.decoy = true;
  planting.grade = static_cast<std::uint8_t>(1 + number / scenarios % kDecoyClasses);
  const std::array<char, 2> name = {'D', static_cast<char>('0' + planting.grade)};
  planting.rules[0] = topic.rule(std::string_view(name.data(), name.size()));
  return planting;
}

std::vector<TopicId> scenarios_of(const text::Pack& pack) {
  std::vector<TopicId> scenarios;
  for (std::size_t i = 0; i < pack.topics().size(); ++i) {
    if (pack.topics()[i].kind == text::TopicKind::scenario)
      scenarios.push_back(static_cast<TopicId>(i));
  }
  return scenarios;
}

Error too_many(std::uint64_t wanted, std::uint64_t room) {
  return {ErrorCode::bad_input,
          "needs " + std::to_string(wanted) + " messages, but only " + std::to_string(room) +
              " (half of the corpus) can be planted; ask for fewer incidents or more messages",
          "scenarios"};
}

}  // namespace

std::expected<PlantingPlan, Errors> PlantingPlan::compile(const PlantingSpec& spec,
                                                          const text::Pack& pack,
                                                          std::uint64_t count, rng::Key key) {
  const std::vector<TopicId> scenarios = scenarios_of(pack);
  const std::uint64_t total = spec.incidents + spec.decoys;
  const std::uint64_t room = count * kMostOfBlockPercent / 100;
  PlantingPlan plan;
  if (total == 0) return plan;
  if (scenarios.empty()) {
    return std::unexpected(
        Errors{{ErrorCode::bad_input, "the pack has no scenarios to plant", "scenarios"}});
  }
  if (total > room) return std::unexpected(Errors{too_many(total, room)});
  std::uint64_t messages = 0;
  for (std::uint64_t i = 0; i < total; ++i) {
    const bool decoy = i >= spec.incidents;
    const std::uint64_t number = decoy ? i - spec.incidents : i;
    const TopicId id = scenarios[number % scenarios.size()];
    plan.plantings_.push_back(decoy ? plan_decoy(pack.topic(id), id, number, scenarios.size())
                                    : plan_incident(pack.topic(id), id, number, scenarios.size()));
    messages += plan.plantings_.back().steps;
  }
  if (messages > room) return std::unexpected(Errors{too_many(messages, room)});

  // A permutation of the messages spreads the plantings as evenly as mail itself, and a block that
  // is full hands on to the next.
  const rng::Permutation places(key / "places", count);
  const std::uint64_t blocks = (count + threads::kBlockSize - 1) / threads::kBlockSize;
  std::map<std::uint64_t, std::uint32_t> taken;  // Messages by block, of blocks that have any.
  for (std::uint32_t tag = 0; tag < total; ++tag) {
    const Planting& planting = plan.plantings_[tag];
    const text::ScenarioFields& fields = pack.topic(planting.scenario).scenario;
    std::uint64_t block = places.at(tag) / threads::kBlockSize;
    const auto fits = [&](std::uint64_t b) {
      const std::uint64_t size =
          std::min<std::uint64_t>(count - b * threads::kBlockSize, threads::kBlockSize);
      return taken[b] + planting.steps <= (size * kMostOfBlockPercent + 99) / 100;
    };
    for (std::uint64_t tries = 0; !fits(block) && tries < blocks; ++tries)
      block = (block + 1) % blocks;
    if (!fits(block)) return std::unexpected(Errors{too_many(messages, room)});
    taken[block] += planting.steps;
    plan.pins_.push_back({block, tag, planting.steps, fields.external && !planting.decoy,
                          function_mask(fields.actors)});
  }
  std::ranges::sort(plan.pins_, {},
                    [](const threads::Pin& pin) { return std::pair(pin.block, pin.tag); });
  return plan;
}

std::span<const threads::Pin> PlantingPlan::pins(BlockIndex block) const noexcept {
  const auto range = std::ranges::equal_range(pins_, value(block), {}, &threads::Pin::block);
  return {range.begin(), range.end()};
}

}  // namespace haymaker::scenario
