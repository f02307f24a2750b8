#pragma once

// Widths of the characters of PDF's standard fonts.

#include <array>
#include <cstdint>

namespace haymaker::media {

// Thousandths of the font's size for the codes 32 .. 255 of WinAnsiEncoding (ISO 32000-1 annex D).
using WidthTable = std::array<std::uint16_t, 224>;

extern const WidthTable kHelvetica;
extern const WidthTable kHelveticaBold;
extern const WidthTable kTimes;
extern const WidthTable kTimesBold;

// The code of a character in WinAnsiEncoding; 0 where it has none.
std::uint8_t win_ansi_code(char32_t code_point) noexcept;

}  // namespace haymaker::media
