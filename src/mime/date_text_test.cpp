#include "mime/date_text.h"

#include <gtest/gtest.h>

#include <string>

namespace haymaker::mime {
namespace {

std::string text(const DateText& date) {
  std::string out(DateText::kBound, '?');
  date.write(out.data());
  return out;
}

TEST(DateText, AgreesWithTheDateOfBase) {
  for (UnixSeconds at = -5'000'000'000; at < 5'000'000'000; at += 7'654'321) {
    for (const int offset : {0, 60, -300, 330, -720, 845}) {
      Buffer expected;
      append_rfc5322_date(at, offset, expected);
      ASSERT_EQ(text(DateText(at, offset)), expected.view());
    }
  }
}

TEST(DateText, GoesOnAcrossMidnight) {
  const DateText last(1'709'251'199, 0);
  EXPECT_EQ(text(last), "Thu, 29 Feb 2024 23:59:59 +0000");
  EXPECT_EQ(text(last.later(1)), "Fri, 01 Mar 2024 00:00:00 +0000");
  EXPECT_EQ(text(last.later(1).later(61)), "Fri, 01 Mar 2024 00:01:01 +0000");
}

TEST(PacificOffset, ChangesOnTheSundaysOfTheLaw) {
  EXPECT_EQ(pacific_offset_minutes(1'710'064'799), -480);  // 2024-03-10T09:59:59Z
  EXPECT_EQ(pacific_offset_minutes(1'710'064'800), -420);
  EXPECT_EQ(pacific_offset_minutes(1'730'624'399), -420);  // 2024-11-03T08:59:59Z
  EXPECT_EQ(pacific_offset_minutes(1'730'624'400), -480);
}

}  // namespace
}  // namespace haymaker::mime
