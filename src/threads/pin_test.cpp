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
  return {{.block = block, .tag = 10, .steps = 3, .functions = bit(people::Function::trading)},
          {.block = block, .tag = 11, .direction = Direction::inbound},
          {.block = block, .tag = 12, .steps = 12},
          {.block = block, .tag = 13, .opens = true},
          {.block = block, .tag = 14, .direction = Direction::outbound}};
}

bool is_outside(PersonId person) {
  return world().company.person(person).kind == PersonKind::contact;
}

// The messages of a pin, by step.
std::vector<PlannedMessage> steps_of(const BlockPlan& plan, std::uint32_t tag) {
  std::map<std::uint32_t, PlannedMessage> steps;
  for (const PlannedMessage& message : plan.messages) {
    if (message.pin == tag) steps[message.step] = message;
  }
  std::vector<PlannedMessage> in_order;
  for (const auto& [step, message] : steps) {
    EXPECT_EQ(step, in_order.size());
    in_order.push_back(message);
  }
  return in_order;
}

TEST(Pinned, FindsItsStepsAmongTheMailOfThoseWhoMayWriteThem) {
  const people::Company& company = world().company;
  const auto kind = [&](const PlannedMessage& message) {
    return company.person(message.author).kind;
  };
  for (const std::uint64_t block : {0U, 1U, 50U, 97U}) {
    const BlockPlan plan = world().plan(block, pins_of(block));
    ASSERT_EQ(plan.messages.size(), messages_in(block));
    ASSERT_EQ(steps_of(plan, 10).size(), 3);
    ASSERT_EQ(steps_of(plan, 12).size(), 12);
    const people::Person& trader = company.person(steps_of(plan, 10)[0].author);
    EXPECT_EQ(company.departments()[value(trader.department)].function, people::Function::trading);
    EXPECT_EQ(kind(steps_of(plan, 11).at(0)), PersonKind::contact);
    EXPECT_EQ(steps_of(plan, 13).at(0).ordinal, 0);
    EXPECT_EQ(kind(steps_of(plan, 14).at(0)), PersonKind::employee);
    EXPECT_TRUE(plan.conversations[steps_of(plan, 14).at(0).conversation].external);
    EXPECT_FALSE(std::ranges::any_of(readers(plan, steps_of(plan, 13).at(0)), is_outside));
  }
}

TEST(Pinned, GoesRoundFromTheLastMessageToTheFirst) {
  BlockPlan plan;
  plan.conversations.push_back({.size = 5});
  for (std::uint16_t i = 0; i < 5; ++i) plan.messages.push_back({.ordinal = i});
  Pinning::give({.tag = 1, .steps = 3}, 3, plan);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> given;
  for (const PlannedMessage& message : plan.messages)
    if (message.pin == 1) given.emplace_back(message.ordinal, message.step);
  EXPECT_THAT(given,
              testing::ElementsAre(testing::Pair(0, 0), testing::Pair(3, 1), testing::Pair(4, 2)));
}

