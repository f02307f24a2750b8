#include "base/buffer.h"

#include <algorithm>

namespace haymaker {

namespace {
// One slack word, so that grow() on an empty buffer never hands out a null pointer for memcpy.
constexpr std::size_t kSmallest = 64;
}  // namespace

void Buffer::reserve(std::size_t capacity) {
  if (capacity <= capacity_ && bytes_ != nullptr) return;
  const std::size_t larger = std::max({capacity, capacity_ * 2, kSmallest});
  auto moved = std::make_unique_for_overwrite<char[]>(larger);
  if (size_ != 0) std::memcpy(moved.get(), bytes_.get(), size_);
  bytes_ = std::move(moved);
  capacity_ = larger;
}

}  // namespace haymaker
