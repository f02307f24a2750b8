#pragma once

#include <cstddef>
#include <string_view>

#include "base/buffer.h"

namespace haymaker::mime {

// The body of a text part as quoted-printable (RFC 2045 section 6.7). `text` has LF for line ends,
// which become CRLF; a last line without one gets one as well. Lines have at most 76 characters;
// white space before a line end, a line-initial "From " and a line that is a single "." are
// encoded, so that no gateway changes them. `text` may lie beyond the end of `out`, in room that
// grow() gave, from quoted_printable_bound(text.size()) on.
void append_quoted_printable(std::string_view text, Buffer& out);

// No text of that many octets needs more: each of them encoded, 25 to a line, and a block that is
// stored whole.
constexpr std::size_t quoted_printable_bound(std::size_t bytes) noexcept {
  return 3 * bytes + 3 * (bytes / 24 + 1) + 2 + 16;
}

}  // namespace haymaker::mime
