#include "rng/quantiles.h"

#include <gtest/gtest.h>

#include <array>

namespace haymaker::rng {
namespace {

constexpr std::uint32_t rank(std::uint32_t per_65536) { return per_65536 << 16; }

// Half of the mass between 0 and 100, a quarter up to 1,100, and a quarter up to 1,000,000.
constexpr std::array<QuantilePoint, 4> kDelays = {
    {{0, 0}, {32'768, 100}, {49'152, 1'100}, {65'536, 1'000'000}}};

TEST(Quantiles, PassesThroughItsPoints) {
  const Quantiles delays(kDelays);
  EXPECT_EQ(delays.at(0), 0);
  EXPECT_EQ(delays.at(rank(32'768)), 100);
  EXPECT_EQ(delays.at(rank(49'152)), 1'100);
}

TEST(Quantiles, IsStraightBetweenItsPoints) {
  const Quantiles delays(kDelays);
  EXPECT_EQ(delays.at(rank(16'384)), 50);
  EXPECT_EQ(delays.at(rank(32'768 + 8'192)), 600);
  EXPECT_EQ(delays.at(rank(57'344)), 1'100 + (1'000'000 - 1'100) / 2);
}

TEST(Quantiles, StaysBelowTheLastPoint) { EXPECT_EQ(Quantiles(kDelays).at(0xFFFFFFFF), 999'999); }

TEST(Quantiles, NeverFalls) {
  const Quantiles delays(kDelays);
  std::int64_t last = delays.at(0);
  for (std::uint64_t r = 0; r <= 0xFFFFFFFF; r += 65'521) {
    const std::int64_t value = delays.at(static_cast<std::uint32_t>(r));
    ASSERT_GE(value, last) << "rank " << r;
    last = value;
  }
}

TEST(Quantiles, JumpsWhereTwoPointsShareARank) {
  constexpr std::array<QuantilePoint, 4> kStep = {{{0, 1}, {32'768, 1}, {32'768, 9}, {65'536, 9}}};
  const Quantiles step(kStep);
  EXPECT_EQ(step.at(rank(32'768) - 1), 1);
  EXPECT_EQ(step.at(rank(32'768)), 9);
}

TEST(Quantiles, TakesNegativeAndHugeValues) {
  constexpr std::int64_t kHuge = std::int64_t{1} << 61;
  constexpr std::array<QuantilePoint, 2> kWide = {{{0, -kHuge}, {65'536, kHuge}}};
  EXPECT_EQ(Quantiles(kWide).at(0), -kHuge);
  EXPECT_EQ(Quantiles(kWide).at(rank(32'768)), 0);
  EXPECT_EQ(Quantiles(kWide).at(rank(49'152)), kHuge / 2);
}

// Every 4,096th of the 2^32 ranks: 128 values of equal width get 1/128 of them each.
TEST(Quantiles, SpreadsRanksEvenlyOverAStraightLine) {
  constexpr std::array<QuantilePoint, 2> kLine = {{{0, 0}, {65'536, 128}}};
  const Quantiles line(kLine);
  std::array<int, 128> counts{};
  for (std::uint64_t r = 0; r <= 0xFFFFFFFF; r += 1U << 12) {
    ++counts[static_cast<std::size_t>(line.at(static_cast<std::uint32_t>(r)))];
  }
  for (const int count : counts) EXPECT_EQ(count, (1 << 20) / 128);
}

}  // namespace
}  // namespace haymaker::rng
