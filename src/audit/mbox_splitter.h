#pragma once

// Takes an mbox file apart ("mboxrd": RFC 4155 with reversible quoting), a block of bytes at a
// time.

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "base/buffer.h"

namespace haymaker::audit {

class MboxSplitter {
 public:
  // Adds bytes of the file, cut anywhere.
  void add(std::string_view block);
  // Says that the file has ended.
  void end() noexcept { ended_ = true; }

  // The next message that is whole, or false if more bytes are needed or none are left. `sender` is
  // the address of the separator line up to its "@"; `message` has its quoting undone and its line
  // ends made CRLF. Both are valid until the next call.
  bool next(std::string_view& sender, Buffer& message);

  // True where the bytes in hand do not begin with a separator, so they are no mbox file.
  [[nodiscard]] bool malformed() const noexcept;

 private:
  Buffer pending_;
  std::size_t begin_ = 0;  // Of the message that is not yet handed out.
  bool ended_ = false;
};

}  // namespace haymaker::audit
