#include "base/buffer.h"

#include <gtest/gtest.h>

#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace haymaker {
namespace {

TEST(Buffer, StartsEmptyWithoutMemory) {
  const Buffer buffer;
  EXPECT_TRUE(buffer.empty());
  EXPECT_EQ(buffer.view(), "");
}

TEST(Buffer, AppendsTextCharactersAndRuns) {
  Buffer buffer;
  buffer.append("From: ");
  buffer.append('<');
  buffer.append(3, 'x');
  buffer.append('>');
  EXPECT_EQ(buffer.view(), "From: <xxx>");
  EXPECT_EQ(buffer.view(6), "<xxx>");
  EXPECT_EQ(buffer.back(), '>');
}

// The undefined behaviour sanitizer watches: nothing is copied from or to a null pointer.
TEST(Buffer, AppendsNothingToNothing) {
  Buffer buffer;
  buffer.append(std::string_view());
  buffer.append("");
  buffer.append(0, 'x');
  buffer.commit(0);
  EXPECT_TRUE(buffer.empty());
}

TEST(Buffer, KeepsItsBytesWhileItGrows) {
  Buffer buffer;
  std::string expected;
  for (int i = 0; i < 5'000; ++i) {
    const std::string line(static_cast<std::size_t>(i % 97), static_cast<char>('a' + i % 26));
    buffer.append(line);
    expected += line;
  }
  EXPECT_EQ(buffer.view(), expected);
}

// The address sanitizer watches: all that grow() hands out may be written, at every size.
TEST(Buffer, LendsAsManyBytesAsAskedFor) {
  for (std::size_t size = 0; size < 300; ++size) {
    Buffer buffer;
    buffer.append(size, 'a');
    std::memset(buffer.grow(size + 1), 'b', size + 1);
    buffer.commit(size + 1);
    ASSERT_EQ(buffer.view(), std::string(size, 'a') + std::string(size + 1, 'b'));
  }
}

TEST(Buffer, TakesOnlyWhatIsCommitted) {
  Buffer buffer;
  std::memcpy(buffer.grow(10), "0123456789", 10);
  buffer.commit(4);
  buffer.append('!');
  EXPECT_EQ(buffer.view(), "0123!");
}

TEST(Buffer, AllocatesNothingWhenItIsUsedAgain) {
  Buffer buffer;
  buffer.append(10'000, 'x');
  const char* bytes = buffer.data();
  buffer.clear();
  EXPECT_TRUE(buffer.empty());
  buffer.append(10'000, 'y');
  EXPECT_EQ(buffer.data(), bytes);
}

TEST(Buffer, MovesNothingWithinItsReserve) {
  Buffer buffer(1'000);
  const char* bytes = buffer.data();
  buffer.append(1'000, 'x');
  EXPECT_EQ(buffer.data(), bytes);
}

TEST(Buffer, DropsItsEndWhenTruncated) {
  Buffer buffer;
  buffer.append("subject line");
  buffer.truncate(7);
  EXPECT_EQ(buffer.view(), "subject");
}

TEST(Buffer, CanBeUsedAfterItWasMovedFrom) {
  Buffer source;
  Buffer& left_behind = source;
  source.append("moved");
  Buffer target(std::move(source));
  EXPECT_EQ(target.view(), "moved");
  EXPECT_TRUE(left_behind.empty());
  left_behind.append("again");
  EXPECT_EQ(left_behind.view(), "again");
  target = std::move(left_behind);
  EXPECT_EQ(target.view(), "again");
}

}  // namespace
}  // namespace haymaker
