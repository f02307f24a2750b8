#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rng/stream.h"

namespace haymaker::rng {

// Draws i with probability weights[i] / sum(weights), exactly, in constant time: the alias method
// of Walker (1977) and Vose (1991) in integers. At least one weight is positive; the sum is below
// 2^32. A table without weights may stand as a member until it is assigned, and is not drawn from.
//
// Each of the n columns holds total() ranks. All n * total() pairs (column, rank) are equally
// likely, and exactly n * weights[i] of them stand for i.
class WeightedTable {
 public:
  WeightedTable() = default;
  explicit WeightedTable(std::span<const std::uint32_t> weights);

  [[nodiscard]] std::size_t size() const noexcept { return columns_.size(); }
  // The sum of the weights.
  [[nodiscard]] std::uint32_t total() const noexcept { return total_; }

  // The item that the pair stands for: `column` < size(), `rank` < total().
  [[nodiscard]] std::uint32_t at(std::uint32_t column, std::uint32_t rank) const noexcept {
    const Column& cut = columns_[column];
    return rank < cut.keep ? column : cut.other;
  }

  std::uint32_t draw(Stream& stream) const noexcept {
    const std::uint32_t column = stream.below(static_cast<std::uint32_t>(columns_.size()));
    return at(column, stream.below(total_));
  }

 private:
  // The first `keep` ranks of column i are i's own; the rest belong to `other`.
  struct Column {
    std::uint32_t keep;
    std::uint32_t other;
  };
  std::vector<Column> columns_;
  std::uint32_t total_ = 0;
};

}  // namespace haymaker::rng
