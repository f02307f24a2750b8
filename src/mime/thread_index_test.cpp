#include "mime/thread_index.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "mime/base64.h"

namespace haymaker::mime {
namespace {

constexpr UnixSeconds kHalfPastNine = 1'709'544'600;  // 2024-03-04T09:30:00Z
constexpr ThreadGuid kGuid = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

template <class Bytes>
std::string base64(const Bytes& bytes) {
  Buffer out;
  append_base64({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, out);
  return std::string(out.view());
}

TEST(ThreadIndex, WritesTheClassicHeader) {
  EXPECT_EQ(base64(thread_root(ThreadIndexForm::classic, kHalfPastNine, kGuid)),
            "AdpuFodZAAECAwQFBgcICQoLDA0ODw==");
}

TEST(ThreadIndex, WritesTheModernHeader) {
  EXPECT_EQ(base64(thread_root(ThreadIndexForm::modern, kHalfPastNine, kGuid)),
            "AQHabhaHAAECAwQFBgcICQoLDA0ODw==");
}

TEST(ThreadIndex, WritesAClassicChildInFineUnits) {
  const ThreadRoot root = thread_root(ThreadIndexForm::classic, kHalfPastNine, kGuid);
  EXPECT_EQ(thread_child(root, kHalfPastNine + 45 * 60, 0x80),
            (ThreadChild{0x00, 0x01, 0x92, 0x55, 0x80}));
}

TEST(ThreadIndex, CountsTheSecondChildFromTheFirst) {
  const ThreadRoot root = thread_root(ThreadIndexForm::classic, kHalfPastNine, kGuid);
  std::vector<std::uint8_t> index(root.begin(), root.end());
  const ThreadChild first = thread_child(index, kHalfPastNine + 45 * 60, 0x80);
  index.insert(index.end(), first.begin(), first.end());
  // 2^18 ticks are 26.2144 ms, and 10 s are 381 of them.
  EXPECT_EQ(thread_child(index, kHalfPastNine + 45 * 60 + 10, 0x01),
            (ThreadChild{0x00, 0x00, 0x01, 0x7D, 0x01}));
}

TEST(ThreadIndex, TakesCoarseUnitsAfterSixHundredDays) {
  const ThreadRoot root = thread_root(ThreadIndexForm::classic, kHalfPastNine, kGuid);
  // 700 days are 604,800,000,000,000 ticks, 72,097,778.3 times 2^23: 0x44C1FF2.
  EXPECT_EQ(thread_child(root, kHalfPastNine + 700 * kSecondsPerDay, 0),
            (ThreadChild{0x84, 0x4C, 0x1F, 0xF2, 0x00}));
}

// AQHWLRNo4NaOjvXU8EODe0ZotrA8B6itzaxf, from the field: begun at 2020-05-18T12:54:02.6Z and
// answered at 12:57:39.754Z. In whole seconds the delta is within two of its units of 0.84 s.
TEST(ThreadIndex, WrapsTheDeltaOfAModernThreadAsMicrosoftDoes) {
  const std::vector<std::uint8_t> root = {0x01, 0x01, 0xD6, 0x2D, 0x13, 0x68, 0xE0, 0xD6,
                                          0x8E, 0x8E, 0xF5, 0xD4, 0xF0, 0x43, 0x83, 0x7B,
                                          0x46, 0x68, 0xB6, 0xB0, 0x3C, 0x07};
  const ThreadChild child = thread_child(root, 1'589'806'660, 0x5F);
  EXPECT_EQ(base64(root), "AQHWLRNo4NaOjvXU8EODe0ZotrA8Bw==");
  EXPECT_EQ(child[0], 0xA8);
  EXPECT_EQ(child[1], 0xAD);
  EXPECT_EQ(child[2], 0xCD);
  EXPECT_NEAR(child[3], 0xAC, 2);
  EXPECT_EQ(child[4], 0x5F);
}

TEST(ThreadIndex, NeverCountsBackwards) {
  const ThreadRoot root = thread_root(ThreadIndexForm::classic, kHalfPastNine, kGuid);
  EXPECT_EQ(thread_child(root, kHalfPastNine - 3'600, 7), (ThreadChild{0, 0, 0, 0, 7}));
}

}  // namespace
}  // namespace haymaker::mime
