#include "scenario/incident_shape.h"

#include <gtest/gtest.h>

#include <map>

namespace haymaker::scenario {
namespace {

constexpr int kDraws = 20'000;

template <class Take>
void for_each_shape(std::uint32_t level, Take take) {
  rng::Stream stream(rng::Key::root(level));
  for (int i = 0; i < kDraws; ++i) take(draw_shape(level, stream));
}

TEST(IncidentShape, HasOneToTwelveMessagesOfWhichOneConversationHoldsFourAtMost) {
  for (std::uint32_t level = 1; level <= kLevels; ++level) {
    std::map<std::uint32_t, int> sizes;
    for_each_shape(level, [&](const IncidentShape& shape) {
      ++sizes[shape.messages];
      std::uint32_t messages = 0;
      for (std::uint32_t place = 0; place < shape.conversations; ++place) {
        const std::uint32_t here = messages_in(shape, place);
        ASSERT_GE(here, 1U);
        ASSERT_LE(here, kMostSteps);
        messages += here;
      }
      ASSERT_EQ(messages, shape.messages);
    });
    EXPECT_EQ(sizes.size(), kMostMessages) << "level " << level;
    EXPECT_EQ(sizes.rbegin()->first, kMostMessages);
  }
}

TEST(IncidentShape, HoldsTwoMessagesAndNineTenthsOnAverage) {
  std::uint64_t messages = 0;
  for_each_shape(1, [&](const IncidentShape& shape) { messages += shape.messages; });
  // The weights give 2.91; the standard deviation is 2.5 / sqrt(20,000) = 0.018.
  EXPECT_NEAR(static_cast<double>(messages) / kDraws, 2.91, 0.07);
}

TEST(IncidentShape, EvadesAtLevelFourOnlyAndInEveryWay) {
  std::map<Evasion, int> evasions;
  for_each_shape(4, [&](const IncidentShape& shape) { ++evasions[shape.evasion]; });
  EXPECT_EQ(evasions.size(), kEvasions - 1U);
  EXPECT_FALSE(evasions.contains(Evasion::none));
  for (const std::uint32_t level : {1U, 2U, 3U, 5U})
    for_each_shape(level,
                   [](const IncidentShape& shape) { ASSERT_EQ(shape.evasion, Evasion::none); });
}

TEST(IncidentShape, LeavesTheBodyAtLevelFiveOnly) {
  std::map<Carrier, int> carriers;
  for_each_shape(5, [&](const IncidentShape& shape) {
    ++carriers[shape.carrier];
    ASSERT_TRUE(shape.carrier != Carrier::body || shape.messages >= 3);
  });
  EXPECT_EQ(carriers.size(), 4U);
  for (const std::uint32_t level : {1U, 2U, 3U, 4U})
    for_each_shape(level,
                   [](const IncidentShape& shape) { ASSERT_EQ(shape.carrier, Carrier::body); });
}

}  // namespace
}  // namespace haymaker::scenario
