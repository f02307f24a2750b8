#include "rng/bounded.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <vector>

namespace haymaker::rng {
namespace {

// Feeds `words` one after the other and counts how many were taken.
struct Script {
  std::vector<std::uint8_t> words;
  std::size_t taken = 0;
  std::uint8_t operator()() noexcept { return words[taken++]; }
};

// Every word of eight bits, for every bound: what is accepted must fall on each value equally
// often, and no more words than the remainder may be refused. As bounded() is one template, this
// holds for 32 and 64 bits, too.
TEST(Bounded, GivesEachValueEquallyManyOfAllWords) {
  for (unsigned bound = 1; bound < 256; ++bound) {
    std::array<unsigned, 256> hits{};
    unsigned refused = 0;
    for (unsigned word = 0; word < 256; ++word) {
      // 255 is accepted for every bound below 256, so that a refused first word ends there.
      Script script{{static_cast<std::uint8_t>(word), 255}};
      const std::uint8_t value = bounded<std::uint16_t>(script, static_cast<std::uint8_t>(bound));
      ASSERT_LT(value, bound);
      if (script.taken == 1) {
        ++hits[value];
      } else {
        ++refused;
      }
    }
    ASSERT_EQ(refused, 256 % bound) << "bound " << bound;
    for (unsigned value = 0; value < bound; ++value) {
      ASSERT_EQ(hits[value], 256 / bound) << value << " below " << bound;
    }
  }
}

TEST(Bounded, AcceptsTheLargestWordForEveryBound) {
  for (unsigned bound = 1; bound < 256; ++bound) {
    Script script{{255}};
    EXPECT_EQ(bounded<std::uint16_t>(script, static_cast<std::uint8_t>(bound)), bound - 1);
  }
}

// 256 mod 6 is 4; the low halves of word * 6 are 0 for the words 0 and 128, and 2 for 43 and 171.
TEST(Bounded, DrawsAgainAsLongAsTheWordIsInTheRemainder) {
  Script script{{0, 43, 128, 171, 129}};
  EXPECT_EQ(bounded<std::uint16_t>(script, std::uint8_t{6}), 129 * 6 / 256);
  EXPECT_EQ(script.taken, 5U);
}

}  // namespace
}  // namespace haymaker::rng
