#include "corpus/clock_reading.h"

#include <gtest/gtest.h>

namespace haymaker::corpus {

namespace {

TEST(ClockReading, ReadsTheTimesThatPeopleWrite) {
  EXPECT_EQ(read_clock("14:30"), 870);
  EXPECT_EQ(read_clock("08:05"), 485);
  EXPECT_EQ(read_clock("9am"), 540);
  EXPECT_EQ(read_clock("3.15pm"), 915);
  EXPECT_EQ(read_clock("12:05pm"), 725);
  EXPECT_EQ(read_clock("12am"), 0);
}

TEST(ClockReading, ReadsNothingElse) {
  for (const char* words :
       {"", "14", "pm", "25:00", "14:60", "14:", "13pm", "0am", "123:00", "9:30 or so"})
    EXPECT_EQ(read_clock(words), std::nullopt) << words;
}

}  // namespace

}  // namespace haymaker::corpus
