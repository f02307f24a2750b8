#include "job/service.h"

#include <gtest/gtest.h>

#include <atomic>
#include <mutex>

#include "job/test_run.h"
#include "sink/scratch.h"

namespace haymaker::job {
namespace {

using sink::ScratchDirectory;

// A service in a scratch directory, and what it told.
class Bench {
 public:
  explicit Bench(std::filesystem::path data, unsigned most_running = 2) {
    Service::Options options;
    options.data = std::move(data);
    options.threads = 2;
    options.most_running = most_running;
    options.now = [] { return UnixSeconds{1'741'166'047}; };
    options.new_id = [] { return "job" + std::to_string(++last_id); };
    options.tell = [this](const Status* before, const Status* after) { hear(before, after); };
    auto opened = Service::open(std::move(options));
    if (!opened) throw std::runtime_error(to_string(opened.error()));
    service_ = std::move(*opened);
  }

  Service& operator*() { return *service_; }
  Service* operator->() { return service_.get(); }

  std::string create(std::uint64_t messages, sink::Package package = sink::Package::tar) {
    Order order;
    order.spec = *corpus::preset("smoke");
    order.spec.count = messages;
    order.packaging.package = package;
    return service_->create(order, {})->record.id;
  }

  // Waits until a job has been told to be in one of the states.
  State wait_for(const std::string& id, std::initializer_list<State> states) {
    std::unique_lock lock(mutex_);
    const auto there = [&] { return std::ranges::find(states, states_[id]) != states.end(); };
    if (!changed_.wait_for(lock, std::chrono::seconds(120), there)) ADD_FAILURE() << "too late";
    return states_[id];
  }
  State wait_for_end(const std::string& id) {
    return wait_for(id, {State::completed, State::failed, State::cancelled});
  }
  std::vector<std::string> told() {
    const std::lock_guard lock(mutex_);
    return told_;
  }

 private:
  void hear(const Status* before, const Status* after) {
    const std::lock_guard lock(mutex_);
    const std::string id = after != nullptr ? after->job : before->job;
    const std::string line = id + " " +
                             (before != nullptr ? std::string(name(before->state)) : "-") + " " +
                             (after != nullptr ? std::string(name(after->state)) : "-");
    if (told_.empty() || told_.back() != line) told_.push_back(line);
    if (after != nullptr) states_[id] = after->state;
    changed_.notify_all();
  }

  static inline std::atomic<int> last_id = 0;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::string, State> states_;
  std::vector<std::string> told_;
  std::unique_ptr<Service> service_;
};

std::string digest_of(std::uint64_t messages) {
  const ScratchDirectory scratch;
  Bench bench(scratch.path());
  const std::string id = bench.create(messages);
  bench.wait_for_end(id);
  return bench->find(id)->digest;
}

TEST(Service, TakesAJobFromItsOrderToItsManifestAndKey) {
  const ScratchDirectory scratch;
  Bench bench(scratch.path());
  const std::string id = bench.create(2'000);
  EXPECT_EQ(bench.wait_for_end(id), State::completed);
  const auto record = bench->find(id);
  ASSERT_TRUE(record.has_value());
  EXPECT_EQ(record->status.messages_done, 2'000U);
  EXPECT_EQ(record->status.error, "");
  const auto manifest =
      parse_manifest(sink::read_file(bench->places().corpus(id) / "manifest.json"));
  ASSERT_TRUE(manifest.has_value());
  EXPECT_EQ(to_string(manifest->totals.digest), record->digest);
  EXPECT_TRUE(std::filesystem::exists(bench->places().truth(id) / "truth.json"));
  const auto status = parse_status(sink::read_file(bench->places().corpus(id) / "status.txt"));
  EXPECT_EQ(status, record->status);
  EXPECT_EQ(bench.told().front(), id + " - QUEUED");
  EXPECT_EQ(bench.told().back(), id + " RUNNING COMPLETED");
}

TEST(Service, KeepsTheKeyFromEverybodyButItsOwner) {
  const ScratchDirectory scratch;
  Bench bench(scratch.path());
  const std::string id = bench.create(1'000);
  bench.wait_for_end(id);
  EXPECT_EQ(std::filesystem::status(bench->places().truth(id)).permissions(),
            std::filesystem::perms::owner_all);
}

TEST(Service, RunsAsManyJobsAtATimeAsItMayAndTheOthersInTheirOrder) {
  const ScratchDirectory scratch;
  Bench bench(scratch.path(), 1);
  std::vector<std::string> ids;
  for (int i = 0; i < 3; ++i) ids.push_back(bench.create(1'000));
  for (const std::string& id : ids) EXPECT_EQ(bench.wait_for_end(id), State::completed);
  std::vector<std::string> ends;
  for (const std::string& line : bench.told()) {
    if (line.ends_with("RUNNING COMPLETED")) ends.push_back(line.substr(0, line.find(' ')));
  }
  EXPECT_EQ(ends, ids);
}

TEST(Service, CancelsAndResumesToTheSameCorpus) {
  const ScratchDirectory scratch;
  Bench bench(scratch.path());
  const std::string id = bench.create(60'000);
  bench.wait_for(id, {State::running});
  ASSERT_TRUE(bench->cancel(id).has_value());
  EXPECT_EQ(bench.wait_for_end(id), State::cancelled);
  EXPECT_FALSE(std::filesystem::exists(bench->places().corpus(id) / "manifest.json"));
  EXPECT_EQ(bench->cancel(id).error().code, ErrorCode::exists);
  ASSERT_TRUE(bench->resume(id).has_value());
  EXPECT_EQ(bench.wait_for(id, {State::completed, State::failed}), State::completed);
  EXPECT_EQ(bench->resume(id).error().code, ErrorCode::exists);
  EXPECT_EQ(bench->find(id)->digest, digest_of(60'000));
}

TEST(Service, CancelsAQueuedJobAtOnce) {
  const ScratchDirectory scratch;
  Bench bench(scratch.path(), 1);
  const std::string first = bench.create(60'000);
  const std::string second = bench.create(1'000);
  const auto cancelled = bench->cancel(second);
  ASSERT_TRUE(cancelled.has_value());
  EXPECT_EQ(cancelled->status.state, State::cancelled);
  ASSERT_TRUE(bench->cancel(first).has_value());
  EXPECT_EQ(bench.wait_for_end(first), State::cancelled);
}

TEST(Service, ParksWhatRunsAndGoesOnWithItInTheNextProcess) {
  const ScratchDirectory scratch;
  std::string id;
  {
    Bench bench(scratch.path());
    id = bench.create(60'000);
    bench.wait_for(id, {State::running});
  }
  Bench bench(scratch.path());
  EXPECT_EQ(bench.wait_for_end(id), State::completed);
  EXPECT_EQ(bench->find(id)->digest, digest_of(60'000));
}

TEST(Service, RemovesAJobWithItsFilesAndItsKey) {
  const ScratchDirectory scratch;
  Bench bench(scratch.path());
  const std::string id = bench.create(2'000, sink::Package::objects);
  EXPECT_EQ(bench->remove(id).error().code, ErrorCode::exists);
  bench.wait_for_end(id);
  ASSERT_TRUE(bench->remove(id).has_value());
  EXPECT_EQ(bench->find(id).error().code, ErrorCode::not_found);
  const auto gone = [&] {
    return !std::filesystem::exists(bench->places().corpus(id)) &&
           !std::filesystem::exists(bench->places().truth(id));
  };
  for (int i = 0; i < 60'000'000 && !gone(); ++i) std::this_thread::yield();
  EXPECT_TRUE(gone());
}

TEST(Service, RefusesAPlaceThatAnotherOneUses) {
  const ScratchDirectory scratch;
  const Bench bench(scratch.path());
  Service::Options options;
  options.data = scratch.path();
  const auto second = Service::open(std::move(options));
  ASSERT_FALSE(second.has_value());
  EXPECT_EQ(to_string(second.error()), scratch.path().string() + ": is in use by another server");
}

TEST(Service, FailsAJobWhoseDiskIsFullAndResumesItOnceThereIsRoom) {
  const sink::SmallDisk disk(12'000'000);
  if (!disk.mounted()) GTEST_SKIP() << "needs root to mount a small disk";
  Bench bench(disk.path());
  const std::string id = bench.create(5'000);
  EXPECT_EQ(bench.wait_for_end(id), State::failed);
  EXPECT_NE(bench->find(id)->status.error.find("full"), std::string::npos);
  ASSERT_TRUE(disk.remount("size=400000000", false));
  ASSERT_TRUE(bench->resume(id).has_value());
  EXPECT_EQ(bench.wait_for(id, {State::completed}), State::completed);
}

}  // namespace
}  // namespace haymaker::job
