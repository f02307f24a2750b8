#include "rng/stream.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <map>
#include <vector>

namespace haymaker::rng {
namespace {

using Philox = r123::Philox4x64_R<10>;

struct KnownAnswer {
  Philox::ctr_type counter;
  Philox::key_type key;
  Philox::ctr_type answer;
};

constexpr std::uint64_t kOnes = 0xFFFFFFFFFFFFFFFF;

// The three lines "philox4x64 10" of Random123's tests/kat_vectors; the last is of the digits of
// pi.
const std::array<KnownAnswer, 3> kKnownAnswers = {{
    {{{0, 0, 0, 0}},
     {{0, 0}},
     {{0x16554D9ECA36314C, 0xDB20FE9D672D0FDC, 0xD7E772CEE186176B, 0x7E68B68AEC7BA23B}}},
    {{{kOnes, kOnes, kOnes, kOnes}},
     {{kOnes, kOnes}},
     {{0x87B092C3013FE90B, 0x438C3C67BE8D0224, 0x9CC7D7C69CD777B6, 0xA09CAEBF594F0BA0}}},
    {{{0x243F6A8885A308D3, 0x13198A2E03707344, 0xA4093822299F31D0, 0x082EFA98EC4E6C89}},
     {{0x452821E638D01377, 0xBE5466CF34E90C6C}},
     {{0xA528F45403E61D95, 0x38C72DBD566E9788, 0xA5A1610E72FD18B5, 0x57BD43B5E52B7FE6}}},
}};

TEST(Philox, GivesThePublishedAnswersOnThisMachine) {
  for (const KnownAnswer& known : kKnownAnswers) {
    EXPECT_EQ(Philox{}(known.counter, known.key), known.answer);
  }
}

TEST(Stream, IsPhiloxFromCounterZeroOn) {
  // The first published answer, then block 1 and the start of block 2 of the same key, by NumPy.
  constexpr std::array<std::uint64_t, 9> kWords = {
      0x16554D9ECA36314C, 0xDB20FE9D672D0FDC, 0xD7E772CEE186176B,
      0x7E68B68AEC7BA23B, 0x02F4BA6408E4D89B, 0x3DD62B0B9CA8C5B2,
      0x1C8667A55D902E79, 0x907D7A052FD5B4DC, 0x809BF322883987C3};
  Stream stream(Key{0, 0});
  for (const std::uint64_t word : kWords) EXPECT_EQ(stream.next64(), word);
}

TEST(Stream, TakesBothHalvesOfTheKey) {
  // numpy.random.Philox with the key of the digits of pi and counter 0.
  Stream stream(Key{0x452821E638D01377, 0xBE5466CF34E90C6C});
  EXPECT_EQ(stream.next64(), 0x11B58B554B2C4286U);
  EXPECT_EQ(stream.next64(), 0xA60F9814FF2BDEC2U);
  EXPECT_EQ(stream.next64(), 0x2085CA5C8BCA328EU);
  EXPECT_EQ(stream.next64(), 0x05E93D4BE83DBE0FU);
  EXPECT_EQ(stream.next64(), 0x3D8CABA218D43204U);
}

TEST(Stream, GivesTheLowHalfOfAWordFirst) {
  Stream stream(Key{0, 0});
  EXPECT_EQ(stream.next32(), 0xCA36314CU);
  EXPECT_EQ(stream.next32(), 0x16554D9EU);
  EXPECT_EQ(stream.next32(), 0x672D0FDCU);
}

TEST(Stream, SkipsAHalfWordBeforeAWholeOne) {
  Stream stream(Key{0, 0});
  stream.next32();
  EXPECT_EQ(stream.next64(), 0xDB20FE9D672D0FDCU);
  EXPECT_EQ(stream.next32(), 0xE186176BU);
}

TEST(Stream, CrossesIntoTheNextBlockAfterALoneHalf) {
  Stream stream(Key{0, 0});
  for (int i = 0; i < 7; ++i) stream.next32();
  EXPECT_EQ(stream.next64(), 0x02F4BA6408E4D89BU);
}

TEST(Stream, DrawsTheHighHalfOfTheProductBelowABound) {
  Stream stream(Key{0, 0});
  EXPECT_EQ(stream.below(1'000), (std::uint64_t{0xCA36314C} * 1'000) >> 32);  // 789
  EXPECT_EQ(stream.below(1), 0U);
}

TEST(Stream, DrawsBelowSixtyFourBitBounds) {
  Stream stream(Key{0, 0});
  EXPECT_EQ(stream.below64(std::uint64_t{1} << 32), 0x16554D9EU);
  EXPECT_EQ(stream.below64(1), 0U);
  EXPECT_EQ(stream.below64(std::uint64_t{1} << 63), 0xD7E772CEE186176BU >> 1);
}

TEST(Stream, DrawsBetweenBothEndsIncluded) {
  Stream stream(Key::root(3));
  std::map<int, int> counts;
  for (int i = 0; i < 5'000; ++i) ++counts[stream.between(-2, 2)];
  EXPECT_EQ(counts.size(), 5U);
  for (int value = -2; value <= 2; ++value) EXPECT_NEAR(counts[value], 1'000, 130);
  EXPECT_EQ(stream.between(INT32_MAX, INT32_MAX), INT32_MAX);
  EXPECT_EQ(stream.between(INT32_MIN, INT32_MIN), INT32_MIN);
}

TEST(Stream, GivesAChanceItsExactShare) {
  Stream stream(Key::root(4));
  int hits = 0;
  for (int i = 0; i < 100'000; ++i) hits += stream.chance(1, 4) ? 1 : 0;
  EXPECT_NEAR(hits, 25'000, 600);  // Over four standard deviations of 137.
  EXPECT_TRUE(stream.chance(7, 7));
  EXPECT_TRUE(stream.chance(9, 7));
  EXPECT_FALSE(stream.chance(0, 7));
}

TEST(Stream, PicksEachChoice) {
  Stream stream(Key::root(5));
  const std::vector<int> choices = {10, 20, 30};
  std::array<int, 31> counts{};
  for (int i = 0; i < 3'000; ++i) ++counts[static_cast<std::size_t>(stream.pick<int>(choices))];
  EXPECT_EQ(counts[10] + counts[20] + counts[30], 3'000);
  for (const std::size_t choice : {10U, 20U, 30U}) EXPECT_NEAR(counts[choice], 1'000, 130);
}

TEST(Stream, HasALaneForEachNumberOfAKey) {
  const Philox::ctr_type first = Philox{}({{0, 7, 0, 0}}, {{0, 0}});
  const Philox::ctr_type second = Philox{}({{1, 7, 0, 0}}, {{0, 0}});
  Stream stream(Key{0, 0}, 7);
  for (const std::uint64_t word : first) EXPECT_EQ(stream.next64(), word);
  for (const std::uint64_t word : second) EXPECT_EQ(stream.next64(), word);
  EXPECT_NE(Stream(Key{0, 0}, 8).next64(), first[0]);
}

TEST(Stream, ContinuesFromACopy) {
  Stream stream(Key::root(6));
  stream.next32();
  Stream copy = stream;
  for (int i = 0; i < 20; ++i) EXPECT_EQ(stream.next64(), copy.next64());
}

}  // namespace
}  // namespace haymaker::rng
