#pragma once

// UTF-8 (RFC 3629) as far as spans and encoders need it. Input is text that Haymaker made or
// checked, so it is valid; what comes from outside goes through is_valid_utf8() first.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/buffer.h"

namespace haymaker {

// Code points in `text`: bytes that do not continue a sequence.
std::size_t count_code_points(std::string_view text) noexcept;

bool is_ascii(std::string_view text) noexcept;

struct CodePoint {
  char32_t value;
  std::size_t bytes;  // 1 .. 4, the length of its sequence.
};

// The code point at the start of `text`, which is not empty. U+FFFD, one byte, where it is not
// valid.
CodePoint first_code_point(std::string_view text) noexcept;

// `code_point` is a Unicode scalar value: at most U+10FFFF, and no surrogate.
void append_utf8(char32_t code_point, Buffer& out);

// True where all of `text` is valid UTF-8: no overlong form, no surrogate, nothing above U+10FFFF.
bool is_valid_utf8(std::string_view text) noexcept;

}  // namespace haymaker
