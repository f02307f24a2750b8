#pragma once

#include <concepts>
#include <limits>

namespace haymaker::rng {

// A value of 0 .. bound - 1, each exactly as likely, from a source of uniform words; `bound` is at
// least 1. Lemire, "Fast random integer generation in an interval" (2019): the high half of word *
// bound is the value, and the words that would favour some values are drawn again. They are those
// whose low half lies below 2^bits mod bound; the division that finds it is seldom needed, because
// most low halves are above `bound` itself.
//
// `Wide` is an unsigned type of twice the width. The width is a parameter so that a test can
// enumerate all words of a narrow one.
template <class Wide, std::unsigned_integral Word, std::invocable Source>
constexpr Word bounded(Source&& next, Word bound) noexcept {
  constexpr int kBits = std::numeric_limits<Word>::digits;
  Wide product = static_cast<Wide>(static_cast<Wide>(next()) * bound);
  if (static_cast<Word>(product) < bound) [[unlikely]] {
    const auto threshold = static_cast<Word>(static_cast<Word>(Word{0} - bound) % bound);
    while (static_cast<Word>(product) < threshold) {
      product = static_cast<Wide>(static_cast<Wide>(next()) * bound);
    }
  }
  return static_cast<Word>(product >> kBits);
}

}  // namespace haymaker::rng
