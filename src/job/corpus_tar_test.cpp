#include "job/corpus_tar.h"

#include <gtest/gtest.h>

#include <fstream>

#include "job/test_run.h"
#include "sink/scratch.h"

namespace haymaker::job {
namespace {

using sink::ScratchDirectory;

// Reads an archive to its end, as a server does, and unpacks it by GNU tar.
Files unpack(const std::filesystem::path& place, std::optional<std::uint64_t> size) {
  const ScratchDirectory scratch;
  std::ofstream file(scratch.path() / "all.tar", std::ios::binary);
  CorpusTar archive(place, "corpus", 1'741'166'047);
  EXPECT_EQ(archive.size(), size);
  std::uint64_t total = 0;
  for (;;) {
    Buffer piece;
    const auto more = archive.read(piece);
    EXPECT_TRUE(more.has_value());
    if (!more || !*more) break;
    EXPECT_LE(piece.size(), 2 * FileSource::kPiece);
    file << piece.view();
    total += piece.size();
  }
  file.close();
  EXPECT_EQ(total, size.value_or(total));
  const auto outcome =
      sink::run_shell("cd " + scratch.path().string() + " && mkdir out && tar -xf all.tar -C out");
  EXPECT_EQ(outcome.status, 0) << outcome.output;
  EXPECT_EQ(outcome.output, "");
  return sink::read_tree(scratch.path() / "out");
}

Files below_corpus(const Files& files) {
  Files moved;
  for (const auto& [name, bytes] : files) moved["corpus/" + name] = bytes;
  return moved;
}

TEST(CorpusTar, HoldsEveryFileOfACorpusWhateverItsPackage) {
  for (const sink::Packaging packaging : {kTarZstd, kTar, kObjects}) {
    const ScratchDirectory scratch;
    ASSERT_TRUE(run(scratch.path(), test_recipe(kMessages, packaging), kAll).has_value());
    std::ofstream(scratch.path() / "mail" / "part-00077.tar.partial") << "left over";
    std::optional<std::uint64_t> size;
    if (packaging.package != sink::Package::objects) {
      size = 1'024;
      for (const auto& [name, bytes] : sink::read_tree(scratch.path())) {
        if (!name.ends_with(".partial")) *size += 512 + (bytes.size() + 511) / 512 * 512;
      }
    }
    Files expected = below_corpus(sink::read_tree(scratch.path()));
    expected.erase("corpus/mail/part-00077.tar.partial");
    EXPECT_TRUE(unpack(scratch.path(), size) == expected);
  }
}

TEST(CorpusTar, SaysThatAFileHasVanished) {
  const ScratchDirectory scratch;
  ASSERT_TRUE(run(scratch.path(), test_recipe(kMessages, kTar), kAll).has_value());
  CorpusTar archive(scratch.path(), "corpus", 0);
  Buffer piece;
  ASSERT_TRUE(archive.read(piece).has_value());
  std::filesystem::remove(scratch.path() / "mail" / "part-00009.tar");
  for (;;) {
    piece.clear();
    const auto more = archive.read(piece);
    if (more) {
      ASSERT_TRUE(*more) << "the archive ended as if it were whole";
      continue;
    }
    EXPECT_EQ(more.error().code, ErrorCode::not_found);
    break;
  }
}

}  // namespace
}  // namespace haymaker::job
