#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/buffer.h"
#include "base/mail_client.h"

namespace haymaker::mime {

// Where encoded words stand decides which characters Q may leave as they are (RFC 2047 section 5).
enum class WordPlace : std::uint8_t {
  unstructured,  // Subject and its kind.
  phrase,        // The display name of a mailbox.
};

// Q keeps a text readable that is mostly ASCII, B is shorter for the rest. Clients have a habit.
enum class WordEncoding : std::uint8_t { q, b, shorter };

WordEncoding word_encoding(MailClient client) noexcept;

// `text` (UTF-8) as encoded words of at most 75 octets, each of whole characters, with CRLF and a
// space between them, so that no line is longer than 76 octets. `column` is where the first one
// begins in its line; returns where the last one ends in its own.
//
// A phrase stays in one word where that is possible, even if another encoding or a new line is
// needed for it: readers in wide use leave the white space between the words of a phrase.
std::size_t append_encoded_words(std::string_view text, WordPlace place, WordEncoding encoding,
                                 std::size_t column, Buffer& out);

}  // namespace haymaker::mime
