#pragma once

// 100,000 planned messages of the default company, which the tests of planning look at from all
// sides.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "threads/planner.h"

namespace haymaker::threads {

using people::PersonKind;

inline constexpr std::uint64_t kMessages = 100'000;
inline constexpr std::uint64_t kBlocks = 98;  // 97 of 1,024 messages and one of 672.
inline const Days kFirst = days_from_civil({2025, 1, 6});
inline const Days kLast = days_from_civil({2025, 3, 30});

inline std::uint32_t messages_in(std::uint64_t block) {
  return block + 1 < kBlocks ? kBlockSize : kMessages - (kBlocks - 1) * kBlockSize;
}

// A company of 5,000 and what its people write over twelve weeks.
struct World {
  people::Company company = people::Company::compile({}, rng::Key::root(7), kFirst, kLast).value();
  Timeline timeline{company, kFirst, kLast};

  [[nodiscard]] Planner planner(std::uint64_t seed = 7) const {
    return {company, timeline, {}, rng::Key::root(seed), kBlocks};
  }
  [[nodiscard]] BlockPlan plan(std::uint64_t block, std::span<const Pin> pins = {},
                               std::uint64_t seed = 7) const {
    BlockPlan out;
    planner(seed).plan(BlockIndex{block}, messages_in(block), pins, out);
    return out;
  }
};

inline const World& world() {
  static const World world;
  return world;
}

inline const std::vector<BlockPlan>& plans() {
  static const std::vector<BlockPlan> plans = [] {
    std::vector<BlockPlan> made(kBlocks);
    Planner planner = world().planner();
    for (std::uint64_t i = 0; i < kBlocks; ++i)
      planner.plan(BlockIndex{i}, messages_in(i), {}, made[i]);
    return made;
  }();
  return plans;
}

template <class Visit>
void each_message(Visit visit) {
  for (const BlockPlan& plan : plans())
    for (const PlannedMessage& message : plan.messages) visit(plan, message);
}

inline bool is_human(const BlockPlan& plan, const PlannedMessage& message) {
  if (message.kind == MessageKind::auto_reply) return false;
  const Traffic traffic = plan.conversations[message.conversation].traffic;
  return traffic == Traffic::business || traffic == Traffic::personal;
}

inline std::span<const PersonId> readers(const BlockPlan& plan, const PlannedMessage& message) {
  return std::span(plan.recipients).subspan(message.first_recipient, message.to + message.cc);
}

inline bool holds(std::span<const PersonId> people, PersonId person) {
  return std::ranges::find(people, person) != people.end();
}

inline bool is_list(PersonId person) {
  return world().company.person(person).kind == PersonKind::distribution_list;
}

// How many of each of the numbers there were, and percentages of them.
class Histogram {
 public:
  void add(std::uint64_t number) { ++counts_[number], ++total_; }
  [[nodiscard]] double percent(std::uint64_t low, std::uint64_t high) const {
    double sum = 0;
    for (auto at = counts_.lower_bound(low); at != counts_.end() && at->first <= high; ++at)
      sum += at->second;
    return 100 * sum / static_cast<double>(total_);
  }
  [[nodiscard]] double percent(std::uint64_t number) const { return percent(number, number); }
  [[nodiscard]] std::uint64_t total() const { return total_; }

 private:
  std::map<std::uint64_t, std::uint32_t> counts_;
  std::uint64_t total_ = 0;
};

// Holds a share of real mail: within 5 % of it where it stands for 1,000 and more of what was
// counted, and within three standard deviations of the count where it stands for fewer.
inline void expect_share(const Histogram& histogram, std::uint64_t low, std::uint64_t high,
                         double percent) {
  const double expected = percent / 100 * static_cast<double>(histogram.total());
  const double margin = expected >= 1'000 ? 0.05 * expected : 3 * std::sqrt(expected);
  const double counted =
      histogram.percent(low, high) / 100 * static_cast<double>(histogram.total());
  EXPECT_NEAR(counted, expected, margin) << low << " to " << high;
}

}  // namespace haymaker::threads
