#pragma once

#include <cstdint>
#include <string_view>

#include "base/buffer.h"

namespace haymaker::mime {

enum class Charset : std::uint8_t { utf_8, us_ascii, iso_8859_1, iso_8859_15, windows_1252 };
inline constexpr int kCharsets = 5;

std::string_view charset_name(Charset charset) noexcept;  // "utf-8", as IANA registers it.

// True where every code point of the UTF-8 `text` has a code in the charset.
bool can_encode(Charset charset, std::string_view text) noexcept;

// The UTF-8 `text` in the charset, which can encode it. As long as `text` or shorter.
void append_in_charset(Charset charset, std::string_view text, Buffer& out);

}  // namespace haymaker::mime
