#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/buffer.h"
#include "base/mail_client.h"
#include "mime/text_span.h"

namespace haymaker::mime {

// How a client lays the paragraphs of a plain text out in lines.
enum class TextLayout : std::uint8_t {
  unwrapped,     // A paragraph is a line; the transfer encoding carries it.
  hard_wrapped,  // A paragraph is many lines, and nothing tells which of their ends were typed.
  flowed,        // The same, but an end that was not typed has a space before it (RFC 3676).
};

TextLayout text_layout(MailClient client) noexcept;

// Longest line of a wrapped text, in characters. A word that is longer stays whole.
inline constexpr std::size_t kWrapColumn = 76;

// Appends `text` (UTF-8, LF line ends, paragraphs of any length) laid out in lines, still with LF:
// the content of a plain part. Lines that begin with ">" are quotes, whose marks are repeated where
// they are broken. `spans` are in bytes of `text` and become bytes of what is appended, counted
// from where it begins: a break inside a span puts a line feed where a space was (flowed: behind
// it).
void wrap_text(TextLayout layout, std::string_view text, std::span<TextSpan> spans, Buffer& out);

}  // namespace haymaker::mime
