#include "job/part_grid.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace haymaker::job {
namespace {

TEST(PartGrid, CutsEverythingOnTheGrid) {
  EXPECT_EQ(cut_into_parts(50'000, 16'384, {0, 50'000}),
            (std::vector<Part>{{"part-00000", {0, 16'384}},
                               {"part-00001", {16'384, 16'384}},
                               {"part-00002", {32'768, 16'384}},
                               {"part-00003", {49'152, 848}}}));
}

TEST(PartGrid, NamesAPartAfterItsFirstMessageWhereAShardBeginsInsideACell) {
  EXPECT_EQ(
      cut_into_parts(50'000, 16'384, {20'000, 20'000}),
      (std::vector<Part>{{"part-00001-03616", {20'000, 12'768}}, {"part-00002", {32'768, 7'232}}}));
}

TEST(PartGrid, GivesDisjointShardsDifferentNames) {
  for (const std::uint64_t shard : {100U, 1'000U, 1'024U, 3'000U}) {
    std::set<std::string> names;
    std::size_t parts = 0;
    for (std::uint64_t first = 0; first < 10'000; first += shard) {
      for (const Part& part :
           cut_into_parts(10'000, 1'024, {first, std::min<std::uint64_t>(shard, 10'000 - first)})) {
        names.insert(part.name);
        ++parts;
      }
    }
    EXPECT_EQ(names.size(), parts) << shard;
  }
}

TEST(PartGrid, WidensTheNumberForVeryLargeCorpora) {
  EXPECT_EQ(cut_into_parts(1'000'000'000, 1'024, {0, 1}).front().name, "part-000000");
}

TEST(PartGrid, RefusesRangesThatDoNotFit) {
  EXPECT_TRUE(check_range(10, 1'024, {9, 1}).has_value());
  EXPECT_EQ(check_range(10, 1'000, {0, 1}).error().where, "part_messages");
  EXPECT_EQ(check_range(10, 0, {0, 1}).error().where, "part_messages");
  EXPECT_EQ(check_range(10, 1'024, {10, 1}).error().where, "first");
  EXPECT_EQ(check_range(10, 1'024, {3, 0}).error().where, "limit");
  EXPECT_EQ(to_string(check_range(10, 1'024, {3, 8}).error()),
            "limit: goes beyond the end: from message 3 there are 7");
  EXPECT_EQ(check_range(10, 1'024, {3, ~std::uint64_t{0}}).error().where, "limit");
}

}  // namespace
}  // namespace haymaker::job
