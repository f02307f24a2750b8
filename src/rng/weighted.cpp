#include "rng/weighted.h"

namespace haymaker::rng {

WeightedTable::WeightedTable(std::span<const std::uint32_t> weights) {
  const auto n = static_cast<std::uint32_t>(weights.size());
  std::uint64_t total = 0;
  for (const std::uint32_t weight : weights) total += weight;
  total_ = static_cast<std::uint32_t>(total);

  // Each item starts with n times its weight, so that the mean is exactly one full column.
  std::vector<std::uint64_t> mass(n);
  std::vector<std::uint32_t> small;
  std::vector<std::uint32_t> large;
  columns_.resize(n);
  for (std::uint32_t i = 0; i < n; ++i) {
    mass[i] = std::uint64_t{weights[i]} * n;
    columns_[i] = {total_, i};
    (mass[i] < total ? small : large).push_back(i);
  }
  while (!small.empty() && !large.empty()) {
    const std::uint32_t poor = small.back();
    const std::uint32_t rich = large.back();
    small.pop_back();
    columns_[poor] = {static_cast<std::uint32_t>(mass[poor]), rich};
    mass[rich] -= total - mass[poor];
    if (mass[rich] < total) {
      large.pop_back();
      small.push_back(rich);
    }
  }
}

}  // namespace haymaker::rng
