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

// Two messages in 3.95 are in conversations of two, where 55.6 % of the conversations are: 28.1 %.
TEST(ConversationShape, DrawsTheSizeAroundAMessageInProportionToTheSize) {
  const ConversationShape shape;
  rng::Stream stream(rng::Key::root(3));
  std::map<std::uint32_t, std::uint32_t> drawn;
  for (std::uint32_t i = 0; i < kDraws; ++i) ++drawn[shape.draw_size_around(stream)];
  constexpr double kMean = 3.953;
  EXPECT_NEAR(share(drawn, 2, 2), 2 * 55.6 / kMean, kPoints);
  EXPECT_NEAR(share(drawn, 3, 3), 3 * 15.9 / kMean, kPoints);
  EXPECT_NEAR(share(drawn, 11, 20), 15.5 * 4.2 / kMean, kPoints);
  EXPECT_NEAR(share(drawn, 21, 48), 34.5 * 1.4 / kMean, kPoints);
  // Within the bin, too: 16 to 20 have 90 of the 155.
  EXPECT_NEAR(share(drawn, 16, 20), 9 * 4.2 / kMean, kPoints);
}

TEST(ConversationShape, DealsRecipientsAsCompaniesHaveThemInEachThousandAlready) {
  const ConversationShape shape;
  rng::Stream stream(rng::Key::root(2));
  Deal deal(stream.next64());
  for (int thousand = 0; thousand < 20; ++thousand) {
    std::map<std::uint32_t, std::uint32_t> drawn;
    for (int i = 0; i < 1'000; ++i) ++drawn[shape.draw_recipients(deal, stream)];
    const auto per_mille = [&](std::uint32_t low, std::uint32_t high) {
      return share(drawn, low, high) * kDraws / 100;
    };
    EXPECT_NEAR(per_mille(1, 1), 598, 2);
    EXPECT_NEAR(per_mille(2, 2), 160, 2);
    EXPECT_NEAR(per_mille(3, 3), 80, 2);
    EXPECT_NEAR(per_mille(4, 5), 80, 2);
    EXPECT_NEAR(per_mille(6, 10), 50, 2);
    EXPECT_NEAR(per_mille(11, 50), 25, 2);
    EXPECT_NEAR(per_mille(51, 100), 2, 2);
    EXPECT_NEAR(per_mille(ConversationShape::kList, ConversationShape::kList), 5, 2);
    EXPECT_LE(drawn.rbegin()->first, 100);
  }
}

}  // namespace

}  // namespace haymaker::threads
