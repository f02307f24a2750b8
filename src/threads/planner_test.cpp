#include "threads/test_messages.h"

namespace haymaker::threads {

namespace {

TEST(Planned, GivesEachBlockExactlyTheMessagesThatWereAskedForTheShortLastOneToo) {
  for (std::uint64_t i = 0; i < kBlocks; ++i) {
    const BlockPlan& plan = plans()[i];
    ASSERT_EQ(plan.messages.size(), messages_in(i));
    std::size_t sizes = 0;
    for (const Conversation& conversation : plan.conversations)
      sizes += std::size_t{conversation.size} + conversation.auto_replies;
    ASSERT_EQ(sizes, plan.messages.size());
  }
  EXPECT_EQ(plans().back().messages.size(), 672);
}

TEST(Planned, PlansAsFewMessagesAsOne) {
  for (std::uint32_t count = 1; count < 40; ++count) {
    BlockPlan plan;
    world().planner().plan(BlockIndex{count}, count, {}, plan);
    EXPECT_EQ(plan.messages.size(), count);
  }
}

TEST(Planned, PutsThreeFifthsOfTheMessagesInConversationsOfTheSizesOfEnron) {
  Histogram sizes;
  std::uint64_t together = 0;
  std::uint64_t messages = 0;
  for (const BlockPlan& plan : plans()) {
    for (const Conversation& conversation : plan.conversations) {
      messages += conversation.size;
      if (conversation.size < 2) continue;
      sizes.add(conversation.size);
      together += conversation.size;
    }
  }
  EXPECT_NEAR(100 * static_cast<double>(together) / static_cast<double>(messages), 61.6, 1);
  constexpr std::array<double, 9> kEnron = {55.6, 15.9, 10.1, 4.3, 2.9, 3.0, 1.3, 0.7, 0.6};
  for (std::size_t i = 0; i < kEnron.size(); ++i) expect_share(sizes, i + 2, i + 2, kEnron[i]);
  expect_share(sizes, 11, 20, 4.2);
  expect_share(sizes, 21, kBlockSize, 1.4);
}

TEST(Planned, AddressesMailBetweenPeopleToAsManyAsCompaniesDo) {
  constexpr std::uint64_t kToList = 1'000'000;
  Histogram recipients;
  each_message([&](const BlockPlan& plan, const PlannedMessage& message) {
    if (!is_human(plan, message)) return;
    const auto people = readers(plan, message);
    recipients.add(std::ranges::any_of(people, is_list) ? kToList : people.size());
  });
  expect_share(recipients, 1, 1, 60);
  expect_share(recipients, 2, 2, 16);
  expect_share(recipients, 3, 3, 8);
  expect_share(recipients, 4, 5, 8);
  expect_share(recipients, 6, 10, 5);
  expect_share(recipients, 11, 50, 2.5);
  expect_share(recipients, 51, kToList, 0.5);
  // Of the last, some are lists and some are just long.
  EXPECT_GT(recipients.percent(51, 100), 0.1);
  EXPECT_GT(recipients.percent(kToList), 0.1);
}

TEST(Planned, AnswersHalfOfWhatIsAnsweredWithin47MinutesAndNineInTenWithinTwoDays) {
  Histogram minutes;
  each_message([&](const BlockPlan& plan, const PlannedMessage& message) {
    if (message.parent == kNoParent || !is_human(plan, message)) return;
    const UnixSeconds delay = message.sent - plan.messages[message.parent].sent;
    minutes.add(static_cast<std::uint64_t>(delay / 60));
  });
  EXPECT_NEAR(minutes.percent(0, 46), 50, 2.5);
  EXPECT_NEAR(minutes.percent(0, 2 * 24 * 60 - 1), 90, 2.5);
  for (std::uint64_t minute = 0; minute < 60; ++minute)
    EXPECT_LE(minutes.percent(minute), minutes.percent(2)) << minute;
}

TEST(Planned, MakesNearlyHalfOfAllMessagesAnswersToOthers) {
  std::uint64_t answers = 0;
  std::uint64_t messages = 0;
  each_message([&](const BlockPlan&, const PlannedMessage& message) {
    if (message.kind == MessageKind::auto_reply) return;
    ++messages;
    answers += message.parent != kNoParent ? 1U : 0U;
  });
  // Of each conversation all but the first: 61.6 % of mean size 3.95, so 46 %.
  EXPECT_NEAR(100 * static_cast<double>(answers) / static_cast<double>(messages), 46, 1);
}

CivilTime local_time(const PlannedMessage& message) {
  const people::Site& site = world().company.site(world().company.person(message.author));
  return civil_time(message.sent, site.offset_minutes(message.sent));
}

TEST(Planned, SpreadsTheWeekLikeEnron) {
  Histogram weekdays;
  each_message([&](const BlockPlan& plan, const PlannedMessage& message) {
    if (is_human(plan, message))
      weekdays.add(static_cast<std::uint64_t>(local_time(message).weekday));
  });
  constexpr std::array<double, 7> kEnron = {2.8, 20.3, 20.7, 19.9, 18.5, 16.5, 1.4};
  for (std::uint64_t day = 0; day < 7; ++day) expect_share(weekdays, day, day, kEnron[day]);
}

TEST(Planned, SpreadsTheDayOfEachSiteLikeItsProfile) {
  constexpr Days kTuesday = 20'102;  // 2025-01-14, no holiday anywhere.
  const auto sites = world().company.sites();
  for (std::size_t i = 0; i < sites.size(); ++i) {
    Histogram hours;
    each_message([&](const BlockPlan& plan, const PlannedMessage& message) {
      const people::Person& author = world().company.person(message.author);
      if (is_human(plan, message) && value(author.site) == i)
        hours.add(static_cast<std::uint64_t>(local_time(message).hour));
    });
    if (hours.total() < 5'000) continue;
    const UnixSeconds midnight = UnixSeconds{kTuesday} * kSecondsPerDay;
    const UnixSeconds local = midnight - UnixSeconds{60} * sites[i].offset_minutes(midnight);
    double day = 0;
    for (int hour = 0; hour < 24; ++hour)
      day += sites[i].intensity(local + UnixSeconds{hour} * 3600);
    for (int hour = 0; hour < 24; ++hour) {
      const double profile = 100 * sites[i].intensity(local + UnixSeconds{hour} * 3600) / day;
      EXPECT_NEAR(hours.percent(static_cast<std::uint64_t>(hour)), profile, 3.5)
          << sites[i].city() << " at " << hour;
    }
  }
}

TEST(Planned, StaysWithinThePeriod) {
  each_message([](const BlockPlan&, const PlannedMessage& message) {
    ASSERT_GE(message.sent, world().timeline.begin());
    ASSERT_LT(message.sent, world().timeline.end());
  });
}

TEST(Planned, StaysWithinAPeriodOfOneDayThatConversationsOverrun) {
  const Timeline timeline(world().company, kFirst, kFirst);
  Planner planner(world().company, timeline, {}, rng::Key::root(7), 4);
  for (std::uint64_t block = 0; block < 4; ++block) {
    BlockPlan plan;
    planner.plan(BlockIndex{block}, kBlockSize, {}, plan);
    for (const PlannedMessage& message : plan.messages) {
      ASSERT_GE(message.sent, timeline.begin());
      ASSERT_LT(message.sent, timeline.end());
      if (message.parent == kNoParent) continue;
      ASSERT_LT(plan.messages[message.parent].sent, message.sent);
    }
  }
}

TEST(Planned, OrdersABlockByTimeSoThatEachAnswerComesAfterWhatItAnswers) {
  for (const BlockPlan& plan : plans()) {
    ASSERT_TRUE(std::ranges::is_sorted(plan.messages, {}, &PlannedMessage::sent));
    std::vector<std::uint16_t> answered(plan.messages.size());
    for (std::size_t slot = 0; slot < plan.messages.size(); ++slot) {
      const PlannedMessage& message = plan.messages[slot];
      ASSERT_EQ(message.parent == kNoParent, message.ordinal == 0);
      if (message.parent == kNoParent) continue;
      const PlannedMessage& parent = plan.messages[message.parent];
      ASSERT_LT(message.parent, slot);
      ASSERT_LT(parent.sent, message.sent);
      ASSERT_EQ(parent.conversation, message.conversation);
      ASSERT_EQ(parent.depth + 1, message.depth);
      answered[message.parent] += message.kind == MessageKind::auto_reply ? 0 : 1;
    }
    for (std::size_t slot = 0; slot < plan.messages.size(); ++slot)
      ASSERT_EQ(plan.messages[slot].last, answered[slot] == 0);
  }
}

TEST(Planned, KeepsConversationsWholeAndNumbersTheirMessages) {
  for (const BlockPlan& plan : plans()) {
    std::vector<std::set<std::uint16_t>> ordinals(plan.conversations.size());
    for (const PlannedMessage& message : plan.messages)
      ASSERT_TRUE(ordinals[message.conversation].insert(message.ordinal).second);
    for (std::size_t i = 0; i < ordinals.size(); ++i) {
      const std::size_t all =
          std::size_t{plan.conversations[i].size} + plan.conversations[i].auto_replies;
      ASSERT_EQ(ordinals[i].size(), all);
      ASSERT_EQ(*ordinals[i].rbegin(), all - 1);
    }
  }
}

TEST(Planned, LetsThoseAnswerWhoReadAndHardlyEverSomebodyWhoWasDrawnIn) {
  const people::Company& company = world().company;
  std::uint64_t drawn_in = 0;
  each_message([&](const BlockPlan& plan, const PlannedMessage& message) {
    if (message.parent == kNoParent) return;
    const auto read = readers(plan, plan.messages[message.parent]);
    const bool was_read = std::ranges::any_of(read, [&](PersonId reader) {
      return reader == message.author || holds(company.members(reader), message.author);
    });
    if (was_read) return;
    ++drawn_in;
    ASSERT_EQ(company.person(message.author).kind, PersonKind::employee);
  });
  // Where nobody who has read it is at work, a manager answers.
  EXPECT_LT(drawn_in, kMessages / 400);
}

TEST(Planned, SendsNothingToItsOwnAuthorNorTwiceToTheSame) {
  each_message([](const BlockPlan& plan, const PlannedMessage& message) {
    const auto people = readers(plan, message);
    ASSERT_GE(message.to, 1);
    ASSERT_FALSE(holds(people, message.author));
    ASSERT_EQ(std::set(people.begin(), people.end()).size(), people.size());
  });
}

TEST(Planned, ForwardsToOthersThanTheSender) {
  std::uint64_t forwards = 0;
  each_message([&](const BlockPlan& plan, const PlannedMessage& message) {
    if (message.kind != MessageKind::forward) return;
    ++forwards;
    const auto people = readers(plan, message);
    const bool back = holds(people, plan.messages[message.parent].author);
    ASSERT_FALSE(back && people.size() > 1);
  });
  EXPECT_GT(forwards, 1'000);
}

TEST(Planned, TakesTheAskedShareOfMessagesFromMachinesWhichNobodyAnswers) {
  std::uint64_t machine = 0;
  std::uint64_t newsletters = 0;
  std::uint64_t messages = 0;
  each_message([&](const BlockPlan& plan, const PlannedMessage& message) {
    messages += message.kind == MessageKind::auto_reply ? 0U : 1U;
    if (is_human(plan, message) || message.kind == MessageKind::auto_reply) return;
    const Conversation& conversation = plan.conversations[message.conversation];
    ++machine;
    newsletters += conversation.traffic == Traffic::newsletter ? 1U : 0U;
    ASSERT_EQ(conversation.size, 1);
    ASSERT_EQ(conversation.auto_replies, 0);
    ASSERT_EQ(world().company.person(message.author).kind, PersonKind::system);
  });
  EXPECT_NEAR(100 * static_cast<double>(machine) / static_cast<double>(messages), 25, 1);
  EXPECT_NEAR(100 * static_cast<double>(newsletters) / static_cast<double>(machine), 40, 1);
}

}  // namespace

}  // namespace haymaker::threads
