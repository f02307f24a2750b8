#include "job/status.h"

#include <gtest/gtest.h>

#include "job/status_file.h"
#include "sink/scratch.h"

namespace haymaker::job {
namespace {

constexpr UnixSeconds kStart = 1'741'166'047;  // 2025-03-05T09:14:07Z

TEST(Status, ReadsAsNamedLinesWithTheStateFirst) {
  Status status{.state = State::running, .job = "smoke\nof today", .eta_s = {}, .error = ""};
  status.started = kStart;
  apply({.messages_done = 600,
         .messages_total = 1'000,
         .messages_found = 100,
         .bytes = 2'400'000,
         .parts_done = 5,
         .parts_total = 10},
        kStart + 20, status);
  Buffer text;
  append_status(status, text);
  EXPECT_EQ(text.view(),
            "state: RUNNING\n"
            "job: smoke of today\n"
            "messages_done: 600\n"
            "messages_total: 1000\n"
            "bytes: 2400000\n"
            "rate: 25\n"
            "eta_s: 16\n"
            "started: 2025-03-05T09:14:07Z\n"
            "updated: 2025-03-05T09:14:27Z\n"
            "shards_done: 5\n"
            "shards_total: 10\n"
            "attempt: 1\n"
            "error: \n");
}

TEST(Status, ParsesWhatItAppends) {
  Status status{.state = State::failed, .job = "a: b", .eta_s = {}, .error = "disk: full"};
  status.started = kStart;
  status.attempt = 3;
  Buffer text;
  append_status(status, text);
  EXPECT_EQ(parse_status(text.view()), status);
  status.eta_s = 0;
  text.clear();
  append_status(status, text);
  text.append("added_later: 7\n");
  EXPECT_EQ(parse_status(text.view()), status);
}

TEST(Status, SaysWhichLineDoesNotParse) {
  const Status status{.job = "j", .eta_s = {}, .error = ""};
  Buffer buffer;
  append_status(status, buffer);
  const std::string good(buffer.view());
  const auto with = [&](std::string_view from, std::string_view to) {
    std::string bad = good;
    bad.replace(bad.find(from), from.size(), to);
    return parse_status(bad).error().where;
  };
  EXPECT_EQ(with("QUEUED", "QUEUE"), "state");
  EXPECT_EQ(with("bytes: 0", "bytes: -1"), "bytes");
  EXPECT_EQ(with("rate: 0\n", ""), "rate");
  EXPECT_EQ(with("started: 1970-01-01T00", "started: 1970-01-01T24"), "started");
  EXPECT_EQ(with("updated: 1970-01-01T00:00:00Z", "updated: "), "updated");
  EXPECT_EQ(parse_status("").error().where, "state");
}

TEST(Status, KnowsNoTimeLeftBeforeTheFirstMessage) {
  Status status;
  apply({.messages_done = 100, .messages_total = 1'000, .messages_found = 100}, 5, status);
  EXPECT_FALSE(status.eta_s.has_value());
  apply({.messages_done = 1'000, .messages_total = 1'000, .messages_found = 1'000}, 5, status);
  EXPECT_EQ(status.eta_s, 0U);
}

// Counts how often the file is replaced: each time it is another one.
std::size_t writes_over(UnixSeconds seconds, std::uint64_t messages) {
  const sink::ScratchDirectory scratch;
  auto store = sink::open_store(scratch.path().string(), sink::Durability::cached);
  StatusFile file(**store, "status.txt", "job", kStart);
  std::size_t writes = 0;
  std::string last;
  constexpr UnixSeconds kTicks = 10;  // A second.
  for (UnixSeconds tick = 0; tick <= seconds * kTicks; ++tick) {
    const auto done =
        messages * static_cast<std::uint64_t>(tick) / static_cast<std::uint64_t>(seconds * kTicks);
    EXPECT_TRUE(file.update({.messages_done = done,
                             .messages_total = messages,
                             .bytes = static_cast<std::uint64_t>(tick)},
                            kStart + tick / kTicks)
                    .has_value());
    const std::string now = sink::read_file(scratch.path() / "status.txt");
    writes += now != last ? 1 : 0;
    last = now;
  }
  return writes;
}

TEST(StatusFile, IsWrittenOnceASecondAtMost) {
  EXPECT_EQ(writes_over(10, 1'000'000), 11U);  // Including the change to RUNNING.
}

TEST(StatusFile, IsWrittenAboutTwoHundredTimesAtMost) {
  const std::size_t writes = writes_over(1'000, 1'000'000);
  EXPECT_GE(writes, 150U);
  EXPECT_LE(writes, 201U);
}

TEST(StatusFile, CountsTheAttempts) {
  const sink::ScratchDirectory scratch;
  auto store = sink::open_store(scratch.path().string(), sink::Durability::cached);
  {
    StatusFile first(**store, "status.txt", "job", kStart);
    ASSERT_TRUE(first.update({.messages_total = 10}, kStart).has_value());
    ASSERT_TRUE(first.change(State::failed, {.messages_total = 10}, kStart, "full").has_value());
  }
  StatusFile second(**store, "status.txt", "job", kStart + 60);
  ASSERT_TRUE(second.update({.messages_total = 10}, kStart + 60).has_value());
  const auto status = parse_status(*(*store)->get("status.txt"));
  ASSERT_TRUE(status.has_value());
  EXPECT_EQ(status->attempt, 2U);
  EXPECT_EQ(status->state, State::running);
  EXPECT_EQ(status->error, "");
}

}  // namespace
}  // namespace haymaker::job
