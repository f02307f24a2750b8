#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <stop_token>
#include <string>

#include "base/error.h"
#include "corpus/corpus.h"
#include "sink/store.h"

namespace haymaker::job {

struct KeyCounts {
  std::uint64_t incidents = 0;
  std::uint64_t labels = 0;
};

// Makes or opens the directory of an answer key, and lets nobody but its owner into it. It must be
// empty or hold the key of the same spec: a key is found out of place before the mail is made, and
// never lost to another one. `exists` and `denied` otherwise.
std::expected<std::unique_ptr<sink::Store>, Error> open_key(const std::string& directory,
                                                            const std::string& spec_digest);

// Writes the answer key of the whole corpus, whichever shard of its messages is made here:
// labels.jsonl, incidents.jsonl and, last, truth.json, each whole or not at all. `cancelled` if the
// token asks for it before the first is written.
std::expected<KeyCounts, Error> write_key(const corpus::Corpus& corpus, sink::Store& store,
                                          const std::stop_token& stop = {});

}  // namespace haymaker::job
