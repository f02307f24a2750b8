#pragma once

// Numbers and digits as text, appended to a Buffer. No locale takes part.

#include <cstdint>

#include "base/buffer.h"

namespace haymaker {

void append_decimal(std::uint64_t value, Buffer& out);
void append_decimal(std::int64_t value, Buffer& out);
// Exactly `width` digits, zero-padded on the left; higher digits are cut off.
void append_padded(std::uint64_t value, int width, Buffer& out);
// Exactly `digits` lower-case (or upper-case) hexadecimal digits, the lowest of `value`.
void append_hex(std::uint64_t value, int digits, Buffer& out);
void append_hex_upper(std::uint64_t value, int digits, Buffer& out);

}  // namespace haymaker
