#include "scenario/planting_plan.h"

#include <algorithm>
#include <numeric>
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

// A row of the specification, with its lists in full.
struct Wish {
  std::vector<TopicId> scenarios;
  std::uint64_t incidents = 0;
  std::uint64_t decoys = 0;
  std::vector<std::uint8_t> levels;
  std::vector<std::uint8_t> decoy_classes;
  std::uint32_t evasions = kAnyEvasion;
};

std::vector<std::uint8_t> or_all(const std::vector<std::uint8_t>& chosen, std::uint32_t most) {
  if (!chosen.empty()) return chosen;
  std::vector<std::uint8_t> all(most);
  std::iota(all.begin(), all.end(), std::uint8_t{1});
  return all;
}

std::uint32_t mask_of(const std::vector<Evasion>& evasions) {
  std::uint32_t mask = 0;
  for (const Evasion evasion : evasions) mask |= evasion_bit(evasion);
  return mask == 0 ? kAnyEvasion : mask;
}

// The wishes of the specification: what is spread over all scenarios, then the rows.
std::expected<std::vector<Wish>, Errors> wishes_of(const PlantingSpec& spec,
                                                   const text::Pack& pack) {
  const std::vector<TopicId> all = scenarios_of(pack);
  std::vector<Wish> wishes;
  wishes.push_back({.scenarios = all,
                    .incidents = spec.incidents,
                    .decoys = spec.decoys,
                    .levels = or_all({}, kLevels),
                    .decoy_classes = or_all({}, kDecoyClasses)});
  Errors errors;
  if (all.empty() && spec.incidents + spec.decoys > 0)
    errors.push_back({ErrorCode::bad_input, "the pack has no scenarios to plant", "scenarios"});
  for (const PlantingRow& row : spec.rows) {
    const auto known = std::ranges::find_if(
        all, [&](TopicId topic) { return pack.topic(topic).scenario.code == row.code; });
    if (known == all.end()) {
      errors.push_back({ErrorCode::bad_input,
                        "no scenario is called `" + row.code + "`; see `haymaker scenarios`",
                        "scenarios.rows[" + std::to_string(wishes.size() - 1) + "].code"});
    }
    wishes.push_back({.scenarios = {known == all.end() ? TopicId{0} : *known},
                      .incidents = row.incidents,
                      .decoys = row.decoys,
                      .levels = or_all(row.levels, kLevels),
                      .decoy_classes = or_all(row.decoy_classes, kDecoyClasses),
                      .evasions = mask_of(row.evasions)});
  }
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return wishes;
}

// The n-th of a wish goes to the n-th scenario, and to the next grade after each round of these.
Planting planting_of(const Wish& wish, std::uint64_t n, const std::vector<std::uint8_t>& grades) {
  Planting planting;
  planting.scenario = wish.scenarios[n % wish.scenarios.size()];
  planting.grade = grades[n / wish.scenarios.size() % grades.size()];
  return planting;
}

void add_incident(const Wish& wish, std::uint64_t n, std::uint32_t number, ShapeLimits limits,
                  rng::Key key, std::vector<Planting>& out) {
  Planting planting = planting_of(wish, n, wish.levels);
  planting.number = number;
  rng::Stream stream(key / "shape" / number);
  limits.evasions = wish.evasions;
  const IncidentShape shape = draw_shape(planting.grade, stream, limits);
  planting.carrier = shape.carrier;
  planting.evasion = shape.evasion;
  planting.all_steps = shape.messages;
  for (std::uint32_t place = 0; place < shape.conversations; ++place) {
    planting.steps = static_cast<std::uint8_t>(messages_in(shape, place));
    out.push_back(planting);
    planting.first_step = static_cast<std::uint8_t>(planting.first_step + planting.steps);
  }
}

void add_decoy(const Wish& wish, std::uint64_t n, std::uint32_t number, bool files, rng::Key key,
               std::vector<Planting>& out) {
  Planting planting = planting_of(wish, n, wish.decoy_classes);
  planting.decoy = true;
  planting.number = number;
  rng::Stream stream(key / "decoy" / number);
  planting.carrier = draw_decoy_carrier(stream, files);
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
                                                          const threads::Timeline& timeline,
                                                          std::uint64_t count, rng::Key key) {
  PlantingPlan plan;
  const auto wishes = wishes_of(spec, pack);
  if (!wishes) return std::unexpected(wishes.error());
  std::uint64_t decoys = 0;
  for (const Wish& wish : *wishes) {
    plan.incidents_ += wish.incidents;
    decoys += wish.decoys;
  }
  if (plan.incidents_ + decoys == 0) return plan;
  const std::uint64_t room = room_for_plantings(count);
  if (plan.incidents_ + decoys > room)
    return std::unexpected(too_many(plan.incidents_ + decoys, room));
  const std::uint64_t most_messages = std::min<std::uint64_t>(
      kMostMessages, (room - decoys) / std::max(plan.incidents_, std::uint64_t{1}));
  const ShapeLimits limits{.most_messages = static_cast<std::uint32_t>(most_messages),
                           .files = spec.files};
  std::uint32_t number = 0;
  for (const Wish& wish : *wishes) {
    for (std::uint64_t n = 0; n < wish.incidents; ++n)
      add_incident(wish, n, number++, limits, key, plan.plantings_);
  }
  number = 0;
  for (const Wish& wish : *wishes) {
    for (std::uint64_t n = 0; n < wish.decoys; ++n)
      add_decoy(wish, n, number++, spec.files, key, plan.plantings_);
  }
  plan.pins_ = place(plan.plantings_, pack, timeline, count, key);
  return plan;
}

std::span<const threads::Pin> PlantingPlan::pins(BlockIndex block) const noexcept {
  const auto range = std::ranges::equal_range(pins_, value(block), {}, &threads::Pin::block);
  return {range.begin(), range.end()};
}

}  // namespace haymaker::scenario
