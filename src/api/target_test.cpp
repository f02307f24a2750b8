#include "api/target.h"

#include <gtest/gtest.h>

namespace haymaker::api {
namespace {

TEST(Target, IsTakenApartAndItsEscapesUndone) {
  const auto target = parse_target("/api/v1/jobs/a%20b%c3%a9?limit=10&q=x+y%26z&empty=&limit=7");
  ASSERT_TRUE(target.has_value());
  EXPECT_EQ(target->segments, (std::vector<std::string>{"api", "v1", "jobs", "a bé"}));
  EXPECT_EQ(target->value("limit"), "10");
  EXPECT_EQ(target->value("q"), "x y&z");
  EXPECT_EQ(target->value("empty"), "");
  EXPECT_FALSE(target->value("absent").has_value());
}

TEST(Target, OfTheRootHasNoSegments) {
  EXPECT_TRUE(parse_target("/")->segments.empty());
  EXPECT_TRUE(parse_target("/?a=b")->segments.empty());
}

TEST(Target, RefusesWhatCouldMeanAnotherPlace) {
  for (const std::string_view bad :
       {"",        "jobs",     "*",           "http://haymaker.example/",
        "//",      "/a//b",    "/a/",         "/a/./b",
        "/a/../b", "/..",      "/%2e%2e/etc", "/%2E%2e%2fpasswd/..",
        "/a%00b",  "/a?b=%00", "/a%",         "/a%2",
        "/a%zz",   "/a%ff",    "/a?b=%c3",    "/a?b=%ed%a0%80"}) {
    const auto target = parse_target(bad);
    ASSERT_FALSE(target.has_value()) << bad;
    EXPECT_EQ(target.error().code, ErrorCode::bad_input) << bad;
  }
}

TEST(Target, KeepsAnEscapedSlashWithinItsSegment) {
  EXPECT_EQ(parse_target("/api/a%2fb")->segments, (std::vector<std::string>{"api", "a/b"}));
}

TEST(NumberIn, TakesWholeNumbersWithinBoundsAlone) {
  const auto read = [](std::string_view query) {
    return number_in(*parse_target("/a?" + std::string(query)), "n", 1, 200, 50);
  };
  EXPECT_EQ(read(""), 50U);
  EXPECT_EQ(read("n=1"), 1U);
  EXPECT_EQ(read("n=200"), 200U);
  for (const std::string_view bad : {"n=0", "n=201", "n=", "n=-1", "n=+1", "n=1.5", "n=0x10",
                                     "n=1 ", "n=18446744073709551617"}) {
    EXPECT_EQ(to_string(read(bad).error()), "n: is not a whole number from 1 to 200") << bad;
  }
}

}  // namespace
}  // namespace haymaker::api
