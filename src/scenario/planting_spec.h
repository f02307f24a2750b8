#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scenario/evasion.h"

namespace haymaker::scenario {

inline constexpr std::uint32_t kDecoyClasses = 8;

// What is asked of one scenario. An empty list means all there are.
struct PlantingRow {
  std::string code;  // Of the scenario: "MA.INSIDER_TIP".
  std::uint64_t incidents = 0;
  std::uint64_t decoys = 0;
  std::vector<std::uint8_t> levels{};  // 1 .. kLevels, over which the incidents are spread.
  std::vector<Evasion> evasions{};     // Of the incidents of level 4; never `none`.
  std::vector<std::uint8_t>
      decoy_classes{};  // 1 .. kDecoyClasses, over which the decoys are spread.
};

// What the user asks to be planted.
struct PlantingSpec {
  std::uint64_t incidents = 6;  // Spread evenly over the scenarios and the levels L1 to L5.
  // Innocent look-alikes, spread over the scenarios and the classes D1 to D8.
  std::uint64_t decoys = 30;
  std::vector<PlantingRow> rows{};  // On top of these.
  bool files = true;                // Messages have files, in which words can be planted.
};

}  // namespace haymaker::scenario
