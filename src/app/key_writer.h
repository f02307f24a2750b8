#pragma once

#include <expected>
#include <string>

#include "base/error.h"
#include "corpus/corpus.h"

namespace haymaker::app {

struct KeyCounts {
  std::uint64_t incidents = 0;
  std::uint64_t labels = 0;
};

// Writes the answer key of the whole corpus, whichever shard of its messages is made here:
// labels.jsonl, incidents.jsonl and, last, truth.json, each whole or not at all. The directory is
// open to its owner only.
std::expected<KeyCounts, Error> write_key(const corpus::Corpus& corpus,
                                          const std::string& directory);

}  // namespace haymaker::app
