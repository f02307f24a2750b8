#pragma once

// Undoes what mail does to text: transfer encodings (RFC 2045 section 6), character sets and
// encoded words (RFC 2047). Strict: what a careful reader would have to guess at is refused.

#include <string>
#include <string_view>

namespace haymaker::audit {

// Each appends to `out` and returns false at the first byte that breaks the rule; what came before
// stays in `out`.
bool decode_base64(std::string_view text, std::string& out);
bool decode_quoted_printable(std::string_view text, std::string& out);
// `encoding` in any case of letters: 7bit, 8bit, binary, base64, quoted-printable, or nothing.
bool decode_transfer(std::string_view encoding, std::string_view text, std::string& out);

// True for a character set that append_as_utf8() can read: us-ascii, utf-8, iso-8859-1,
// iso-8859-15, windows-1252, in any case of letters; nothing counts as us-ascii.
bool is_known_charset(std::string_view charset) noexcept;
// Appends `bytes` as UTF-8; false for an unknown set or for bytes that the set does not have.
bool append_as_utf8(std::string_view charset, std::string_view bytes, std::string& out);

// Appends an unfolded header text with its encoded words decoded and the white space between two of
// them dropped. False if one that begins as an encoded word is not a whole and right one.
bool decode_encoded_words(std::string_view text, std::string& out);

}  // namespace haymaker::audit
