#include "notify/translate.h"

#include <gtest/gtest.h>

namespace haymaker::notify {
namespace {

job::Status status(job::State state, std::uint64_t done) {
  job::Status status;
  status.state = state;
  status.job = "a1";
  status.messages_done = done;
  status.messages_total = 1'000;
  return status;
}

TEST(Translate, TellsOfANewJobAndOfOneThatIsDeleted) {
  const job::Status queued = status(job::State::queued, 0);
  EXPECT_EQ(translate(nullptr, &queued)->change, Change::created);
  EXPECT_EQ(translate(nullptr, &queued)->id, "a1/1/QUEUED/0");
  EXPECT_EQ(translate(&queued, nullptr)->change, Change::deleted);
  EXPECT_EQ(translate(&queued, nullptr)->id, "a1/1/deleted/0");
  EXPECT_FALSE(translate(nullptr, nullptr).has_value());
}

TEST(Translate, TellsAStateBeforeProgress) {
  const job::Status before = status(job::State::running, 900);
  const job::Status after = status(job::State::completed, 1'000);
  const auto event = translate(&before, &after);
  ASSERT_TRUE(event.has_value());
  EXPECT_EQ(event->change, Change::state);
  EXPECT_EQ(event->id, "a1/1/COMPLETED/1000");
  EXPECT_EQ(event->status, after);
}

TEST(Translate, TellsProgressAndANewAttemptButNotTime) {
  const job::Status before = status(job::State::running, 1);
  job::Status after = before;
  after.updated = 17;
  after.rate = 5;
  EXPECT_FALSE(translate(&before, &after).has_value());
  after.messages_done = 2;
  EXPECT_EQ(translate(&before, &after)->change, Change::progress);
  after.attempt = 2;
  EXPECT_EQ(translate(&before, &after)->change, Change::state);
}

TEST(Event, IsWrittenAsTheContractSays) {
  const job::Status queued = status(job::State::queued, 0);
  EXPECT_EQ(to_json(*translate(nullptr, &queued)),
            R"({"type":"job","id":"a1/1/QUEUED/0","change":"created","job":"a1","status":)"
            R"({"state":"QUEUED","messages_done":0,"messages_total":1000,"bytes":0,"rate":0,)"
            R"("eta_s":null,"started":"1970-01-01T00:00:00Z","updated":"1970-01-01T00:00:00Z",)"
            R"("shards_done":0,"shards_total":0,"attempt":1,"error":null}})");
}

}  // namespace
}  // namespace haymaker::notify
