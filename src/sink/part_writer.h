#pragma once

// A part is the unit in which a corpus is written, retried and resumed: a run of consecutive
// messages that becomes one archive, or a run of files of their own.

#include <cstdint>
#include <expected>
#include <string_view>

#include "base/civil_time.h"
#include "base/error.h"

namespace haymaker::sink {

// What a sink knows of a message. The bytes are the whole .eml with CRLF line ends.
struct Message {
  std::uint64_t uid = 0;
  UnixSeconds date = 0;
  std::string_view bytes;
};

// Writes the messages of one part, in order. The same messages give the same bytes each time. One
// thread uses a writer at a time.
class PartWriter {
 public:
  PartWriter() = default;
  PartWriter(const PartWriter&) = delete;
  PartWriter& operator=(const PartWriter&) = delete;
  // Without finish() before it, removes what the part has written.
  virtual ~PartWriter() = default;

  // The bytes are not used after the call. After an error the writer is only good for destruction.
  virtual std::expected<void, Error> append(const Message& message) = 0;

  // Makes the part whole under its name and returns how many bytes it takes there: the size of the
  // archive, or of all files together. Called once.
  virtual std::expected<std::uint64_t, Error> finish() = 0;
};

}  // namespace haymaker::sink