// As likely to be answers, and in conversations as large, as the mail of the same people.
TEST(Pinned, TakesAnyMessageAsOftenAsAnyOther) {
  Histogram found;
  Histogram sizes;
  Histogram all;
  Histogram all_sizes;
  for (std::uint64_t block = 0; block < 40; ++block) {
    std::vector<Pin> pins;
    for (std::uint32_t tag = 0; tag < 30; ++tag) pins.push_back({.block = block, .tag = tag});
    const BlockPlan plan = world().plan(block, pins);
    for (const PlannedMessage& message : plan.messages) {
      const Conversation& conversation = plan.conversations[message.conversation];
      if (!is_human(plan, message) || conversation.traffic != Traffic::business) continue;
      if (world().company.person(message.author).kind != PersonKind::employee) continue;
      if (std::ranges::any_of(readers(plan, message), is_outside)) continue;
      all.add(message.ordinal);
      all_sizes.add(conversation.size);
      if (message.pin == kNoPin) continue;
      found.add(message.ordinal);
      sizes.add(conversation.size);
    }
  }
  ASSERT_EQ(found.total(), 1'200);
  // Of 1,200 a share of a half has a standard deviation of 1.4 points.
  EXPECT_NEAR(found.percent(0), all.percent(0), 4.5);
  EXPECT_NEAR(found.percent(1, 3), all.percent(1, 3), 4.5);
  EXPECT_NEAR(sizes.percent(1), all_sizes.percent(1), 3.5);
  EXPECT_NEAR(sizes.percent(2, 4), all_sizes.percent(2, 4), 4.5);
}

// A cast takes the places of two others: sizes, hours and numbers of readers stay.
TEST(Pinned, ChangesOnlyWhoTheyAreWhereACastMeets) {
  const std::vector<Pin> pins = {{.block = 5, .tag = 3, .cast = {.id = 1, .block = 5}}};
  const BlockPlan with = world().plan(5, pins);
  const BlockPlan without = world().plan(5);
  EXPECT_EQ(times(with), times(without));
  int others = 0;
  for (std::size_t slot = 0; slot < with.messages.size(); ++slot) {
    const PlannedMessage& message = with.messages[slot];
    ASSERT_EQ(message.to, without.messages[slot].to);
    ASSERT_EQ(message.cc, without.messages[slot].cc);
    ASSERT_EQ(message.parent, without.messages[slot].parent);
    const auto people = readers(with, message);
    ASSERT_FALSE(holds(people, message.author));
    ASSERT_EQ(std::set(people.begin(), people.end()).size(), people.size());
    if (message.author == without.messages[slot].author) continue;
    ++others;
    EXPECT_EQ(with.conversations[message.conversation].cast, 1);
  }
  EXPECT_GT(others, 0);
}

// The same two, unless one of them has joined or left in between.
TEST(Pinned, LetsACastMeetAgainInALaterBlock) {
  const people::Company& company = world().company;
  int together = 0;
  for (std::uint32_t cast = 0; cast < 20; ++cast) {
    const auto meeting = [&](std::uint64_t block) {
      const std::vector<Pin> pins = {
          {.block = block,
           .tag = 7,
           .functions = bit(people::Function::trading),
           .cast = {.id = cast, .block = 10, .site = people::SiteId{0}}}};
      return world().plan(block, pins);
    };
    const BlockPlan first = meeting(10);
    const BlockPlan later = meeting(60);
    const auto two = [](const BlockPlan& plan) {
      const PlannedMessage told = steps_of(plan, 7).at(0);
      EXPECT_EQ(plan.conversations[told.conversation].pin, 7);
      EXPECT_TRUE(plan.conversations[told.conversation].cast != kNoCast);
      return std::pair{told.author, plan.to(told).front()};
    };
    if (two(first) != two(later)) continue;
    ++together;
    const people::Person& teller = company.person(two(first).first);
    EXPECT_EQ(company.departments()[value(teller.department)].function, people::Function::trading);
    EXPECT_EQ(teller.site, people::SiteId{0});
  }
  EXPECT_GE(together, 15);
}

// Each of them has a conversation made for it, with no message to spare.
TEST(Pinned, FillsABlockThatHasNoRoomForMore) {
  const std::vector<Pin> pins = pins_of(0);
  BlockPlan plan;
  world().planner().plan(BlockIndex{0}, 18, pins, plan);
  EXPECT_EQ(plan.messages.size(), 18);
  for (const Pin& pin : pins) EXPECT_EQ(steps_of(plan, pin.tag).size(), pin.steps);
}

TEST(Pinned, MovesNobodyWhereItFindsWhatItAsksFor) {
  const BlockPlan with = world().plan(5, pins_of(5));
  EXPECT_EQ(times(with), times(world().plan(5)));
  EXPECT_EQ(with.recipients, world().plan(5).recipients);
}

// All but the last ones, which get what is left of the block.
TEST(Pinned, MovesNobodyInTheOtherConversations) {
  const std::vector<Pin> pins = {
      {.block = 5, .tag = 3, .direction = Direction::inbound, .cast = {.id = 1, .block = 5}}};
  const BlockPlan with = world().plan(5, pins);
  const auto people = people_of_conversations(world().plan(5));
  const auto people_with = people_of_conversations(with);
  constexpr std::size_t kLongest = 96;  // With what machines answer.
  const auto size_of = [&](std::size_t i) {
    return std::size_t{with.conversations[i].size} + with.conversations[i].auto_replies;
  };
  std::size_t used = size_of(0);
  std::size_t compared = 0;
  for (std::size_t i = 1; used + kLongest <= kBlockSize; ++i) {
    ASSERT_EQ(people_with[i], people[i - 1]);
    used += size_of(i);
    ++compared;
  }
  EXPECT_GT(compared, 300);
}

}  // namespace

}  // namespace haymaker::threads
