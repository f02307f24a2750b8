#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/ids.h"
#include "rng/key.h"
#include "text/pack.h"
#include "threads/block_plan.h"

namespace haymaker::scenario {

// What the user asks to be planted.
struct PlantingSpec {
  std::uint64_t incidents = 6;  // Spread evenly over the scenarios and the levels L1 to L5.
  std::uint64_t decoys =
      30;  // Innocent look-alikes, spread over the scenarios and the classes D1 to D8.
};

inline constexpr std::uint32_t kLevels = 5;
inline constexpr std::uint32_t kDecoyClasses = 8;
inline constexpr std::uint32_t kMostSteps = 3;

// One incident or one decoy: a conversation whose first messages carry planted words.
struct Planting {
  text::TopicId scenario{0};
  bool decoy = false;
  std::uint8_t grade = 1;  // The level 1 .. 5 of an incident, the class 1 .. 8 of a decoy.
  std::uint8_t steps =
      1;  // Messages that carry planted words: those of the ordinals 0 .. steps - 1.
  std::array<text::Target, kMostSteps> rules;  // What each step says.
};

// The table of all that is planted and where. Its memory follows the plantings, never the messages;
// the counts are exact, because each planting is pinned to a block when the table is made.
class PlantingPlan {
 public:
  // `count` messages in blocks of threads::kBlockSize. Fails with the path "scenarios" where the
  // pack has no scenarios but some are asked for, and where more is asked for than half of the
  // messages can hold.
  static std::expected<PlantingPlan, Errors> compile(const PlantingSpec& spec,
                                                     const text::Pack& pack, std::uint64_t count,
                                                     rng::Key key);

  // The pins of a block, in the order of their tags.
  [[nodiscard]] std::span<const threads::Pin> pins(BlockIndex block) const noexcept;
  [[nodiscard]] std::span<const threads::Pin> pins() const noexcept { return pins_; }
  // By the tag of a pin. Incidents come first.
  [[nodiscard]] const Planting& planting(std::uint32_t tag) const noexcept {
    return plantings_[tag];
  }
  [[nodiscard]] std::span<const Planting> plantings() const noexcept { return plantings_; }

 private:
  std::vector<Planting> plantings_;
  std::vector<threads::Pin> pins_;  // By block.
};

}  // namespace haymaker::scenario
