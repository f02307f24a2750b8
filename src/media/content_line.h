#pragma once

#include <string_view>

#include "base/buffer.h"
#include "media/put.h"

namespace haymaker::media {

// A content line of iCalendar (RFC 5545 section 3.1) or vCard (RFC 2426 section 2.6): bytes are put
// into `out` freely, then fold_line() breaks what stands since `start` into lines of at most 75
// octets without cutting a character, and ends it.
void fold_line(std::size_t start, Buffer& out);

// A text value: backslash, comma, semicolon and line break escaped (RFC 5545 section 3.3.11).
struct EscapedText {
  std::string_view text;
};
void put_piece(EscapedText text, Buffer& out);

// The value of a parameter, in quotes, without the characters that cannot stand there.
struct QuotedValue {
  std::string_view text;
};
void put_piece(QuotedValue value, Buffer& out);

// A content line of these pieces, folded and ended.
template <class... Pieces>
void put_line(Buffer& out, const Pieces&... pieces) {
  const std::size_t start = out.size();
  (put_piece(pieces, out), ...);
  fold_line(start, out);
}

}  // namespace haymaker::media
