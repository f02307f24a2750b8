#include "job/workers.h"

#include <gtest/gtest.h>

#include <atomic>

#include "job/test_run.h"
#include "sink/scratch.h"

namespace haymaker::job {
namespace {

using sink::ScratchDirectory;

std::unique_ptr<Run> start_lent(const TestSource& source, sink::Store& store, unsigned threads) {
  auto run = Run::start(source, store, test_recipe(source.count(), kTar), {0, source.count()},
                        {.threads = threads, .own = false});
  if (!run) throw std::runtime_error(to_string(run.error()));
  return std::move(*run);
}

TEST(Workers, MakeTheFilesOfARunWithThreadsOfItsOwn) {
  const ScratchDirectory scratch;
  const TestSource source(kMessages);
  const auto store = open_directory(scratch.path());
  Workers workers(3);
  const auto run = start_lent(source, *store, workers.threads());
  {
    const Workers::Share share(workers, *run);
    ASSERT_TRUE(run->wait_for(std::chrono::seconds(60)));
  }
  ASSERT_TRUE(run->finish().has_value());
  EXPECT_TRUE(sink::read_tree(scratch.path()) == undisturbed(kTar));
}

TEST(Workers, TakeThePartsOfTwoRunsInTurn) {
  const ScratchDirectory first_place;
  const ScratchDirectory second_place;
  std::vector<char> order;  // Written by the one worker alone.
  std::atomic<bool> go = false;
  const auto note = [&](char name) {
    return [&order, &go, name](std::uint64_t i) {
      go.wait(false);
      if (i % kPartUnit == 0) order.push_back(name);
    };
  };
  const TestSource first(3 * kPartUnit, note('a'));
  const TestSource second(3 * kPartUnit, note('b'));
  const auto first_store = open_directory(first_place.path());
  const auto second_store = open_directory(second_place.path());
  Workers workers(1);
  const auto a = start_lent(first, *first_store, 1);
  const auto b = start_lent(second, *second_store, 1);
  {
    const Workers::Share share_a(workers, *a);
    const Workers::Share share_b(workers, *b);
    go = true;
    go.notify_all();
    ASSERT_TRUE(a->wait_for(std::chrono::seconds(60)));
    ASSERT_TRUE(b->wait_for(std::chrono::seconds(60)));
  }
  // Whichever came first: from then on they alternate.
  ASSERT_EQ(order.size(), 6U);
  for (std::size_t i = 1; i < order.size(); ++i) EXPECT_NE(order[i], order[i - 1]) << i;
}

TEST(Workers, LeaveARunThatIsCancelledAndGoOnWithTheOthers) {
  const ScratchDirectory first_place;
  const ScratchDirectory second_place;
  std::atomic<bool> reached = false;
  const TestSource first(kMessages, [&](std::uint64_t) {
    reached = true;
    reached.notify_all();
  });
  const TestSource second(2 * kPartUnit);
  const auto first_store = open_directory(first_place.path());
  const auto second_store = open_directory(second_place.path());
  Workers workers(2);
  const auto a = start_lent(first, *first_store, 2);
  const auto b = start_lent(second, *second_store, 2);
  {
    const Workers::Share share_a(workers, *a);
    const Workers::Share share_b(workers, *b);
    reached.wait(false);
    a->cancel();
    ASSERT_TRUE(a->wait_for(std::chrono::seconds(60)));
    ASSERT_TRUE(b->wait_for(std::chrono::seconds(60)));
  }
  EXPECT_EQ(a->finish().error().code, ErrorCode::cancelled);
  EXPECT_EQ(b->finish()->digest, sum_of_digests({0, 2 * kPartUnit}));
}

}  // namespace
}  // namespace haymaker::job
