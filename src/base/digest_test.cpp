#include "base/digest.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace haymaker {
namespace {

TEST(Digest, IsXxh3) {
  // By the Python binding of xxHash.
  EXPECT_EQ(to_string(digest("")), "99aa06d3014798d86001c324468d497f");
  EXPECT_EQ(to_string(digest("haymaker")), "0de626458767f88f190f106ee4a7927d");
  EXPECT_EQ(to_string(digest(std::string(1'000, 'a'))), "b01da365eddaa29cb3e7af627147db7c");
}

TEST(Digest, DoesNotDependOnTheOrderOfTheSum) {
  std::array<std::string_view, 3> messages = {"one", "three", "two"};
  do {
    Digest sum;
    for (const std::string_view message : messages) sum += digest(message);
    EXPECT_EQ(to_string(sum), "7762f5ab190c3a2fbab2d2fb7744233b");  // By Python's integers.
  } while (std::ranges::next_permutation(messages).found);
}

TEST(Digest, DoesNotDependOnWhichPartsAreSummedFirst) {
  Digest left = digest("one");
  left += digest("two");
  Digest right = digest("three");
  right += left;
  EXPECT_EQ(to_string(right), "7762f5ab190c3a2fbab2d2fb7744233b");
}

TEST(Digest, CountsAMessageThatIsThereTwice) {
  Digest twice = digest("one");
  twice += digest("one");
  EXPECT_NE(twice, digest("one"));
  EXPECT_NE(twice, Digest{});
}

TEST(Digest, CarriesFromTheLowHalfIntoTheHighOne) {
  Digest sum{UINT64_MAX, 1};
  sum += Digest{1, 2};
  EXPECT_EQ(sum, (Digest{0, 4}));
  sum = Digest{UINT64_MAX, 0};
  sum += Digest{UINT64_MAX, 0};
  EXPECT_EQ(sum, (Digest{UINT64_MAX - 1, 1}));
}

TEST(Digest, WrapsAtTwoToThe128) {
  Digest sum{UINT64_MAX, UINT64_MAX};
  sum += Digest{1, 0};
  EXPECT_EQ(sum, Digest{});
}

}  // namespace
}  // namespace haymaker
