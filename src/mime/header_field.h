#pragma once

// Fields of a message header (RFC 5322 section 2.2), folded to lines of at most 78 octets wherever
// there is white space to fold at. Each function appends whole lines, the last CRLF included. A
// name is given with its colon: "Subject:".

#include <cstddef>
#include <span>
#include <string_view>

#include "base/buffer.h"
#include "mime/encoded_word.h"
#include "mime/envelope.h"

namespace haymaker::mime {

inline constexpr std::size_t kPreferredLine = 78;

// Parsers of repute refuse a field of more than 10,000 characters (Apache Mime4j's default), so
// lists of addresses and of message ids end before this many.
inline constexpr std::size_t kLongestField = 9'500;

// Subject and its kind: `value` is UTF-8 and has no line end. What is not ASCII, or looks like an
// encoded word, becomes encoded words.
void append_unstructured(std::string_view name, std::string_view value, WordEncoding encoding,
                         Buffer& out);

// "To: Anna Smith <a@x.example>, ...". Returns how many mailboxes there was room for; nothing is
// appended for none.
std::size_t append_mailboxes(std::string_view name, std::span<const Mailbox> mailboxes,
                             WordEncoding encoding, Buffer& out);

// "References: <a@x> <b@y>": an id to a line where they do not fit into one. If all of them make
// the field longer than `most`, those after the first are left out that are farthest from the last.
void append_message_ids(std::string_view name, std::span<const std::string_view> ids,
                        std::size_t most, Buffer& out);

}  // namespace haymaker::mime
