#include "audit/archive_reader.h"

#include <gtest/gtest.h>

#include <string>

#include "sink/package.h"
#include "sink/scratch.h"

namespace haymaker::audit {
namespace {

// Bytes that do not deflate, so that they are stored.
std::string noise(std::size_t size) {
  std::string bytes(size, '\0');
  std::uint32_t state = 1;
  for (char& byte : bytes) {
    state = state * 1'664'525 + 1'013'904'223;
    byte = static_cast<char>(state >> 24);
  }
  return bytes;
}

// The archive is read in blocks of 2^18 bytes, so the deflated bytes of the second entry begin just
// before the end of one in some of these files, and what that block holds of them yields nothing.
TEST(ArchiveReader, ReadsAnEntryWhoseFirstBytesLieAtTheEndOfABlock) {
  std::string mail = "Subject: one\r\n\r\n";
  for (int i = 0; i < 60; ++i) mail += "Line " + std::to_string(i * i) + "\r\n";
  for (std::size_t back = 80; back < 280; back += 2) {
    const sink::ScratchDirectory scratch;
    const auto store = sink::open_store(scratch.path().string(), sink::Durability::cached);
    ASSERT_TRUE(store);
    const sink::Packaging packaging{sink::Package::zip, sink::Compression::gzip};
    auto part = sink::open_part(**store, packaging, "part", sink::Writing::in_line);
    ASSERT_TRUE(part);
    const std::string filler = noise((std::size_t{1} << 18) - back);
    ASSERT_TRUE((*part)->append({.uid = 1, .date = 0, .bytes = filler}));
    ASSERT_TRUE((*part)->append({.uid = 2, .date = 0, .bytes = mail}));
    ASSERT_TRUE((*part)->finish());
    auto reader = ArchiveReader::open(scratch.path() / sink::part_file(packaging, "part"),
                                      ArchiveReader::Form::entries);
    ASSERT_TRUE(reader);
    for (const std::string& written : {filler, mail}) {
      std::string name;
      Buffer read;
      ASSERT_TRUE(*reader->next(name));
      ASSERT_TRUE(reader->read_rest(read));
      ASSERT_EQ(read.view(), written) << back;
    }
  }
}

}  // namespace
}  // namespace haymaker::audit
