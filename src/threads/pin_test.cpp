#include "threads/test_messages.h"

namespace haymaker::threads {

namespace {

using People = std::vector<PersonId>;

// Authors and readers of each conversation, in the order of its messages.
std::vector<People> people_of_conversations(const BlockPlan& plan) {
  std::vector<People> people(plan.conversations.size());
  std::vector<const PlannedMessage*> order;
  order.reserve(plan.messages.size());
  for (const PlannedMessage& message : plan.messages) order.push_back(&message);
  std::ranges::sort(order, {}, &PlannedMessage::ordinal);
  for (const PlannedMessage* message : order) {
    People& of = people[message->conversation];
    of.push_back(message->author);
    const auto read = readers(plan, *message);
    of.insert(of.end(), read.begin(), read.end());
  }
  return people;
}

std::vector<UnixSeconds> times(const BlockPlan& plan) {
  std::vector<UnixSeconds> times;
  times.reserve(plan.messages.size());
  for (const PlannedMessage& message : plan.messages) times.push_back(message.sent);
  return times;
}

TEST(Planner, PlansABlockAlikeWhateverItPlannedBefore) {
  for (const std::uint64_t block : {0U, 41U, 97U}) {
    const BlockPlan alone = world().plan(block);
    const BlockPlan& in_turn = plans()[block];
    EXPECT_EQ(times(alone), times(in_turn));
    EXPECT_EQ(alone.recipients, in_turn.recipients);
    EXPECT_EQ(people_of_conversations(alone), people_of_conversations(in_turn));
  }
}

TEST(Planner, PlansAnotherBlockForAnotherKey) {
  EXPECT_NE(times(world().plan(3)), times(world().plan(3, {}, 8)));
}

constexpr std::uint32_t bit(people::Function function) {
  return 1U << static_cast<unsigned>(function);
}

std::vector<Pin> pins_of(std::uint64_t block) {
  return {{.block = block, .tag = 10, .least_size = 3, .functions = bit(people::Function::trading)},
          {.block = block, .tag = 11, .least_size = 1, .external = true},
          {.block = block, .tag = 12, .least_size = 12}};
}

TEST(Pinned, TakesPlaceInAnyBlockWithItsLeastSizeAndByThoseWhoMayBeginIt) {
  const people::Company& company = world().company;
  for (const std::uint64_t block : {0U, 1U, 50U, 97U}) {
    const BlockPlan plan = world().plan(block, pins_of(block));
    ASSERT_EQ(plan.messages.size(), messages_in(block));
    std::map<std::uint32_t, Conversation> pinned;
    for (const Conversation& conversation : plan.conversations)
      if (conversation.pin != kNoPin) pinned[conversation.pin] = conversation;
    ASSERT_EQ(pinned.size(), 3);
    EXPECT_GE(pinned[10].size, 3);
    EXPECT_GE(pinned[12].size, 12);
    const people::Person& trader = company.person(pinned[10].starter);
    EXPECT_EQ(company.departments()[value(trader.department)].function, people::Function::trading);
    EXPECT_TRUE(!pinned[11].external ||
                company.person(pinned[11].starter).kind == PersonKind::contact);
  }
}

// The same two, unless one of them has joined or left in between.
TEST(Pinned, LetsACastMeetAgainInALaterBlock) {
  const people::Company& company = world().company;
  int together = 0;
  for (std::uint32_t cast = 0; cast < 20; ++cast) {
    const auto pinned = [&](std::uint64_t block) {
      const std::vector<Pin> pins = {{.block = block,
                                      .tag = 7,
                                      .functions = bit(people::Function::trading),
                                      .cast = {.id = cast, .block = 10}}};
      return world().plan(block, pins);
    };
    const BlockPlan first = pinned(10);
    const BlockPlan later = pinned(60);
    ASSERT_EQ(first.conversations[0].cast, cast);
    const PersonId starter = first.conversations[0].starter;
    if (later.conversations[0].starter != starter) continue;
    EXPECT_EQ(company.departments()[value(company.person(starter).department)].function,
              people::Function::trading);
    const auto opening = [](const BlockPlan& plan) {
      return *std::ranges::find_if(plan.messages, [](const PlannedMessage& message) {
        return message.conversation == 0 && message.ordinal == 0;
      });
    };
    together += readers(first, opening(first))[0] == readers(later, opening(later))[0] ? 1 : 0;
  }
  EXPECT_GE(together, 15);
}

TEST(Pinned, FillsABlockThatHasNoRoomForMore) {
  const std::vector<Pin> pins = pins_of(0);
  BlockPlan plan;
  world().planner().plan(BlockIndex{0}, 16, pins, plan);
  ASSERT_EQ(plan.conversations.size(), 3);
  EXPECT_EQ(plan.conversations[0].size, 3);
  EXPECT_EQ(plan.conversations[1].size, 1);
  EXPECT_EQ(plan.conversations[2].size, 12);
}

// All but the last ones, which get what is left of the block.
TEST(Pinned, MovesNobodyInTheOtherConversations) {
  const BlockPlan with = world().plan(5, pins_of(5));
  const auto people = people_of_conversations(world().plan(5));
  const auto people_with = people_of_conversations(with);
  constexpr std::size_t kPins = 3;
  constexpr std::size_t kLongest = 96;  // With what machines answer.
  std::size_t used = 0;
  const auto size_of = [&](std::size_t i) {
    return std::size_t{with.conversations[i].size} + with.conversations[i].auto_replies;
  };
  for (std::size_t i = 0; i < kPins; ++i) used += size_of(i);
  std::size_t compared = 0;
  for (std::size_t i = kPins; used + kLongest <= kBlockSize; ++i) {
    ASSERT_EQ(people_with[i], people[i - kPins]);
    used += size_of(i);
    ++compared;
  }
  EXPECT_GT(compared, 300);
}

}  // namespace

}  // namespace haymaker::threads
