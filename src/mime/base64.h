#pragma once

#include <cstddef>
#include <string_view>

#include "base/buffer.h"

namespace haymaker::mime {

// Characters that `bytes` octets take without line breaks: a multiple of four.
constexpr std::size_t base64_size(std::size_t bytes) noexcept { return (bytes + 2) / 3 * 4; }

// Octets of a line of base64 without its CRLF (RFC 2045 section 6.8), and what it stands for.
inline constexpr std::size_t kBase64Columns = 76;
inline constexpr std::size_t kBase64LineBytes = 57;

// On one line, for header fields: Thread-Index, encoded words.
void append_base64(std::string_view bytes, Buffer& out);

// As the body of a part: lines of 76 characters, each of them, the last one included, ending in
// CRLF. Nothing at all for no bytes. `bytes` may lie beyond the end of `out`, in room that grow()
// gave, from base64_body_size(bytes.size()) on.
void append_base64_body(std::string_view bytes, Buffer& out);

constexpr std::size_t base64_body_size(std::size_t bytes) noexcept {
  const std::size_t characters = base64_size(bytes);
  return characters + (characters + kBase64Columns - 1) / kBase64Columns * 2;
}

}  // namespace haymaker::mime
