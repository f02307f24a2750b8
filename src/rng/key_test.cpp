#include "rng/key.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>

#include "rng/stream.h"

namespace haymaker::rng {
namespace {

constexpr Key kRoot = Key::root(1);

// Worked out by an independent program from the definition. A change here moves every corpus.
static_assert(kRoot == Key{0x5692161D100B05E5, 0xE4D971771B652C20});
static_assert(Key::root(0) == Key{0, 0xE220A8397B1DCDAF});
static_assert(kRoot / "thread" / 17 / "subject" == Key{0x7361008170CB7F6B, 0x61450FCA0586EC87});

TEST(Key, IsTheSameForAWordAndForItsHash) {
  EXPECT_EQ(kRoot / "subject", kRoot / stable_hash("subject"));
  EXPECT_EQ(kRoot / "subject", kRoot / std::string_view("subject"));
}

TEST(Key, DependsOnTheOrderOfThePath) { EXPECT_NE(kRoot / "a" / "b", kRoot / "b" / "a"); }

TEST(Key, DependsOnWhereThePathIsCut) {
  EXPECT_NE(kRoot / "ab", kRoot / "a" / "b");
  EXPECT_NE(kRoot / "a", kRoot / "a" / "");
}

TEST(Key, DiffersInBothHalvesForAMillionPaths) {
  std::set<std::uint64_t> low;
  std::set<std::uint64_t> high;
  for (std::uint64_t i = 0; i < 1'000; ++i) {
    const Key parent = kRoot / i;
    for (std::uint64_t j = 0; j < 1'000; ++j) {
      low.insert((parent / j).low);
      high.insert((parent / j).high);
    }
  }
  EXPECT_EQ(low.size(), 1'000'000U);
  EXPECT_EQ(high.size(), 1'000'000U);
}

TEST(Key, MovesNoOtherStreamWhenAStreamDrawsMore) {
  const auto subject_after = [](int draws_of_the_neighbour) {
    const Key thread = kRoot / "thread" / 17;
    Stream author(thread / "author");
    for (int i = 0; i < draws_of_the_neighbour; ++i) author.next64();
    return Stream(thread / "subject").next64();
  };
  EXPECT_EQ(subject_after(0), subject_after(1'000));
  EXPECT_EQ(subject_after(0), 0x0A374E60C8BB3062U);  // By NumPy's Philox from the key above.
}

}  // namespace
}  // namespace haymaker::rng
