#pragma once

// A thread that writes what another has gathered, so that compression and the system's work run
// beside the making of the next messages. Worth it where fewer threads render than there are
// processors.

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <expected>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "base/buffer.h"
#include "base/error.h"
#include "sink/byte_sink.h"

namespace haymaker::sink {

// Whether a part is written by the thread that makes it, or behind it by a thread of its own. The
// bytes are the same.
enum class Writing : std::uint8_t { in_line, behind };

class WriteBehind {
 public:
  // The sink outlives it and is used by its thread alone between append() and drain().
  explicit WriteBehind(ByteSink& sink);
  WriteBehind(const WriteBehind&) = delete;
  WriteBehind& operator=(const WriteBehind&) = delete;
  ~WriteBehind();  // Drops what is not yet written.

  // Takes the content of `buffer` and leaves it empty; waits while kMostWaiting buffers are not yet
  // written. Returns the error of an earlier write, after which nothing more is written.
  std::expected<void, Error> append(Buffer& buffer);
  // Waits until everything is written.
  std::expected<void, Error> drain();

 private:
  static constexpr std::size_t kMostWaiting = 3;

  void work(const std::stop_token& stop);
  std::expected<void, Error> result() const;

  ByteSink& sink_;
  std::mutex mutex_;  // Guards what follows but the thread.
  std::condition_variable_any changed_;
  std::deque<Buffer> waiting_;  // The first is being written. At most kMostWaiting.
  std::vector<Buffer> empty_;
  std::optional<Error> error_;
  std::jthread thread_;
};

}  // namespace haymaker::sink
