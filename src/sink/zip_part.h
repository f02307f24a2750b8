#pragma once

// A part as a zip archive (PKWARE APPNOTE 6.3.10, with Zip64 where it is needed), each entry stored
// or deflated. Written here because libarchive puts the local time of the machine into each entry,
// so that its bytes depend on the TZ of whoever runs it.
//
//   +-- for each message ---------------------+-- central directory --------+-----------------+
//   | local header, name, time | data         | header, name, time (each)   | end record(s)   |
//   +--------------------------+--------------+-----------------------------+-----------------+

#include <memory>

#include "sink/buffered_sink.h"
#include "sink/part_writer.h"

struct libdeflate_compressor;

namespace haymaker::sink {

class ZipPart final : public PartWriter {
 public:
  // Stores at level 0, deflates at levels 1 to 12; an entry that would grow is stored.
  ZipPart(std::unique_ptr<ByteSink> sink, int level, Writing writing);
  ~ZipPart() override;

  // The entry has the message's date in UTC, twice: in seconds since 1970 and in DOS form (1980 ..
  // 2107, even seconds).
  std::expected<void, Error> append(const Message& message) override;
  std::expected<std::uint64_t, Error> finish() override;

 private:
  struct FreeCompressor {
    void operator()(libdeflate_compressor* compressor) const noexcept;
  };

  void append_end_records();

  BufferedSink out_;
  std::unique_ptr<libdeflate_compressor, FreeCompressor>
      compressor_;    // Null where entries are stored.
  Buffer directory_;  // Grows by 78 bytes a message, which the size of a part bounds.
  std::uint64_t entries_ = 0;
};

}  // namespace haymaker::sink
