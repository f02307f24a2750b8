#include "scenario/planting_plan.h"

#include <algorithm>
#include <string>
#include <utility>

#include "scenario/placement.h"

namespace haymaker::scenario {

using text::TopicId;

namespace {

std::vector<TopicId> scenarios_of(const text::Pack& pack) {
  std::vector<TopicId> scenarios;
  for (std::size_t i = 0; i < pack.topics().size(); ++i) {
    if (pack.topics()[i].kind == text::TopicKind::scenario)
      scenarios.push_back(static_cast<TopicId>(i));
  }
  return scenarios;
}

void add_incident(std::uint64_t number, std::span<const TopicId> scenarios,
                  std::uint32_t most_messages, rng::Key key, std::vector<Planting>& out) {
  Planting planting;
  planting.scenario = scenarios[number % scenarios.size()];
  planting.grade = static_cast<std::uint8_t>(1 + number / scenarios.size() % kLevels);
  planting.number = static_cast<std::uint32_t>(number);
  rng::Stream stream(key / "shape" / number);
  const IncidentShape shape = draw_shape(planting.grade, stream, most_messages);
  planting.carrier = shape.carrier;
  planting.evasion = shape.evasion;
  planting.all_steps = shape.messages;
  for (std::uint32_t place = 0; place < shape.conversations; ++place) {
    planting.steps = static_cast<std::uint8_t>(messages_in(shape, place));
    out.push_back(planting);
    planting.first_step = static_cast<std::uint8_t>(planting.first_step + planting.steps);
  }
}

void add_decoy(std::uint64_t number, std::span<const TopicId> scenarios,
               std::vector<Planting>& out) {
  Planting planting;
  planting.scenario = scenarios[number % scenarios.size()];
  planting.decoy = true;
  planting.grade = static_cast<std::uint8_t>(1 + number / scenarios.size() % kDecoyClasses);
  planting.number = static_cast<std::uint32_t>(number);
  out.push_back(planting);
}

Errors too_many(std::uint64_t wanted, std::uint64_t room) {
  return {{ErrorCode::bad_input,
           "asks for " + std::to_string(wanted) + " incidents and decoys, but only " +
               std::to_string(room) +
               " messages (half of the corpus) can be planted; ask for fewer, or for more messages",
           "scenarios"}};
}

}  // namespace

std::expected<PlantingPlan, Errors> PlantingPlan::compile(const PlantingSpec& spec,
                                                          const text::Pack& pack,
                                                          std::uint64_t count, rng::Key key) {
  PlantingPlan plan;
  const std::uint64_t total = spec.incidents + spec.decoys;
  if (total == 0) return plan;
  const std::vector<TopicId> scenarios = scenarios_of(pack);
  if (scenarios.empty()) {
    return std::unexpected(
        Errors{{ErrorCode::bad_input, "the pack has no scenarios to plant", "scenarios"}});
  }
  const std::uint64_t room = room_for_plantings(count);
  if (total > room) return std::unexpected(too_many(total, room));
  plan.incidents_ = spec.incidents;
  const std::uint64_t most_messages = std::min<std::uint64_t>(
      kMostMessages, (room - spec.decoys) / std::max(spec.incidents, std::uint64_t{1}));
  for (std::uint64_t i = 0; i < spec.incidents; ++i)
    add_incident(i, scenarios, static_cast<std::uint32_t>(most_messages), key, plan.plantings_);
  for (std::uint64_t i = 0; i < spec.decoys; ++i) add_decoy(i, scenarios, plan.plantings_);
  plan.pins_ = place(plan.plantings_, pack, count, key);
  return plan;
}

std::span<const threads::Pin> PlantingPlan::pins(BlockIndex block) const noexcept {
  const auto range = std::ranges::equal_range(pins_, value(block), {}, &threads::Pin::block);
  return {range.begin(), range.end()};
}

}  // namespace haymaker::scenario
