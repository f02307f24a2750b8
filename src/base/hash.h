#pragma once

// Hashes whose values are part of the corpus: they never change, on any machine, for one generator
// version. constexpr, so that a name in the code costs nothing when it runs.

#include <cstdint>
#include <string_view>

namespace haymaker {

// A bijection of 64 bits in which each input bit flips each output bit half of the time
// (the finaliser of SplitMix64; Steele, Lea and Flood 2014).
constexpr std::uint64_t mix64(std::uint64_t x) noexcept {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31);
}

// FNV-1a over the bytes, then mixed: FNV alone leaves short names close together.
constexpr std::uint64_t stable_hash(std::string_view text) noexcept {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : text) hash = (hash ^ static_cast<std::uint8_t>(c)) * 0x100000001B3U;
  return mix64(hash);
}

}  // namespace haymaker
