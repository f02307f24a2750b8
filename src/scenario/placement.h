#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rng/key.h"
#include "scenario/planting_plan.h"
#include "threads/timeline.h"

namespace haymaker::scenario {

// How many of `count` messages may carry planted words: half, so that the rest can hide them, less
// what is lost where a conversation does not fit into the end of a block.
std::uint64_t room_for_plantings(std::uint64_t count) noexcept;

// Pins each planting to a block, as evenly as mail itself is spread; those of one incident in the
// order of time and, where they are several, when one site is awake. A pin's tag is the planting's
// place in `plantings`; the pins come by block. The steps of all must fit into
// room_for_plantings(count).
std::vector<threads::Pin> place(std::span<const Planting> plantings, const text::Pack& pack,
                                const threads::Timeline& timeline, std::uint64_t count,
                                rng::Key key);

}  // namespace haymaker::scenario
