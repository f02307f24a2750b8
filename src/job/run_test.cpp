#include "job/run.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "job/test_run.h"
#include "sink/scratch.h"

namespace haymaker::job {
namespace {

using sink::ScratchDirectory;

TEST(Run, LeavesMailIndexReceiptsAndManifest) {
  const ScratchDirectory scratch;
  const auto totals = run(scratch.path(), test_recipe(kMessages, kTarZstd), kAll);
  ASSERT_TRUE(totals.has_value()) << to_string(totals.error());
  EXPECT_EQ(totals->messages, kMessages);
  EXPECT_EQ(totals->parts, 11U);
  EXPECT_EQ(totals->digest, sum_of_digests(kAll));
  const Files files = sink::read_tree(scratch.path());
  EXPECT_EQ(files.size(), 11U * 3 + 2);
  EXPECT_TRUE(files.contains("mail/part-00010.tar.zst"));
  EXPECT_TRUE(files.contains("index/part-00010.csv.zst"));
  EXPECT_TRUE(files.contains("index/part-00010.json"));
  EXPECT_TRUE(files.contains("index/job.json"));

  const auto manifest = parse_manifest(files.at("manifest.json"));
  ASSERT_TRUE(manifest.has_value()) << to_string(manifest.error());
  EXPECT_EQ(manifest->recipe, test_recipe(kMessages, kTarZstd));
  EXPECT_EQ(manifest->range, kAll);
  EXPECT_EQ(manifest->totals, *totals);
  EXPECT_EQ(manifest->parts.back().part, (Part{"part-00010", {10 * kPartUnit, 100}}));
  EXPECT_EQ(manifest->parts.back().file_bytes, files.at("mail/part-00010.tar.zst").size());
}

TEST(Run, WritesAnIndexRowForEachMessageInOrder) {
  if (!sink::has_program("zstd")) GTEST_SKIP() << "needs zstd as the judge";
  const ScratchDirectory scratch;
  ASSERT_TRUE(run(scratch.path(), test_recipe(kMessages, kObjects), kAll).has_value());
  const std::string csv =
      sink::run_shell("zstd -dcq " + (scratch.path() / "index/part-00010.csv.zst").string()).output;
  const TestSource source(kMessages);
  const auto renderer = source.new_renderer();
  std::string expected = "uid,path,message_id,date,bytes,digest\n";
  Rendered message;
  for (std::uint64_t i = 10 * kPartUnit; i < kMessages; ++i) {
    renderer->render(MessageIndex{i}, message);
    Buffer row;
    append_hex(message.uid, 16, row);
    row.append(",mail/");
    append_hex(message.uid >> 56, 2, row);
    row.append('/');
    append_hex(message.uid, 16, row);
    row.append(".eml,");
    row.append(message.message_id);
    row.append(',');
    append_iso_time(message.date, row);
    row.append(',');
    append_decimal(std::uint64_t{message.bytes.size()}, row);
    expected.append(row.view()).append("," + to_string(message.digest) + "\n");
    EXPECT_EQ(sink::read_file(scratch.path() / std::string(row.view().substr(17, 28))),
              message.bytes);
  }
  EXPECT_EQ(csv, expected);
}

TEST(Run, MakesTheSameFilesWhateverTheCrew) {
  for (const sink::Packaging packaging : {kTarZstd, kObjects}) {
    const Files expected = undisturbed(packaging);
    for (const Crew crew : {Crew{2, sink::Writing::in_line}, Crew{1, sink::Writing::behind},
                            Crew{5, sink::Writing::behind}}) {
      const ScratchDirectory scratch;
      ASSERT_TRUE(run(scratch.path(), test_recipe(kMessages, packaging), kAll, crew));
      EXPECT_TRUE(sink::read_tree(scratch.path()) == expected) << crew.threads << " threads";
    }
  }
}

TEST(Run, CountsWithoutWritingWhereTheStoreDiscards) {
  const TestSource source(kMessages);
  const auto store = open_directory("null:");
  auto started =
      job::Run::start(source, *store, test_recipe(kMessages, kTar), kAll, {.threads = 2});
  ASSERT_TRUE(started.has_value());
  const auto totals = (*started)->finish();
  ASSERT_TRUE(totals.has_value());
  EXPECT_EQ(totals->digest, sum_of_digests(kAll));
  EXPECT_EQ((*started)->progress().messages_done, kMessages);
  EXPECT_EQ((*started)->progress().bytes, totals->bytes);
}

// The real thing: a process that is killed without a chance to clean up.
void run_and_be_killed(const std::filesystem::path& path, const Recipe& recipe,
                       std::uint64_t at_message) {
  const pid_t child = ::fork();
  if (child == 0) {
    const TestSource source(recipe.messages, [=](std::uint64_t i) {
      if (i == at_message) ::kill(::getpid(), SIGKILL);
    });
    const auto store = open_directory(path);
    auto started = job::Run::start(source, *store, recipe, {0, recipe.messages}, {.threads = 1});
    ::_exit(started && (*started)->finish() ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  ASSERT_TRUE(WIFSIGNALED(status));
}

TEST(Run, ResumesAfterAKillWithTheFilesOfAnUndisturbedRun) {
  for (const sink::Packaging packaging : {kTarZstd, kTar, kObjects}) {
    const ScratchDirectory scratch;
    const Recipe recipe = test_recipe(kMessages, packaging);
    run_and_be_killed(scratch.path(), recipe, 5 * kPartUnit + 700);
    EXPECT_FALSE(std::filesystem::exists(scratch.path() / "manifest.json"));
    EXPECT_TRUE(std::filesystem::exists(scratch.path() / "index/part-00004.json"));
    EXPECT_FALSE(std::filesystem::exists(scratch.path() / "index/part-00005.json"));

    std::atomic<std::uint64_t> rendered = 0;
    const TestSource source(kMessages, [&](std::uint64_t) { ++rendered; });
    const auto store = open_directory(scratch.path());
    auto started = job::Run::start(source, *store, recipe, kAll, {.threads = 2});
    ASSERT_TRUE(started.has_value()) << to_string(started.error());
    EXPECT_EQ((*started)->progress().messages_found, 5 * kPartUnit);
    ASSERT_TRUE((*started)->finish().has_value());
    EXPECT_EQ(rendered, kMessages - 5 * kPartUnit);
    EXPECT_TRUE(sink::read_tree(scratch.path()) == undisturbed(packaging));
  }
}

TEST(Run, MakesAPartAgainWhoseFilesWereHarmed) {
  const ScratchDirectory scratch;
  const Recipe recipe = test_recipe(kMessages, kTar);
  ASSERT_TRUE(run(scratch.path(), recipe, kAll).has_value());
  std::filesystem::remove(scratch.path() / "mail/part-00001.tar");
  std::filesystem::resize_file(scratch.path() / "mail/part-00002.tar", 1'000);
  std::filesystem::remove(scratch.path() / "index/part-00003.csv.zst");
  std::ofstream(scratch.path() / "index/part-00004.json") << "{\"part\":";
  const TestSource source(kMessages);
  const auto store = open_directory(scratch.path());
  auto started = job::Run::start(source, *store, recipe, kAll, {.threads = 2});
  ASSERT_TRUE(started.has_value());
  EXPECT_EQ((*started)->progress().messages_found, kMessages - 4 * kPartUnit);
  ASSERT_TRUE((*started)->finish().has_value());
  EXPECT_TRUE(sink::read_tree(scratch.path()) == undisturbed(kTar));
}

TEST(Run, GoesOnWhereAFullDiskStoppedIt) {
  const Recipe recipe = test_recipe(kMessages, kTar);
  for (const sink::Writing writing : {sink::Writing::in_line, sink::Writing::behind}) {
    const sink::SmallDisk disk(2'200'000);  // All parts take about 9 MB.
    if (!disk.mounted()) GTEST_SKIP() << "needs root to mount a small disk";
    const auto full = run(disk.path(), recipe, kAll, {1, writing});
    ASSERT_FALSE(full.has_value());
    EXPECT_EQ(full.error().code, ErrorCode::no_space);
    EXPECT_FALSE(std::filesystem::exists(disk.path() / "manifest.json"));
    EXPECT_TRUE(std::filesystem::exists(disk.path() / "index/part-00000.json"));
    for (const auto& [name, bytes] : sink::read_tree(disk.path())) {
      EXPECT_FALSE(name.ends_with(".partial")) << name;
    }
    ASSERT_TRUE(disk.remount("size=40000000", false));
    ASSERT_TRUE(run(disk.path(), recipe, kAll).has_value());
    EXPECT_TRUE(sink::read_tree(disk.path()) == undisturbed(kTar));
  }
}

TEST(Run, StopsWithinAPartWhenCancelledAndResumes) {
  const ScratchDirectory scratch;
  const Recipe recipe = test_recipe(kMessages, kTar);
  job::Run* running = nullptr;
  std::atomic<bool> ready = false;
  const TestSource source(kMessages, [&](std::uint64_t i) {
    ready.wait(false);
    if (i == 3 * kPartUnit + 5) running->cancel();
  });
  {
    const auto store = open_directory(scratch.path());
    auto started = job::Run::start(source, *store, recipe, kAll, {.threads = 1});
    ASSERT_TRUE(started.has_value());
    running = started->get();
    ready = true;
    ready.notify_all();
    const auto totals = (*started)->finish();
    ASSERT_FALSE(totals.has_value());
    EXPECT_EQ(totals.error().code, ErrorCode::cancelled);
    EXPECT_EQ((*started)->progress().messages_done, 3 * kPartUnit);
  }
  EXPECT_FALSE(std::filesystem::exists(scratch.path() / "manifest.json"));
  ASSERT_TRUE(run(scratch.path(), recipe, kAll).has_value());
  EXPECT_TRUE(sink::read_tree(scratch.path()) == undisturbed(kTar));
}

TEST(Run, RefusesAPlaceThatHoldsSomethingElse) {
  const ScratchDirectory scratch;
  std::ofstream(scratch.path() / "thesis.tex") << "x";
  const auto refused = run(scratch.path(), test_recipe(kMessages, kTar), kAll);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, ErrorCode::exists);
  EXPECT_EQ(refused.error().where, scratch.path().string());
  EXPECT_EQ(sink::read_tree(scratch.path()).size(), 1U);
}

TEST(Run, RefusesAPlaceOfAnotherSpecAndSaysWhatDiffers) {
  const ScratchDirectory scratch;
  ASSERT_TRUE(run(scratch.path(), test_recipe(kMessages, kTar), kAll).has_value());
  Recipe other = test_recipe(kMessages, kTar);
  other.spec_digest = "ffff";
  const auto refused = run(scratch.path(), other, kAll);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, ErrorCode::exists);
  EXPECT_NE(refused.error().message.find("spec digest 0123456789abcdef0123456789abcdef, not ffff"),
            std::string::npos);
  EXPECT_NE(run(scratch.path(), test_recipe(kMessages, kTarZstd), kAll)
                .error()
                .message.find("compression none, not zstd"),
            std::string::npos);
}

TEST(Run, RefusesTheReceiptOfAnotherSpec) {
  const ScratchDirectory scratch;
  const Recipe recipe = test_recipe(kMessages, kTar);
  ASSERT_TRUE(run(scratch.path(), recipe, kAll).has_value());
  const auto path = scratch.path() / "index/part-00002.json";
  auto receipt = parse_receipt(sink::read_file(path));
  ASSERT_TRUE(receipt.has_value());
  receipt->spec_digest = "ffff";
  std::ofstream(path) << to_json(*receipt);
  const auto refused = run(scratch.path(), recipe, kAll);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, ErrorCode::exists);
  EXPECT_EQ(refused.error().where, path.string());
}

TEST(Run, RefusesASecondRunOverTheSameMessagesAtTheSameTime) {
  const ScratchDirectory scratch;
  const Recipe recipe = test_recipe(kMessages, kTar);
  std::atomic<bool> go = false;
  const TestSource source(kMessages, [&](std::uint64_t) { go.wait(false); });
  const auto store = open_directory(scratch.path());
  auto started = job::Run::start(source, *store, recipe, kAll, {.threads = 1});
  ASSERT_TRUE(started.has_value());
  const auto refused = run(scratch.path(), recipe, {5 * kPartUnit, 10});
  go = true;
  go.notify_all();
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, ErrorCode::exists);
  EXPECT_TRUE((*started)->finish().has_value());
}

TEST(Follow, KeepsTheStatusUpToTheEnd) {
  const ScratchDirectory scratch;
  const TestSource source(kMessages);
  const auto store = open_directory(scratch.path());
  auto started =
      job::Run::start(source, *store, test_recipe(kMessages, kTar), kAll, {.threads = 2});
  ASSERT_TRUE(started.has_value());
  StatusFile status(*store, "status.txt", "smoke", 1'000);
  std::uint64_t last = 0;
  ASSERT_TRUE(follow(
                  **started, status, [] { return UnixSeconds{1'010}; },
                  [&](const Progress& progress) { last = progress.messages_done; })
                  .has_value());
  EXPECT_EQ(last, kMessages);
  const auto found = parse_status(sink::read_file(scratch.path() / "status.txt"));
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->state, State::completed);
  EXPECT_EQ(found->messages_done, kMessages);
  EXPECT_EQ(found->rate, kMessages / 10);
  EXPECT_EQ(found->eta_s, 0U);
}

TEST(Follow, SaysThatTheRunWasCancelled) {
  const ScratchDirectory scratch;
  std::atomic<bool> go = false;
  const TestSource source(kMessages, [&](std::uint64_t) { go.wait(false); });
  const auto store = open_directory(scratch.path());
  auto started =
      job::Run::start(source, *store, test_recipe(kMessages, kTar), kAll, {.threads = 2});
  ASSERT_TRUE(started.has_value());
  StatusFile status(*store, "status.txt", "smoke", 1'000);
  const auto totals = follow(
      **started, status, [] { return UnixSeconds{1'010}; },
      [&](const Progress&) {
        (*started)->cancel();
        go = true;
        go.notify_all();
      });
  EXPECT_EQ(totals.error().code, ErrorCode::cancelled);
  const auto found = parse_status(sink::read_file(scratch.path() / "status.txt"));
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->state, State::cancelled);
  EXPECT_EQ(found->messages_done, 0U);
  EXPECT_EQ(found->error,
            scratch.path().string() + ": stopped as asked; run the same command again to go on");
}

}  // namespace
}  // namespace haymaker::job
