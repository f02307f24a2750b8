#include "job/manifest.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "job/test_run.h"

namespace haymaker::job {
namespace {

using sink::ScratchDirectory;

TEST(Shards, JoinIntoTheCorpusOfOneRunWhereTheyEndOnTheGrid) {
  const ScratchDirectory scratch;
  const Recipe recipe = test_recipe(kMessages, kTarZstd);
  // The last shard first: the order does not matter.
  for (const Range range : {Range{8 * kPartUnit, kMessages - 8 * kPartUnit},
                            Range{0, 3 * kPartUnit}, Range{3 * kPartUnit, 5 * kPartUnit}}) {
    EXPECT_FALSE(std::filesystem::exists(scratch.path() / "manifest.json"));
    ASSERT_TRUE(run(scratch.path(), recipe, range).has_value());
  }
  Files files = sink::read_tree(scratch.path());
  EXPECT_EQ(files.erase("manifest-000000000000.json"), 1U);
  EXPECT_EQ(files.erase("manifest-000000003072.json"), 1U);
  const std::string shard = files.at("manifest-000000008192.json");
  EXPECT_EQ(files.erase("manifest-000000008192.json"), 1U);
  EXPECT_TRUE(files == undisturbed(kTarZstd));
  const auto manifest = parse_manifest(shard);
  ASSERT_TRUE(manifest.has_value());
  EXPECT_EQ(manifest->range, (Range{8 * kPartUnit, kMessages - 8 * kPartUnit}));
}

TEST(Shards, JoinFromAnyCutWithTheSameDigest) {
  const ScratchDirectory scratch;
  const Recipe recipe = test_recipe(kMessages, kTar);
  constexpr std::uint64_t kShard = kMessages / 8 + 1;
  for (std::uint64_t first = 0; first < kMessages; first += kShard) {
    ASSERT_TRUE(run(scratch.path(), recipe, {first, std::min(kShard, kMessages - first)}));
  }
  const auto manifest = parse_manifest(sink::read_file(scratch.path() / "manifest.json"));
  ASSERT_TRUE(manifest.has_value());
  EXPECT_EQ(manifest->range, kAll);
  EXPECT_EQ(manifest->totals.digest, sum_of_digests(kAll));
  EXPECT_EQ(manifest->totals.parts, 18U);
}

TEST(Shards, ThatWereMadeApartJoinOnceTheyAreCopiedTogether) {
  const ScratchDirectory one;
  const ScratchDirectory two;
  const Recipe recipe = test_recipe(kMessages, kTar);
  ASSERT_TRUE(run(one.path(), recipe, {0, 2'000}).has_value());
  ASSERT_TRUE(run(two.path(), recipe, {2'000, kMessages - 2'000}).has_value());
  EXPECT_EQ(join_manifests(*open_directory(one.path())), false);
  std::filesystem::copy(
      two.path(), one.path(),
      std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
  EXPECT_EQ(join_manifests(*open_directory(one.path())), true);
  const auto manifest = parse_manifest(sink::read_file(one.path() / "manifest.json"));
  ASSERT_TRUE(manifest.has_value());
  EXPECT_EQ(manifest->totals.digest, sum_of_digests(kAll));
}

TEST(Shards, ThatOverlapAreRefused) {
  const ScratchDirectory scratch;
  const Recipe recipe = test_recipe(kMessages, kTar);
  ASSERT_TRUE(run(scratch.path(), recipe, {0, 1'500}).has_value());
  for (const Range range : {Range{1'000, 2'000}, Range{1'400, 50}, kAll}) {
    const auto refused = run(scratch.path(), recipe, range);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, ErrorCode::exists);
  }
  EXPECT_TRUE(run(scratch.path(), recipe, {1'500, 2'000}).has_value());
}

TEST(Manifest, ThatDoesNotAddUpIsCorrupt) {
  const Files files = undisturbed(kTar);
  const std::string good = files.at("manifest.json");
  ASSERT_TRUE(parse_manifest(good).has_value());
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"\"parts\":11", "\"parts\":12"},
           {"\"first\":1024,", "\"first\":1025,"},
           {"\"range\": {\"first\":0", "\"range\": {\"first\":1"},
           {"\"format\": 1", "\"format\": 2"},
           {"\"totals\"", "\"total\""}}) {
    std::string bad = good;
    ASSERT_NE(bad.find(from), std::string::npos) << from;
    bad.replace(bad.find(from), from.size(), to);
    EXPECT_EQ(parse_manifest(bad).error().code, ErrorCode::corrupt) << from;
  }
}

}  // namespace
}  // namespace haymaker::job
