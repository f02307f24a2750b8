#pragma once

// Sixteen octets at a time, in the compilers' own vector types: SSE2 and NEON alike.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace haymaker::mime {

static_assert(std::endian::native == std::endian::little, "positions are counted from low bits");

inline constexpr std::size_t kOctets = 16;
using Octets [[gnu::vector_size(kOctets)]] = std::uint8_t;

inline Octets load_octets(const char* at) noexcept {
  Octets block;
  std::memcpy(&block, at, kOctets);
  return block;
}

// The first place where a comparison of Octets holds; kOctets if there is none.
template <class Comparison>
std::size_t first_match(Comparison comparison) noexcept {
  static_assert(sizeof(comparison) == kOctets);
#ifdef __SSE2__
  // One instruction gathers the highest bits; the bit behind them stands for no match.
  __m128i octets;
  std::memcpy(&octets, &comparison, kOctets);
  const auto mask = static_cast<unsigned>(_mm_movemask_epi8(octets));
  return static_cast<std::size_t>(std::countr_zero(mask | 1U << kOctets));
#else
  std::uint64_t halves[2];
  std::memcpy(halves, &comparison, kOctets);
  if ((halves[0] | halves[1]) == 0) return kOctets;
  return halves[0] != 0 ? static_cast<std::size_t>(std::countr_zero(halves[0])) / 8
                        : 8 + static_cast<std::size_t>(std::countr_zero(halves[1])) / 8;
#endif
}

// Calls `visit` with each place where a comparison of Octets holds, from the first on.
template <class Comparison, class Visit>
void each_match(Comparison comparison, Visit visit) noexcept {
  static_assert(sizeof(comparison) == kOctets);
#ifdef __SSE2__
  __m128i octets;
  std::memcpy(&octets, &comparison, kOctets);
  auto mask = static_cast<unsigned>(_mm_movemask_epi8(octets));
  for (; mask != 0; mask &= mask - 1) visit(static_cast<std::size_t>(std::countr_zero(mask)));
#else
  std::uint64_t halves[2];
  std::memcpy(halves, &comparison, kOctets);
  for (std::size_t half = 0; half < 2; ++half) {
    std::uint64_t mask = halves[half] & 0x0101010101010101U;
    for (; mask != 0; mask &= mask - 1)
      visit(8 * half + static_cast<std::size_t>(std::countr_zero(mask)) / 8);
  }
#endif
}

}  // namespace haymaker::mime
