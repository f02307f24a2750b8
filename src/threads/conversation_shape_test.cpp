#include "threads/conversation_shape.h"

#include <gtest/gtest.h>

#include <map>

namespace haymaker::threads {

namespace {

constexpr std::uint32_t kDraws = 100'000;

double share(const std::map<std::uint32_t, std::uint32_t>& drawn, std::uint32_t low,
             std::uint32_t high) {
  double sum = 0;
  for (auto at = drawn.lower_bound(low); at != drawn.end() && at->first <= high; ++at)
    sum += at->second;
  return 100 * sum / kDraws;
}

// Half a percentage point is three standard deviations of a share of a half in 100,000 draws.
constexpr double kPoints = 0.5;

TEST(ConversationShape, DrawsSizesAsTheyAreInTheCleanedEnronMail) {
  const ConversationShape shape;
  rng::Stream stream(rng::Key::root(1));
  std::map<std::uint32_t, std::uint32_t> drawn;
  for (std::uint32_t i = 0; i < kDraws; ++i) ++drawn[shape.draw_size(stream)];
  EXPECT_EQ(drawn.begin()->first, 2);
  EXPECT_NEAR(share(drawn, 2, 2), 55.6, kPoints);
  EXPECT_NEAR(share(drawn, 3, 3), 15.9, kPoints);
  EXPECT_NEAR(share(drawn, 4, 4), 10.1, kPoints);
  EXPECT_NEAR(share(drawn, 5, 5), 4.3, kPoints);
  EXPECT_NEAR(share(drawn, 6, 7), 5.9, kPoints);
  EXPECT_NEAR(share(drawn, 8, 10), 2.6, kPoints);
  EXPECT_NEAR(share(drawn, 11, 20), 4.2, kPoints);
  EXPECT_NEAR(share(drawn, 21, 1'000), 1.4, kPoints);
}

TEST(ConversationShape, DrawsRecipientsAsCompaniesHaveThem) {
  const ConversationShape shape;
  rng::Stream stream(rng::Key::root(2));
  std::map<std::uint32_t, std::uint32_t> drawn;
  for (std::uint32_t i = 0; i < kDraws; ++i) ++drawn[shape.draw_recipients(stream)];
  EXPECT_NEAR(share(drawn, 0, 0), 1.8, 0.2);  // Lists; see the planner for what comes of them.
  EXPECT_NEAR(share(drawn, 1, 1), 60 / 1.013, kPoints);
  EXPECT_NEAR(share(drawn, 2, 2), 16, kPoints);
  EXPECT_NEAR(share(drawn, 3, 3), 8, kPoints);
  EXPECT_NEAR(share(drawn, 4, 5), 8, kPoints);
  EXPECT_NEAR(share(drawn, 6, 10), 5, kPoints);
  EXPECT_NEAR(share(drawn, 11, 50), 2.5, kPoints);
  EXPECT_EQ(drawn.rbegin()->first, 50);
}

}  // namespace

}  // namespace haymaker::threads
