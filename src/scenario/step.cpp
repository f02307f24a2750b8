#include "scenario/step.h"

#include <array>
#include <string_view>

namespace haymaker::scenario {

namespace {

// Level 5 in a body says one of three things in each message; only together do they suffice.
constexpr std::array<std::string_view, 3> kHints = {"L5a", "L5b", "L5c"};
constexpr std::array<std::string_view, 5> kLevelRules = {"L1", "L2", "L3", "L4", ""};
constexpr std::array<std::string_view, kDecoyClasses> kDecoyRules = {"D1", "D2", "D3", "D4",
                                                                     "D5", "D6", "D7", "D8"};

bool is_spread(const Planting& planting) noexcept {
  return !planting.decoy && planting.grade == kLevels && planting.carrier == Carrier::body;
}

std::string_view primary_rule(const Planting& planting) {
  if (planting.grade == kLevels) return kLevelRules[planting.number % 3];
  if (is_operator(planting.evasion)) return "L1";
  if (planting.evasion == Evasion::translation) return "L4_translation";
  if (planting.evasion == Evasion::emoji) return "L4_emoji";
  return kLevelRules[planting.grade - 1U];
}

}  // namespace

Step step_of(const Planting& planting, const text::Topic& scenario, std::uint32_t number) {
  Step step;
  if (planting.decoy) {
    step.rule = scenario.rule(kDecoyRules[planting.grade - 1U]);
    step.carrier = planting.carrier;
    return step;
  }
  if (is_spread(planting)) {
    step.rule = scenario.rule(kHints[(planting.first_step + number) % kHints.size()]);
    return step;
  }
  // Told, assented to, covered up, told again; but a subject is worded once.
  const bool told = planting.carrier == Carrier::subject ? number == 0 : number % 3 == 0;
  if (!told) {
    step.rule = scenario.rule(number % 3 == 2 ? "cover" : "assent");
    step.primary = false;
    return step;
  }
  step.rule = scenario.rule(primary_rule(planting));
  step.carrier = planting.carrier;
  step.evasion = planting.evasion;
  step.sufficient = true;
  return step;
}

std::uint32_t steps_that_suffice(const Planting& planting) noexcept {
  return is_spread(planting) ? kHints.size() : 1;
}

}  // namespace haymaker::scenario
