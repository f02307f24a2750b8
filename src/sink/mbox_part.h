#pragma once

// A part as an mbox file (RFC 4155, "mboxrd" quoting), with LF line ends as its readers expect:
//
//   From <uid>@mail.example Wed Mar  5 09:14:07 2025
//   ...the message; ">" is put before each line that is any number of ">" and then "From "...
//   (empty line)
//
// Undoing the quoting and ending lines with CRLF again gives the message byte for byte, as a
// message has no LF but in CRLF.

#include "sink/buffered_sink.h"
#include "sink/part_writer.h"

namespace haymaker::sink {

class MboxPart final : public PartWriter {
 public:
  MboxPart(std::unique_ptr<ByteSink> sink, Writing writing) : out_(std::move(sink), writing) {}

  std::expected<void, Error> append(const Message& message) override;
  std::expected<std::uint64_t, Error> finish() override { return out_.finish(); }

 private:
  BufferedSink out_;
};

}  // namespace haymaker::sink
