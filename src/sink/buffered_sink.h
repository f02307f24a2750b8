#pragma once

// Gathers small writes into runs of a quarter of a mebibyte, which stay in the second-level cache
// on their way to the system. Each archive format writes through one.

#include <cstddef>
#include <memory>

#include "base/buffer.h"
#include "sink/byte_sink.h"
#include "sink/write_behind.h"

namespace haymaker::sink {

class BufferedSink {
 public:
  BufferedSink(std::unique_ptr<ByteSink> sink, Writing writing);

  // Append to this, then call flush_if_full().
  [[nodiscard]] Buffer& buffer() noexcept { return buffer_; }
  // Bytes written so far: the offset of the next byte in the archive.
  [[nodiscard]] std::uint64_t offset() const noexcept { return flushed_ + buffer_.size(); }

  [[nodiscard]] std::expected<void, Error> flush_if_full() {
    if (buffer_.size() < kFlushSize) [[likely]] {
      return {};
    }
    return flush();
  }

  [[nodiscard]] std::expected<std::uint64_t, Error> finish();

 private:
  static constexpr std::size_t kFlushSize = 256 * 1024;
  static constexpr std::size_t kHeadroom = 64 * 1024;  // Most messages fit: no growth.

  [[nodiscard]] std::expected<void, Error> flush();

  std::unique_ptr<ByteSink> sink_;
  std::unique_ptr<WriteBehind> behind_;  // Null where writing is in line. Ends before the sink.
  Buffer buffer_{kFlushSize + kHeadroom};
  std::uint64_t flushed_ = 0;
};

}  // namespace haymaker::sink
