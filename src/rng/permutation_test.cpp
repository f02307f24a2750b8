#include "rng/permutation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace haymaker::rng {
namespace {

constexpr Key kKey = Key::root(7) / "permutation";

TEST(Permutation, IsABijectionOfEverySizeUpToTwoThousand) {
  for (std::uint64_t size = 1; size <= 2'000; ++size) {
    const Permutation permutation(kKey, size);
    std::vector<bool> seen(size);
    for (std::uint64_t i = 0; i < size; ++i) {
      const std::uint64_t image = permutation.at(i);
      ASSERT_LT(image, size);
      ASSERT_FALSE(seen[image]) << image << " is met twice in size " << size;
      seen[image] = true;
      ASSERT_EQ(permutation.inverse(image), i);
    }
  }
}

TEST(Permutation, InvertsSizesAroundPowersOfTwo) {
  for (int bits = 11; bits < 64; ++bits) {
    for (const int step : {-1, 0, 1}) {
      const std::uint64_t size = (std::uint64_t{1} << bits) + static_cast<std::uint64_t>(step);
      const Permutation permutation(kKey, size);
      for (const std::uint64_t i : {std::uint64_t{0}, std::uint64_t{1}, size / 3, size - 1}) {
        const std::uint64_t image = permutation.at(i);
        ASSERT_LT(image, size);
        ASSERT_EQ(permutation.inverse(image), i);
      }
    }
  }
}

TEST(Permutation, CoversAllSixtyFourBitsWhenTheSizeIsZero) {
  const Permutation permutation(kKey, 0);
  constexpr std::array<std::uint64_t, 4> kIndexes = {0, 1, 0x8000000000000000U, UINT64_MAX};
  for (const std::uint64_t i : kIndexes) EXPECT_EQ(permutation.inverse(permutation.at(i)), i);
  EXPECT_NE(permutation.at(0) >> 32, 0U);
}

TEST(Permutation, DiffersByKey) {
  const Permutation one(kKey / 1, 1'000'000);
  const Permutation other(kKey / 2, 1'000'000);
  int fixed = 0;
  for (std::uint64_t i = 0; i < 1'000; ++i) fixed += one.at(i) == other.at(i) ? 1 : 0;
  EXPECT_LE(fixed, 3);  // By chance 0.001 of them agree.
}

// All 24 orders of four items appear among a few hundred keys, none above thrice its share.
TEST(Permutation, ReachesEveryOrderOfFour) {
  std::array<int, 256> counts{};
  constexpr int kKeys = 2'400;
  for (std::uint64_t key = 0; key < kKeys; ++key) {
    const Permutation permutation(kKey / key, 4);
    std::uint64_t code = 0;
    for (std::uint64_t i = 0; i < 4; ++i) code = code << 2 | permutation.at(i);
    ++counts[code];
  }
  for (const int count : counts) EXPECT_LT(count, 3 * kKeys / 24);
  EXPECT_EQ(std::ranges::count_if(counts, [](int count) { return count > 0; }), 24);
}

}  // namespace
}  // namespace haymaker::rng
