#pragma once

// Compiled specifications, the last few that were asked for: to compile one takes longer than to
// render a message of it.

#include <expected>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "corpus/corpus.h"

namespace haymaker::api {

class Corpora {
 public:
  static constexpr std::size_t kMostKept = 6;

  struct Entry {
    std::string digest;  // Of the spec.
    std::shared_ptr<const corpus::Corpus> corpus;
  };

  // Safe from any thread. Compiles, if need be, while others are served.
  std::expected<Entry, Errors> get(const corpus::Spec& spec);
  // Only what is kept: null otherwise.
  std::shared_ptr<const corpus::Corpus> find(std::string_view digest);

 private:
  std::mutex mutex_;          // Guards the entries.
  std::list<Entry> entries_;  // The one used last comes first.
};

}  // namespace haymaker::api
