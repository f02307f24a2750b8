#include "threads/auto_replies.h"

#include "threads/test_messages.h"

namespace haymaker::threads {

namespace {

template <class Visit>
void each_auto_reply(Visit visit) {
  each_message([&](const BlockPlan& plan, const PlannedMessage& message) {
    if (message.kind == MessageKind::auto_reply) visit(plan, message);
  });
}

const people::Company& company() { return world().company; }

TEST(AutoReplies, AreAFewOfAHundredMessages) {
  std::uint64_t count = 0;
  each_auto_reply([&](const BlockPlan&, const PlannedMessage&) { ++count; });
  EXPECT_GT(count, kMessages / 100);
  EXPECT_LT(count, kMessages / 33);
}

TEST(AutoReplies, ComeSecondsLaterFromSomebodyWhoWasWrittenToAndIsOnLeave) {
  std::uint64_t of_mailboxes = 0;
  each_auto_reply([&](const BlockPlan& plan, const PlannedMessage& message) {
    const PlannedMessage& asked = plan.messages[message.parent];
    ASSERT_TRUE(holds(readers(plan, asked), message.author));
    ASSERT_GT(message.sent, asked.sent);
    ASSERT_LE(message.sent, asked.sent + 60);
    const bool is_mailbox = company().person(message.author).kind == PersonKind::shared_mailbox;
    of_mailboxes += is_mailbox ? 1U : 0U;
    ASSERT_TRUE(is_mailbox ||
                company().leave_on(message.author, days_from_seconds(asked.sent)).has_value());
  });
  EXPECT_GT(of_mailboxes, 30);
}

TEST(AutoReplies, GoToTheSenderAloneAndOnceInABlock) {
  std::uint64_t twice = 0;
  for (const BlockPlan& plan : plans()) {
    std::set<std::pair<PersonId, PersonId>> seen;
    for (const PlannedMessage& message : plan.messages) {
      if (message.kind != MessageKind::auto_reply) continue;
      ASSERT_EQ(message.to + message.cc, 1);
      const PersonId asker = plan.messages[message.parent].author;
      ASSERT_EQ(plan.to(message)[0], asker);
      twice += seen.emplace(message.author, asker).second ? 0U : 1U;
    }
  }
  EXPECT_EQ(twice, 0);
}

TEST(AutoReplies, AnswerPeopleAndNeverMachines) {
  each_auto_reply([](const BlockPlan& plan, const PlannedMessage& message) {
    const PlannedMessage& asked = plan.messages[message.parent];
    ASSERT_NE(company().person(asked.author).kind, PersonKind::system);
    ASSERT_NE(asked.kind, MessageKind::auto_reply);
  });
}

TEST(AutoReplies, AreAnsweredByNobody) {
  each_message([](const BlockPlan& plan, const PlannedMessage& message) {
    if (message.parent == kNoParent) return;
    ASSERT_NE(plan.messages[message.parent].kind, MessageKind::auto_reply);
  });
}

}  // namespace

}  // namespace haymaker::threads
