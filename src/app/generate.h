#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/spec_argument.h"

namespace haymaker::app {

struct GenerateOptions {
  SpecArgument spec;
  std::string out;    // A directory or "null:"; empty: out/<name of the preset or file>.
  std::string truth;  // The directory of the answer key; empty: no key is written.
  std::string package = "objects";  // objects, tar, zip, mbox
  std::string compress = "none";    // none, zstd, gzip
  unsigned threads = 0;             // 0: as many as the machine has.
  std::uint64_t first = 0;          // A shard: messages [first, first + limit).
  std::optional<std::uint64_t> limit;
  bool json = false;  // JSON lines in place of words.
};

// Makes the corpus. Returns the exit code: 0 done; 1 failed or stopped, where what is whole stays
// and is resumed by the same command; 2 what was asked makes no sense.
int generate(const GenerateOptions& options);

}  // namespace haymaker::app
