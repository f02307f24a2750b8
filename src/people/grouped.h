#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace haymaker::people {

// Lists of items by group, all in one piece of memory:
//
//   starts_  0    3  4       8        one entry more than there are groups
//   items_   a b c  d  e f g h
template <class Item>
class Grouped {
 public:
  Grouped() = default;
  // Each pair says that `second` is in group `first` < groups; the order within a group stays.
  Grouped(std::size_t groups, std::span<const std::pair<std::uint32_t, Item>> pairs)
      : starts_(groups + 1), items_(pairs.size()) {
    for (const auto& [group, item] : pairs) ++starts_[group + 1];
    for (std::size_t group = 0; group < groups; ++group) starts_[group + 1] += starts_[group];
    std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
    for (const auto& [group, item] : pairs) items_[next[group]++] = item;
  }

  [[nodiscard]] std::size_t size() const noexcept { return starts_.size() - 1; }
  [[nodiscard]] std::span<const Item> of(std::size_t group) const noexcept {
    return std::span(items_).subspan(starts_[group], starts_[group + 1] - starts_[group]);
  }

 private:
  std::vector<std::uint32_t> starts_ = {0};
  std::vector<Item> items_;
};

}  // namespace haymaker::people
