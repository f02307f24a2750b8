#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rng/stream.h"

namespace haymaker::rng {

// The alias method of Walker (1977) and Vose (1991) in integers. The number of columns is a power
// of two, so that one uniform word below columns * total splits into a column and a rank by a mask
// and a shift. All such pairs are equally likely, and exactly columns * weights[i] of them stand
// for i.
struct AliasColumn {
  std::uint32_t keep;   // The first ranks of column i, which are i's own;
  std::uint32_t other;  // the rest belong to this item.
};

// The item that `word`, which is below columns * total, stands for among 2^`bits` columns.
inline std::uint32_t alias_of(const AliasColumn* columns, std::uint32_t bits,
                              std::uint64_t word) noexcept {
  const auto column = static_cast<std::uint32_t>(word & ((std::uint64_t{1} << bits) - 1));
  const AliasColumn cut = columns[column];
  return (word >> bits) < cut.keep ? column : cut.other;
}

// The columns of `weights`, at least one of which is positive, with a sum below 2^32. Columns past
// the last weight have no ranks of their own.
std::vector<AliasColumn> alias_columns(std::span<const std::uint32_t> weights);

// Draws i with probability weights[i] / sum(weights), exactly, in constant time, mostly by one
// 32-bit word. The weights are those of alias_columns(). A table without weights may stand as a
// member until it is assigned, and is not drawn from.
class WeightedTable {
 public:
  WeightedTable() = default;
  explicit WeightedTable(std::span<const std::uint32_t> weights);

  // How many items have a weight.
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] std::uint32_t columns() const noexcept {
    return static_cast<std::uint32_t>(columns_.size());
  }
  // The sum of the weights.
  [[nodiscard]] std::uint32_t total() const noexcept {
    return static_cast<std::uint32_t>(pairs_ >> bits_);
  }

  // The item that the pair stands for: `column` < columns(), `rank` < total().
  [[nodiscard]] std::uint32_t at(std::uint32_t column, std::uint32_t rank) const noexcept {
    const AliasColumn& cut = columns_[column];
    return rank < cut.keep ? column : cut.other;
  }

  std::uint32_t draw(Stream& stream) const noexcept {
    const std::uint64_t pair = pairs_ <= kNarrow ? stream.below(static_cast<std::uint32_t>(pairs_))
                                                 : stream.below64(pairs_);
    return alias_of(columns_.data(), bits_, pair);
  }

 private:
  static constexpr std::uint64_t kNarrow = 0xFFFFFFFF;

  std::vector<AliasColumn> columns_;
  std::uint64_t pairs_ = 0;  // columns * total.
  std::uint32_t bits_ = 0;   // columns() is 2^bits_.
  std::uint32_t size_ = 0;
};

}  // namespace haymaker::rng
