#include "base/hash.h"

#include <gtest/gtest.h>

#include <bit>
#include <set>
#include <string>

namespace haymaker {
namespace {

// The first outputs of SplitMix64 from seed 0 are the mixes of the multiples of its increment
// (published with the generator, and used as a test by many libraries).
static_assert(mix64(0x9E3779B97F4A7C15U) == 0xE220A8397B1DCDAFU);
static_assert(mix64(2 * 0x9E3779B97F4A7C15U) == 0x6E789E6AA1B965F4U);
static_assert(mix64(3 * 0x9E3779B97F4A7C15U) == 0x06C45D188009454FU);

// FNV-1a of "" and "foobar" are the published 0xCBF29CE484222325 and 0x85944171F73967E8.
static_assert(stable_hash("") == mix64(0xCBF29CE484222325U));
static_assert(stable_hash("foobar") == mix64(0x85944171F73967E8U));

TEST(Mix64, FlipsAboutHalfOfTheBitsForEachBitOfTheInput) {
  for (int bit = 0; bit < 64; ++bit) {
    int flips = 0;
    for (std::uint64_t x = 1; x <= 1'000; ++x) {
      flips += std::popcount(mix64(x) ^ mix64(x ^ (std::uint64_t{1} << bit)));
    }
    EXPECT_NEAR(flips, 32'000, 800) << "bit " << bit;
  }
}

TEST(StableHash, KeepsShortNamesApart) {
  std::set<std::uint32_t> high;
  for (char a = 'a'; a <= 'z'; ++a) {
    for (char b = 'a'; b <= 'z'; ++b) {
      high.insert(static_cast<std::uint32_t>(stable_hash(std::string{a, b}) >> 32));
    }
  }
  EXPECT_EQ(high.size(), 26U * 26U);
}

TEST(StableHash, ReadsBytesAboveAsciiAsUnsigned) {
  // FNV-1a of the single byte 0xFF, by its definition: (basis ^ 255) * prime.
  static_assert(stable_hash("\xFF") == mix64((0xCBF29CE484222325U ^ 0xFFU) * 0x100000001B3U));
}

}  // namespace
}  // namespace haymaker
