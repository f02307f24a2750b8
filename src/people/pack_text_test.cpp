#include "people/pack_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace haymaker::people {

namespace {

using ::testing::ElementsAre;

TEST(PackText, GivesLinesWithoutComments) {
  std::string_view text = "# a\none\n# b\n# c\n\ntwo";
  EXPECT_EQ(next_line(text), "one");
  EXPECT_EQ(next_line(text), "");
  EXPECT_EQ(next_line(text), "two");
  EXPECT_TRUE(text.empty());
}

TEST(PackText, GivesFieldsWithoutTheBlanksAroundThem) {
  EXPECT_THAT(fields_of(" a, b c ,, d", ','), ElementsAre("a", "b c", "d"));
}

TEST(PackText, PartsRecordsAtEmptyLines) {
  const auto records =
      records_of("# head\n\ncity: New York\nshare: 20\n\n\ncity: Bonn\nback: -3\n");
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(records[0].kind(), "city");
  EXPECT_EQ(records[0].text("city"), "New York");
  EXPECT_EQ(records[0].number<int>("share"), 20);
  EXPECT_FALSE(records[0].has("back"));
  EXPECT_EQ(records[1].number<int>("back"), -3);
}

TEST(PackText, LeavesColonsInAValueAlone) {
  EXPECT_EQ(records_of("at: 10:30\n")[0].text("at"), "10:30");
}

}  // namespace

}  // namespace haymaker::people
