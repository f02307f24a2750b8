#pragma once

#include <cstdint>

#include "scenario/planting_plan.h"
#include "text/pack.h"

namespace haymaker::scenario {

// What one message of a planted conversation says, and how.
struct Step {
  text::Target rule;
  Carrier carrier = Carrier::body;
  Evasion evasion = Evasion::none;  // An operator is applied to what the rule says.
  // Tells of the misconduct itself; an accomplice's assent or a cover-up only belongs to it.
  bool primary = true;
  // This message alone should alert.
  bool sufficient = false;
};

// `number` is that of the planting's steps, below planting.steps; `scenario` is its topic.
Step step_of(const Planting& planting, const text::Topic& scenario, std::uint32_t number);

// How many of an incident's steps must be known before it should alert, the first steps first.
std::uint32_t steps_that_suffice(const Planting& planting) noexcept;

}  // namespace haymaker::scenario
