#pragma once

#include <cstdint>
#include <string_view>

#include "base/hash.h"

namespace haymaker::rng {

// The name of a random stream: a path such as root / "thread" / 17 / "subject". Streams of
// different names are independent, and a new name moves no other stream, because a name is a hash
// of its path and never a place in an order.
struct Key {
  std::uint64_t low = 0;
  std::uint64_t high = 0;

  static constexpr Key root(std::uint64_t seed) noexcept {
    return Key{mix64(seed), mix64(seed ^ 0x9E3779B97F4A7C15U)};
  }

  friend constexpr bool operator==(Key, Key) = default;
};

// Both halves take in the word, by different bijections, so that two paths of equal length collide
// only by chance over 128 bits.
constexpr Key operator/(Key key, std::uint64_t word) noexcept {
  const std::uint64_t low = mix64(key.low + word * 0x9E3779B97F4A7C15U + 0xD1B54A32D192ED03U);
  const std::uint64_t high = mix64((key.high ^ word) + low * 0xD6E8FEB86659FD93U);
  return Key{low, high};
}

constexpr Key operator/(Key key, std::string_view name) noexcept { return key / stable_hash(name); }
constexpr Key operator/(Key key, const char* name) noexcept { return key / std::string_view(name); }

}  // namespace haymaker::rng
