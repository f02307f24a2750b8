#pragma once

#include <cstddef>
#include <string_view>

#include "base/buffer.h"

namespace haymaker::mime {

// What decides how a text can be carried.
struct TextFacts {
  bool ascii = true;
  std::size_t longest_line = 0;  // Octets without the line end.
};

TextFacts survey(std::string_view text) noexcept;

// `text` with each LF as CRLF, and with one at its end if it has none. Text without a byte stays
// so.
void append_crlf(std::string_view text, Buffer& out);

// The room that append_crlf takes from `out`, of which it keeps what it needs.
constexpr std::size_t crlf_bound(std::size_t bytes) noexcept { return 2 * bytes + 18; }

}  // namespace haymaker::mime
