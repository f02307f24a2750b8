#include "base/buffer.h"

#include <algorithm>

namespace haymaker {

namespace {
constexpr std::size_t kSmallest = 64;  // Spares a buffer of a few words its first three doublings.
}  // namespace

void Buffer::reserve(std::size_t capacity) {
  if (capacity <= capacity_) return;
  const std::size_t larger = std::max({capacity, capacity_ * 2, kSmallest});
  auto moved = std::make_unique_for_overwrite<char[]>(larger);
  std::copy_n(bytes_.get(), size_, moved.get());
  bytes_ = std::move(moved);
  capacity_ = larger;
}

}  // namespace haymaker
