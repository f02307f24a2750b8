#pragma once

#include <cstdint>
#include <string_view>

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

// Who writes a message of a planted conversation.
enum class Side : std::uint8_t { company, outside };  // Outside: at a client or a vendor.
struct Author {
  Side side = Side::company;
  std::string_view language;  // Of the name, "de" or "pt_BR": what a translation is likely to be.
};

// `number` is that of the planting's steps, below planting.steps; `scenario` is the planting's
// topic. What is between a client and somebody of the company is told by the side that begins it;
// the other one answers.
Step step_of(const Planting& planting, const text::Topic& scenario, std::uint32_t number,
             Author author);

// How many of an incident's steps must be known before it should alert, the first steps first.
std::uint32_t steps_that_suffice(const Planting& planting) noexcept;

}  // namespace haymaker::scenario
