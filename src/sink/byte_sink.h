#pragma once

// Where the bytes of one object go: a file, an object of a store, or another sink that changes the
// bytes on their way. Two verbs: append, finish.

#include <cstdint>
#include <expected>
#include <string_view>

#include "base/error.h"

namespace haymaker::sink {

// An interface, because a part is written in the same way to a disk, through a compressor and to an
// object store. One thread uses a sink at a time.
class ByteSink {
 public:
  ByteSink() = default;
  ByteSink(const ByteSink&) = delete;
  ByteSink& operator=(const ByteSink&) = delete;
  // Without finish() before it, nothing stays under the object's name but what was there before.
  virtual ~ByteSink() = default;

  // Best called with large runs: each call may be a call of the system. After an error the sink is
  // only good for destruction.
  virtual std::expected<void, Error> append(std::string_view bytes) = 0;

  // Puts the object, now whole, under its name and returns its size there in bytes. Called once;
  // nothing is appended afterwards.
  virtual std::expected<std::uint64_t, Error> finish() = 0;
};

}  // namespace haymaker::sink
