#include "rng/weighted.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace haymaker::rng {

std::vector<AliasColumn> alias_columns(std::span<const std::uint32_t> weights) {
  const auto n = static_cast<std::uint32_t>(std::bit_ceil(weights.size()));
  const auto total = std::accumulate(weights.begin(), weights.end(), std::uint32_t{0});

  // Each item starts with n times its weight, so that the mean is exactly one full column.
  std::vector<std::uint64_t> mass(n);
  std::ranges::transform(weights, mass.begin(), [n](std::uint64_t weight) { return weight * n; });
  std::vector<AliasColumn> columns;
  std::vector<std::uint32_t> small;
  std::vector<std::uint32_t> large;
  for (std::uint32_t i = 0; i < n; ++i) {
    columns.push_back({total, i});
    (mass[i] < total ? small : large).push_back(i);
  }
  while (!small.empty() && !large.empty()) {
    const std::uint32_t poor = small.back();
    const std::uint32_t rich = large.back();
    small.pop_back();
    columns[poor] = {static_cast<std::uint32_t>(mass[poor]), rich};
    mass[rich] -= total - mass[poor];
    if (mass[rich] < total) {
      large.pop_back();
      small.push_back(rich);
    }
  }
  return columns;
}

WeightedTable::WeightedTable(std::span<const std::uint32_t> weights)
    : columns_(alias_columns(weights)),
      bits_(static_cast<std::uint32_t>(std::countr_zero(columns_.size()))),
      size_(static_cast<std::uint32_t>(weights.size())) {
  const auto total = std::accumulate(weights.begin(), weights.end(), std::uint64_t{0});
  pairs_ = total << bits_;
}

}  // namespace haymaker::rng
