#include "rng/weighted.h"

#include <gtest/gtest.h>

#include <bit>
#include <cstdint>
#include <vector>

namespace haymaker::rng {
namespace {

using Weights = std::vector<std::uint32_t>;

// How many of all columns * total pairs stand for each item. All pairs are equally likely, so this
// is the distribution itself and not a sample of it.
std::vector<std::uint64_t> enumerate(const WeightedTable& table) {
  std::vector<std::uint64_t> hits(table.size());
  for (std::uint32_t column = 0; column < table.columns(); ++column) {
    for (std::uint32_t rank = 0; rank < table.total(); ++rank) ++hits[table.at(column, rank)];
  }
  return hits;
}

void expect_exact(const Weights& weights) {
  const auto hits = enumerate(WeightedTable(weights));
  ASSERT_EQ(hits.size(), weights.size());
  for (std::size_t i = 0; i < weights.size(); ++i) {
    EXPECT_EQ(hits[i], std::uint64_t{weights[i]} * std::bit_ceil(weights.size())) << "item " << i;
  }
}

TEST(WeightedTable, TakesTheLightFirstItemOfTwo) { expect_exact({1, 10}); }
TEST(WeightedTable, TakesTheLightLastItemOfTwo) { expect_exact({10, 1}); }
TEST(WeightedTable, TakesASingleItem) { expect_exact({5}); }
TEST(WeightedTable, TakesEqualWeights) { expect_exact({3, 3, 3, 3}); }
TEST(WeightedTable, NeverTakesAnItemOfNoWeight) {
  expect_exact({0, 7});
  expect_exact({7, 0});
  expect_exact({0, 0, 1, 0});
  expect_exact({0, 5, 0, 5, 0});
}

TEST(WeightedTable, IsExactForEveryTripleUpToSeven) {
  for (std::uint32_t a = 0; a <= 7; ++a) {
    for (std::uint32_t b = 0; b <= 7; ++b) {
      for (std::uint32_t c = a + b == 0 ? 1 : 0; c <= 7; ++c) expect_exact({a, b, c});
    }
  }
}

TEST(WeightedTable, IsExactForAHeavyTail) {
  Weights zipf;
  for (std::uint32_t place = 1; place <= 300; ++place) zipf.push_back(5'000 / place);
  expect_exact(zipf);
}

TEST(WeightedTable, HoldsATotalJustBelowTwoToTheThirtyTwo) {
  const WeightedTable table(Weights{0xFFFFFFFE, 1});
  EXPECT_EQ(table.total(), 0xFFFFFFFFU);
  // Item 1 owns 2 of the 2 * total ranks: the first two of its own column.
  EXPECT_EQ(table.at(1, 0), 1U);
  EXPECT_EQ(table.at(1, 1), 1U);
  EXPECT_EQ(table.at(1, 2), 0U);
  EXPECT_EQ(table.at(0, 0), 0U);
  EXPECT_EQ(table.at(0, 0xFFFFFFFE), 0U);
}

TEST(WeightedTable, SplitsOneWordIntoColumnAndRank) {
  const WeightedTable table(Weights{1, 10, 4});
  Stream drawn(Key::root(8));
  Stream by_hand(Key::root(8));
  for (int i = 0; i < 1'000; ++i) {
    const std::uint32_t pair = by_hand.below(4 * 15);
    ASSERT_EQ(table.draw(drawn), table.at(pair % 4, pair / 4));
  }
}

TEST(WeightedTable, TakesALongWordWhereThePairsNeedOne) {
  const WeightedTable table(Weights{0x80000000, 0x7FFFFFFF, 0});
  Stream drawn(Key::root(8));
  Stream by_hand(Key::root(8));
  for (int i = 0; i < 1'000; ++i) {
    const std::uint64_t pair = by_hand.below64(std::uint64_t{0xFFFFFFFF} * 4);
    ASSERT_EQ(table.draw(drawn), table.at(pair % 4, static_cast<std::uint32_t>(pair / 4)));
  }
}

}  // namespace
}  // namespace haymaker::rng
