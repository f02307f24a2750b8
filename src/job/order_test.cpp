#include "job/order.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace haymaker::job {
namespace {

using testing::ElementsAre;

std::uint64_t seed_4711() { return 4711; }

std::vector<std::string> mistakes(std::string_view text) {
  const auto order = parse_order(text, seed_4711);
  std::vector<std::string> lines;
  if (!order) {
    for (const Error& error : order.error()) lines.push_back(to_string(error));
  }
  return lines;
}

TEST(Order, TakesAPresetAndChoosesItsSeed) {
  const auto order = parse_order(R"({"preset":"smoke"})", seed_4711);
  ASSERT_TRUE(order.has_value());
  EXPECT_EQ(order->spec.count, 1'000U);
  EXPECT_EQ(order->spec.seed, 4711U);
  EXPECT_EQ(order->packaging, sink::Packaging{});
}

TEST(Order, ResizesAPresetWithItsPlantings) {
  const auto order = parse_order(
      R"({"preset":"realistic","count":10000,"seed":7,"package":"tar","compress":"zstd","title":"x"})",
      seed_4711);
  ASSERT_TRUE(order.has_value());
  EXPECT_EQ(order->spec.count, 10'000U);
  EXPECT_EQ(order->spec.seed, 7U);
  EXPECT_EQ(order->spec.scenarios.decoys, 300U);
  EXPECT_EQ(order->packaging, (sink::Packaging{sink::Package::tar, sink::Compression::zstd, 1}));
  EXPECT_EQ(order->title, "x");
}

TEST(Order, TakesAWholeSpecWithItsOwnSeedOrAChosenOne) {
  EXPECT_EQ(parse_order(R"({"spec":{"count":5000,"seed":3}})", seed_4711)->spec.seed, 3U);
  EXPECT_EQ(parse_order(R"({"spec":{"count":5000}})", seed_4711)->spec.seed, 4711U);
}

TEST(Order, ReportsEveryMistakeWithItsPath) {
  EXPECT_THAT(
      mistakes(R"({"spec":{"count":0,"company":{"employees":1}},"package":"rar","colour":1})"),
      ElementsAre("spec.count: is not a whole number from 1 to 1000000000000",
                  "spec.company.employees: is not a whole number from 20 to 200000",
                  "package: rar is not one of objects, tar, zip, mbox",
                  "colour: unknown field; the nearest known one is `count`"));
  EXPECT_THAT(mistakes(R"({"preset":"smoke","spec":{}})"),
              ElementsAre("spec: stands beside a preset; give one of them"));
  EXPECT_THAT(mistakes("{}"), ElementsAre("spec: is missing, and so is a preset"));
  EXPECT_THAT(mistakes(R"({"spec":{},"seed":4})"), ElementsAre("seed: belongs into the spec"));
  EXPECT_THAT(mistakes(R"({"preset":"smoke","count":0})"),
              ElementsAre("count: is not a whole number from 1 to 18446744073709551615"));
  EXPECT_THAT(mistakes(R"({"preset":"smoke","count":9000000000000})"),
              ElementsAre("count: is not a whole number from 1 to 1000000000000"));
}

TEST(Order, RefusesWhatIsNoObjectOrTooDeep) {
  EXPECT_THAT(mistakes("[]"), ElementsAre("is not a JSON object"));
  EXPECT_EQ(mistakes("{\"preset\":").size(), 1U);
  EXPECT_EQ(mistakes(std::string(100'000, '[')).size(), 1U);
}

TEST(Look, HasTheSeedOneAndAnIndexWithinTheCorpus) {
  const auto look = parse_look(R"({"preset":"smoke","index":999})");
  ASSERT_TRUE(look.has_value());
  EXPECT_EQ(look->spec.seed, 1U);
  EXPECT_EQ(look->index, 999U);
  EXPECT_EQ(to_string(parse_look(R"({"preset":"smoke","index":1000})").error().front()),
            "index: the corpus has the messages 0 to 999");
}

}  // namespace
}  // namespace haymaker::job
