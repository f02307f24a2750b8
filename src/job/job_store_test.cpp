#include "job/job_store.h"

#include <gtest/gtest.h>

#include "job/test_source.h"
#include "sink/scratch.h"

namespace haymaker::job {
namespace {

using sink::ScratchDirectory;

std::unique_ptr<JobStore> open(const std::filesystem::path& file) {
  auto store = JobStore::open(file.string());
  if (!store) throw std::runtime_error(to_string(store.error()));
  return std::move(*store);
}

JobRecord sample(std::string id) {
  JobRecord record;
  record.id = std::move(id);
  record.title = "Über-Test: \"one\"\n";
  record.recipe = test_recipe(5'000, {sink::Package::tar, sink::Compression::zstd, 1});
  record.created = 1'741'166'047;
  record.status.job = record.id;
  record.status.messages_total = 5'000;
  return record;
}

TEST(JobStore, FindsWhatAnEarlierProcessHasWritten) {
  const ScratchDirectory scratch;
  const auto file = scratch.path() / "jobs.sqlite3";
  JobRecord record;
  {
    const auto store = open(file);
    record = store->add(sample("a1"), {})->record;
    record.status.state = State::failed;
    record.status.error = "the disk is full";
    record.status.messages_done = 17;
    record.cancel_asked = true;
    record.digest = "0123456789abcdef0123456789abcdef";
    ASSERT_TRUE(store->save(record).has_value());
  }
  EXPECT_EQ(record.number, 1U);
  EXPECT_EQ(open(file)->find("a1"), record);
}

TEST(JobStore, MakesAnOrderOnceForOneKey) {
  const ScratchDirectory scratch;
  const auto store = open(scratch.path() / "jobs.sqlite3");
  EXPECT_TRUE(store->add(sample("a1"), {"key", "digest"})->is_new);
  const auto again = store->add(sample("a2"), {"key", "digest"});
  ASSERT_TRUE(again.has_value());
  EXPECT_FALSE(again->is_new);
  EXPECT_EQ(again->record.id, "a1");
  EXPECT_EQ(store->add(sample("a3"), {"key", "other"}).error().code, ErrorCode::bad_input);
  EXPECT_TRUE(store->add(sample("a4"), {})->is_new);
  EXPECT_TRUE(store->add(sample("a5"), {})->is_new);
  EXPECT_EQ(store->list(100, 100)->size(), 3U);
}

TEST(JobStore, ListsTheNewestFirstInPages) {
  const ScratchDirectory scratch;
  const auto store = open(scratch.path() / "jobs.sqlite3");
  for (int i = 1; i <= 5; ++i) ASSERT_TRUE(store->add(sample("a" + std::to_string(i)), {}));
  const auto first = store->list(1'000, 2);
  ASSERT_EQ(first->size(), 2U);
  EXPECT_EQ((*first)[0].id, "a5");
  EXPECT_EQ((*first)[1].id, "a4");
  const auto rest = store->list((*first)[1].number, 10);
  ASSERT_EQ(rest->size(), 3U);
  EXPECT_EQ((*rest)[0].id, "a3");
}

TEST(JobStore, KnowsWhatIsUnfinishedOldestFirst) {
  const ScratchDirectory scratch;
  const auto store = open(scratch.path() / "jobs.sqlite3");
  for (const State state : {State::running, State::completed, State::queued, State::cancelled}) {
    JobRecord record = store->add(sample(std::string(name(state))), {})->record;
    record.status.state = state;
    ASSERT_TRUE(store->save(record).has_value());
  }
  const auto unfinished = store->unfinished();
  ASSERT_EQ(unfinished->size(), 2U);
  EXPECT_EQ((*unfinished)[0].id, "RUNNING");
  EXPECT_EQ((*unfinished)[1].id, "QUEUED");
}

TEST(JobStore, LeavesNothingOfAJobThatIsErased) {
  const ScratchDirectory scratch;
  const auto file = scratch.path() / "jobs.sqlite3";
  const auto store = open(file);
  ASSERT_TRUE(store->add(sample("secretid"), {"key", "digest"}).has_value());
  ASSERT_TRUE(store->hide("secretid").has_value());
  EXPECT_EQ(store->find("secretid").error().code, ErrorCode::not_found);
  EXPECT_TRUE(store->list(100, 100)->empty());
  EXPECT_EQ(store->hidden()->size(), 1U);
  EXPECT_EQ(store->add(sample("b"), {"key", "digest"}).error().code, ErrorCode::bad_input);
  ASSERT_TRUE(store->erase("secretid").has_value());
  for (const auto& [name, bytes] : sink::read_tree(scratch.path())) {
    EXPECT_EQ(bytes.find("secretid"), std::string::npos) << name;
  }
}

TEST(JobStore, SaysThatAFileIsNoDatabase) {
  const ScratchDirectory scratch;
  const auto file = scratch.path() / "jobs.sqlite3";
  ASSERT_EQ(sink::run_shell("head -c 5000 /dev/zero | tr '\\0' 'x' > " + file.string()).status, 0);
  const auto store = JobStore::open(file.string());
  ASSERT_FALSE(store.has_value());
  EXPECT_EQ(store.error().code, ErrorCode::corrupt);
  EXPECT_EQ(store.error().where, file.string());
}

}  // namespace
}  // namespace haymaker::job
