#pragma once

#include <cstdint>

#include "rng/key.h"

namespace haymaker::rng {

// A keyed bijection of 0 .. size - 1 that needs no table: a balanced Feistel network over the least
// even number of bits that holds `size`, walked until the value falls inside (Black and Rogaway,
// "Ciphers with arbitrary finite domains", 2002). With size 2^64 (given as 0) no walk is needed.
class Permutation {
 public:
  Permutation(Key key, std::uint64_t size) noexcept;

  [[nodiscard]] std::uint64_t at(std::uint64_t i) const noexcept;
  [[nodiscard]] std::uint64_t inverse(std::uint64_t image) const noexcept;

 private:
  static constexpr int kRounds = 8;

  [[nodiscard]] std::uint64_t round(int i, std::uint64_t half) const noexcept;
  [[nodiscard]] std::uint64_t encrypt(std::uint64_t x) const noexcept;
  [[nodiscard]] std::uint64_t decrypt(std::uint64_t x) const noexcept;
  [[nodiscard]] bool outside(std::uint64_t x) const noexcept { return size_ != 0 && x >= size_; }

  Key key_;
  std::uint64_t size_;
  int half_bits_;
  std::uint64_t half_mask_;
};

}  // namespace haymaker::rng
