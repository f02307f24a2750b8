#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/buffer.h"

namespace haymaker::mime {

// Where encoded words stand decides which characters Q may leave as they are (RFC 2047 section 5).
enum class WordPlace : std::uint8_t {
  unstructured,  // Subject and its kind.
  phrase,        // The display name of a mailbox.
};

// Q keeps a text readable that is mostly ASCII, B is shorter for the rest. Clients have a habit.
enum class WordEncoding : std::uint8_t { q, b, shorter };

// `text` (UTF-8) as encoded words of at most 75 octets, each of whole characters, with CRLF and a
// space between them, so that no line is longer than 76 octets. `column` is where the first one
// begins in its line; returns where the last one ends in its own.
std::size_t append_encoded_words(std::string_view text, WordPlace place, WordEncoding encoding,
                                 std::size_t column, Buffer& out);

}  // namespace haymaker::mime
