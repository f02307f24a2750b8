#include "threads/participants.h"

#include "threads/test_messages.h"

namespace haymaker::threads {

namespace {

const people::Company& company() { return world().company; }

PersonKind kind_of(PersonId id) { return company().person(id).kind; }

bool is_outside(PersonId id) { return kind_of(id) == PersonKind::contact; }

Days day_of(const PlannedMessage& message) { return days_from_seconds(message.sent); }

TEST(Participants, SendSevenTenthsOfTheMailInsideAndAsMuchInAsOut) {
  enum Way : std::uint8_t { inside, in, out };
  Histogram ways;
  each_message([&](const BlockPlan& plan, const PlannedMessage& message) {
    if (!is_human(plan, message)) return;
    const bool leaves = std::ranges::any_of(readers(plan, message), is_outside);
    ways.add(is_outside(message.author) ? in : leaves ? out : inside);
  });
  expect_share(ways, inside, inside, 70);
  expect_share(ways, in, in, 15);
  expect_share(ways, out, out, 15);
}

TEST(Participants, WriteAndReadOnlyWhileTheyAreInTheCompany) {
  std::uint64_t movers = 0;
  each_message([&](const BlockPlan& plan, const PlannedMessage& message) {
    const people::Person& author = company().person(message.author);
    ASSERT_TRUE(author.is_in_company_on(day_of(message)));
    movers += author.is_in_company_on(kFirst) && author.is_in_company_on(kLast) ? 0U : 1U;
    for (const PersonId reader : readers(plan, message))
      ASSERT_TRUE(company().person(reader).is_in_company_on(day_of(message)));
  });
  EXPECT_GT(movers, 500);
}

TEST(Participants, HardlyEverWriteWhileTheyAreOnLeave) {
  std::uint64_t on_leave = 0;
  each_message([&](const BlockPlan&, const PlannedMessage& message) {
    if (message.kind == MessageKind::auto_reply) return;
    on_leave += company().leave_on(message.author, day_of(message)) ? 1U : 0U;
  });
  EXPECT_LT(on_leave, kMessages / 500);
}

TEST(Participants, WriteFromSharedMailboxesWhoseReadersSendIt) {
  std::uint64_t written = 0;
  std::uint64_t read = 0;
  each_message([&](const BlockPlan& plan, const PlannedMessage& message) {
    if (message.kind == MessageKind::auto_reply) return;
    for (const PersonId reader : readers(plan, message))
      read += kind_of(reader) == PersonKind::shared_mailbox ? 1U : 0U;
    if (kind_of(message.author) != PersonKind::shared_mailbox) return;
    ++written;
    if (message.sender == kNobody) return;
    ASSERT_TRUE(holds(company().members(message.author), message.sender));
    ASSERT_TRUE(company().is_at_work(message.sender, day_of(message)));
  });
  EXPECT_GT(written, 200);
  EXPECT_GT(read, 500);
}

TEST(Participants, LetAssistantsWriteInTheNameOfTheirBosses) {
  std::uint64_t by_assistant = 0;
  each_message([&](const BlockPlan&, const PlannedMessage& message) {
    if (message.sender == kNobody || kind_of(message.author) != PersonKind::employee) return;
    ++by_assistant;
    ASSERT_EQ(message.sender, company().assistant_of(message.author));
  });
  EXPECT_GT(by_assistant, 100);
}

TEST(Participants, AreFiveThousandPeopleAndMore) {
  std::set<PersonId> seen;
  each_message([&](const BlockPlan& plan, const PlannedMessage& message) {
    seen.insert(message.author);
    for (const PersonId reader : readers(plan, message)) seen.insert(reader);
  });
  std::uint64_t people = 0;
  for (const PersonId id : seen) {
    const PersonKind kind = kind_of(id);
    people += kind == PersonKind::employee || kind == PersonKind::contact ? 1U : 0U;
  }
  EXPECT_GE(people, 5'000);
}

TEST(Participants, KeepPersonalMailFromListsAndMailboxes) {
  each_message([](const BlockPlan& plan, const PlannedMessage& message) {
    if (plan.conversations[message.conversation].traffic != Traffic::personal) return;
    for (const PersonId reader : readers(plan, message))
      ASSERT_TRUE(kind_of(reader) == PersonKind::employee);
  });
}

TEST(Participants, AnswerAListWithTheListOrWithoutIt) {
  std::uint64_t with = 0;
  std::uint64_t without = 0;
  each_message([&](const BlockPlan& plan, const PlannedMessage& message) {
    if (message.parent == kNoParent || message.kind == MessageKind::auto_reply) return;
    if (!std::ranges::any_of(readers(plan, plan.messages[message.parent]), is_list)) return;
    const bool to_list = std::ranges::any_of(readers(plan, message), is_list);
    ++(to_list ? with : without);
  });
  EXPECT_GT(with, 30);
  EXPECT_GT(without, 30);
}

}  // namespace

}  // namespace haymaker::threads
