#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rng/stream.h"

namespace haymaker::rng {

// Draws i with probability weights[i] / sum(weights), exactly, in constant time: the alias method
// of Walker (1977) and Vose (1991) in integers. At least one weight is positive; the sum is below
// 2^32.
class WeightedTable {
 public:
  WeightedTable() = default;
  explicit WeightedTable(std::span<const std::uint32_t> weights);

  [[nodiscard]] std::size_t size() const noexcept { return columns_.size(); }

  std::uint32_t draw(Stream& stream) const noexcept {
    const std::uint32_t i = stream.below(static_cast<std::uint32_t>(columns_.size()));
    const Column& column = columns_[i];
    return stream.below(total_) < column.keep ? i : column.other;
  }

 private:
  // Column i holds a mass of `total_`: `keep` of it is i's own, the rest belongs to `other`.
  struct Column {
    std::uint32_t keep;
    std::uint32_t other;
  };
  std::vector<Column> columns_;
  std::uint32_t total_ = 0;
};

}  // namespace haymaker::rng
