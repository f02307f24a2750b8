#include "rng/permutation.h"

#include <bit>

namespace haymaker::rng {

namespace {
int half_bits_for(std::uint64_t size) {
  if (size == 0) return 32;
  const auto bits = static_cast<int>(std::bit_width(size - 1));
  return bits < 2 ? 1 : (bits + 1) / 2;
}
}  // namespace

Permutation::Permutation(Key key, std::uint64_t size) noexcept
    : key_(key),
      size_(size),
      half_bits_(half_bits_for(size)),
      half_mask_((std::uint64_t{1} << half_bits_) - 1) {}

std::uint64_t Permutation::round(int i, std::uint64_t half) const noexcept {
  return (key_ / (static_cast<std::uint64_t>(i) << 32 | half)).high & half_mask_;
}

std::uint64_t Permutation::encrypt(std::uint64_t x) const noexcept {
  std::uint64_t left = x >> half_bits_;
  std::uint64_t right = x & half_mask_;
  for (int i = 0; i < kRounds; ++i) {
    const std::uint64_t next = left ^ round(i, right);
    left = right;
    right = next;
  }
  return left << half_bits_ | right;
}

std::uint64_t Permutation::decrypt(std::uint64_t x) const noexcept {
  std::uint64_t left = x >> half_bits_;
  std::uint64_t right = x & half_mask_;
  for (int i = kRounds - 1; i >= 0; --i) {
    const std::uint64_t previous = right ^ round(i, left);
    right = left;
    left = previous;
  }
  return left << half_bits_ | right;
}

std::uint64_t Permutation::at(std::uint64_t i) const noexcept {
  std::uint64_t x = encrypt(i);
  while (outside(x)) x = encrypt(x);
  return x;
}

std::uint64_t Permutation::inverse(std::uint64_t image) const noexcept {
  std::uint64_t x = decrypt(image);
  while (outside(x)) x = decrypt(x);
  return x;
}

}  // namespace haymaker::rng
