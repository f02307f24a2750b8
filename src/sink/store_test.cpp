#include "sink/store.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <functional>

#include "sink/package.h"
#include "sink/scratch.h"

namespace haymaker::sink {
namespace {

constexpr Packaging kTar{Package::tar, Compression::none, 1};
constexpr Packaging kObjects{Package::objects, Compression::none, 1};

// Appends until the store refuses, and returns what it says.
Error fill(Store& store, Packaging packaging, Writing writing = Writing::in_line) {
  auto part = open_part(store, packaging, "part-00000", writing);
  if (!part) return part.error();
  const std::string bytes(50'000, 'x');
  for (std::uint64_t i = 0; i < 1'000; ++i) {
    if (auto done = (*part)->append({.uid = i << 56 | i, .date = 0, .bytes = bytes}); !done) {
      return done.error();
    }
  }
  auto done = (*part)->finish();
  return done ? Error{ErrorCode::io, "fifty megabytes went in", ""} : done.error();
}

// Runs `act` in a process of its own, so that limits and users do not outlast it, and says whether
// it returned true.
bool in_a_child(const std::function<bool()>& act) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(act() ? 0 : 1);
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

TEST(DirectoryStore, GivesBackWhatWasPut) {
  const ScratchDirectory scratch;
  auto store = open_store((scratch.path() / "a" / "b").string(), Durability::synced);
  ASSERT_TRUE(store.has_value());
  EXPECT_FALSE((*store)->discards());
  ASSERT_TRUE(put(**store, "status.txt", "state: RUNNING\n").has_value());
  ASSERT_TRUE(put(**store, "status.txt", "state: COMPLETED\n").has_value());
  ASSERT_TRUE(put(**store, "index/b", "2").has_value());
  ASSERT_TRUE(put(**store, "index/a", "1").has_value());
  EXPECT_EQ((*store)->get("status.txt"), "state: COMPLETED\n");
  EXPECT_EQ((*store)->size("index/b"), 1U);
  EXPECT_EQ((*store)->list("index"), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ((*store)->list(""), (std::vector<std::string>{"index", "status.txt"}));
  EXPECT_EQ((*store)->list("nowhere"), std::vector<std::string>());
  EXPECT_EQ((*store)->get("nothing").error().code, ErrorCode::not_found);
  EXPECT_EQ((*store)->size("nothing").error().code, ErrorCode::not_found);
}

TEST(DirectoryStore, ShowsNothingOfAPartThatIsNotFinished) {
  const ScratchDirectory scratch;
  auto store = open_store(scratch.path().string(), Durability::cached);
  ASSERT_TRUE(store.has_value());
  for (const Packaging packaging : {kTar, kObjects}) {
    {
      auto part = open_part(**store, packaging, "part-00000", Writing::in_line);
      ASSERT_TRUE(part.has_value());
      ASSERT_TRUE((*part)->append({.uid = 7, .date = 0, .bytes = "a\r\n"}).has_value());
      EXPECT_EQ((*store)->get("mail/part-00000.tar").error().code, ErrorCode::not_found);
    }
    EXPECT_TRUE(read_tree(scratch.path()).empty());
  }
}

TEST(DirectoryStore, KeepsTheOlderObjectUntilTheNewOneIsWhole) {
  const ScratchDirectory scratch;
  auto store = open_store(scratch.path().string(), Durability::cached);
  ASSERT_TRUE(store.has_value());
  ASSERT_TRUE(put(**store, "manifest.json", "old").has_value());
  {
    auto object = (*store)->create("manifest.json");
    ASSERT_TRUE(object.has_value());
    ASSERT_TRUE((*object)->append("new").has_value());
  }
  EXPECT_EQ((*store)->get("manifest.json"), "old");
}

TEST(DirectoryStore, LetsOneRunAtATimeClaimAMessage) {
  const ScratchDirectory scratch;
  auto one = open_store(scratch.path().string(), Durability::cached);
  auto two = open_store(scratch.path().string(), Durability::cached);
  ASSERT_TRUE(one.has_value() && two.has_value());
  ASSERT_TRUE(put(**one, "index/job.json", "{}").has_value());
  {
    const auto claim = (*one)->claim("index/job.json", 1'000, 1'000);
    ASSERT_TRUE(claim.has_value());
    EXPECT_TRUE((*two)->claim("index/job.json", 0, 1'000).has_value());
    EXPECT_TRUE((*two)->claim("index/job.json", 2'000, 1'000).has_value());
    const auto refused = (*two)->claim("index/job.json", 1'999, 1);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, ErrorCode::exists);
    EXPECT_EQ(refused.error().where, scratch.path().string());
  }
  EXPECT_TRUE((*two)->claim("index/job.json", 1'999, 1).has_value());
}

TEST(DirectoryStore, SaysThatAFileIsInTheWay) {
  const ScratchDirectory scratch;
  std::ofstream(scratch.path() / "taken") << "x";
  const auto at = open_store((scratch.path() / "taken").string(), Durability::cached);
  ASSERT_FALSE(at.has_value());
  EXPECT_EQ(at.error().code, ErrorCode::bad_input);
  const auto below = open_store((scratch.path() / "taken" / "out").string(), Durability::cached);
  ASSERT_FALSE(below.has_value());
  EXPECT_EQ(below.error().code, ErrorCode::bad_input);
  EXPECT_EQ(below.error().where, (scratch.path() / "taken" / "out").string());
}

TEST(DirectoryStore, SaysThatTheFileLimitIsReachedAndLeavesNothing) {
  const ScratchDirectory scratch;
  EXPECT_TRUE(in_a_child([&] {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1'000'000, 1'000'000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    auto store = open_store(scratch.path().string(), Durability::cached);
    return store && fill(**store, kTar).code == ErrorCode::no_space;
  }));
  EXPECT_TRUE(read_tree(scratch.path()).empty());
}

TEST(DirectoryStore, SaysThatTheDiskIsFullAndLeavesNothing) {
  const SmallDisk disk(4'000'000);
  if (!disk.mounted()) GTEST_SKIP() << "needs root to mount a small disk";
  auto store = open_store(disk.path().string(), Durability::cached);
  ASSERT_TRUE(store.has_value());
  const auto cases = {std::pair(kTar, Writing::in_line), std::pair(kTar, Writing::behind),
                      std::pair(kObjects, Writing::in_line)};
  for (const auto& [packaging, writing] : cases) {
    const Error error = fill(**store, packaging, writing);
    EXPECT_EQ(error.code, ErrorCode::no_space) << to_string(error);
    EXPECT_TRUE(error.where.starts_with(disk.path().string() + "/mail/")) << error.where;
    EXPECT_TRUE(read_tree(disk.path()).empty());
  }
}

TEST(DirectoryStore, SaysThatTheDiskIsReadOnly) {
  const SmallDisk disk(4'000'000);
  if (!disk.mounted()) GTEST_SKIP() << "needs root to mount a small disk";
  ASSERT_TRUE(disk.remount("", true));
  auto store = open_store(disk.path().string(), Durability::cached);
  ASSERT_TRUE(store.has_value());
  const Error error = fill(**store, kTar);
  EXPECT_EQ(error.code, ErrorCode::denied);
  EXPECT_NE(error.message.find("read-only"), std::string::npos);
}

TEST(DirectoryStore, SaysThatPermissionIsDenied) {
  const ScratchDirectory scratch;
  ASSERT_EQ(::chmod(scratch.path().c_str(), 0555), 0);
  EXPECT_TRUE(in_a_child([&] {
    constexpr uid_t kNobody = 65'534;
    if (::getuid() == 0 && ::setuid(kNobody) != 0) return false;
    auto store = open_store(scratch.path().string(), Durability::cached);
    return store && fill(**store, kTar).code == ErrorCode::denied &&
           fill(**store, kObjects).code == ErrorCode::denied;
  }));
}

TEST(NullStore, CountsAndKeepsNothing) {
  auto store = open_store("null:", Durability::cached);
  ASSERT_TRUE(store.has_value());
  EXPECT_TRUE((*store)->discards());
  auto part = open_part(**store, kTar, "part-00000", Writing::in_line);
  ASSERT_TRUE(part.has_value());
  ASSERT_TRUE((*part)->append({.uid = 7, .date = 0, .bytes = "abc\r\n"}).has_value());
  EXPECT_EQ((*part)->finish(), 5U);
  EXPECT_EQ((*store)->get("mail/part-00000.tar").error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace haymaker::sink
