#pragma once

#include <cstdint>
#include <expected>
#include <span>
#include <vector>

#include "base/error.h"
#include "base/ids.h"
#include "rng/key.h"
#include "scenario/incident_shape.h"
#include "scenario/planting_spec.h"
#include "text/pack.h"
#include "threads/block_plan.h"
#include "threads/timeline.h"

namespace haymaker::scenario {

// One conversation of which some messages carry planted words: a decoy, an incident, or a part of
// an incident that goes on over several conversations.
struct Planting {
  text::TopicId scenario{0};
  bool decoy = false;
  std::uint8_t grade = 1;       // The level 1 .. 5 of an incident, the class 1 .. 8 of a decoy.
  std::uint8_t steps = 1;       // Messages with planted words.
  std::uint8_t first_step = 0;  // Of the incident's steps, how many lie in earlier conversations,
  std::uint8_t all_steps = 1;   // and how many there are.
  Carrier carrier = Carrier::body;
  Evasion evasion = Evasion::none;
  std::uint32_t number = 0;  // Of the incident, or of the decoy, from 0.
};

// The table of all that is planted and where. Its memory follows the plantings, never the messages;
// the counts are exact, because each planting is pinned to a block when the table is made.
class PlantingPlan {
 public:
  // `count` messages in blocks of threads::kBlockSize. Fails with the path "scenarios" where the
  // pack has no scenarios but some are asked for, and where more are asked for than the corpus has
  // room for, and with that of a row whose code the pack does not know; whether it fails does not
  // depend on the key. Where room is short, long incidents are told in fewer messages.
  static std::expected<PlantingPlan, Errors> compile(const PlantingSpec& spec,
                                                     const text::Pack& pack,
                                                     const threads::Timeline& timeline,
                                                     std::uint64_t count, rng::Key key);

  // The pins of a block, in the order of their tags.
  [[nodiscard]] std::span<const threads::Pin> pins(BlockIndex block) const noexcept;
  [[nodiscard]] std::span<const threads::Pin> pins() const noexcept { return pins_; }
  // By the tag of a pin. Incidents come first, each with its conversations in the order of time.
  [[nodiscard]] const Planting& planting(std::uint32_t tag) const noexcept {
    return plantings_[tag];
  }
  [[nodiscard]] std::span<const Planting> plantings() const noexcept { return plantings_; }
  [[nodiscard]] std::uint64_t incidents() const noexcept { return incidents_; }

 private:
  std::vector<Planting> plantings_;
  std::vector<threads::Pin> pins_;  // By block.
  std::uint64_t incidents_ = 0;
};

}  // namespace haymaker::scenario
