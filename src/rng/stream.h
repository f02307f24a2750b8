#pragma once

#include <Random123/philox.h>

#include <array>
#include <cstdint>
#include <span>

#include "rng/bounded.h"
#include "rng/key.h"

namespace haymaker::rng {

// A sequence of random integers that is a pure function of its key: Philox4x64-10 in counter mode
// (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011). Block b
// of four words is philox({b, lane, 0, 0}, key). All draws are integers, and are exactly uniform.
class Stream {
 public:
  // Streams of one key and different lanes are independent, and cheaper to open than a name each.
  explicit Stream(Key key, std::uint64_t lane = 0) noexcept
      : key_{{key.low, key.high}}, lane_(lane) {}

  std::uint64_t next64() noexcept {
    used_ += used_ & 1U;  // Whole words only, so that a value never spans two of them.
    if (used_ == kHalves) [[unlikely]]
      refill();
    const std::uint64_t value = words_[used_ / 2];
    used_ += 2;
    return value;
  }

  // The low half of a word, then its high half.
  std::uint32_t next32() noexcept {
    if (used_ == kHalves) [[unlikely]]
      refill();
    const std::uint64_t word = words_[used_ / 2];
    return static_cast<std::uint32_t>((used_++ & 1U) == 0 ? word : word >> 32);
  }

  // 0 .. bound - 1, each exactly as likely; bound is at least 1.
  std::uint32_t below(std::uint32_t bound) noexcept {
    return bounded<std::uint64_t>([this]() noexcept { return next32(); }, bound);
  }
  std::uint64_t below64(std::uint64_t bound) noexcept;

  // low .. high, both included; fewer than 2^32 values.
  std::int32_t between(std::int32_t low, std::int32_t high) noexcept {
    const auto width = static_cast<std::uint32_t>(static_cast<std::int64_t>(high) - low + 1);
    return static_cast<std::int32_t>(low + static_cast<std::int64_t>(below(width)));
  }

  // True `hits` times in `of`; `hits` >= `of` is always true.
  bool chance(std::uint32_t hits, std::uint32_t of) noexcept { return below(of) < hits; }

  // One of `choices`, which are not empty.
  template <class T>
  const T& pick(std::span<const T> choices) noexcept {
    return choices[below(static_cast<std::uint32_t>(choices.size()))];
  }

 private:
  using Philox = r123::Philox4x64_R<10>;
  static constexpr std::uint32_t kHalves = 16;  // 32-bit halves in two blocks of four words.

  void refill() noexcept;

  Philox::key_type key_;
  std::uint64_t lane_;
  std::uint64_t block_ = 0;
  std::array<std::uint64_t, kHalves / 2> words_{};
  std::uint32_t used_ = kHalves;
};

}  // namespace haymaker::rng
