#include "base/error.h"

#include <gtest/gtest.h>

namespace haymaker {
namespace {

TEST(Error, IsPrintedWithThePlaceToMendFirst) {
  const Error error{ErrorCode::bad_input, "ends before it starts", "scenarios[2].window"};
  EXPECT_EQ(to_string(error), "scenarios[2].window: ends before it starts");
}

TEST(Error, IsPrintedBareWhereThereIsNoPlace) {
  EXPECT_EQ(to_string(Error{ErrorCode::cancelled, "stopped", ""}), "stopped");
}

}  // namespace
}  // namespace haymaker
