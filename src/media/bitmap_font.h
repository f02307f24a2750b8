#pragma once

#include <array>
#include <cstdint>

namespace haymaker::media {

// The fixed font 8x13 of the X Window System (packs/fonts): Latin, Greek and Cyrillic.
inline constexpr int kGlyphWidth = 8;
inline constexpr int kGlyphHeight = 13;

// The rows of a glyph from the top, the leftmost pixel highest.
using Glyph = std::array<std::uint8_t, kGlyphHeight>;

// The replacement character for what the font does not have.
Glyph glyph(char32_t code_point) noexcept;

// True for what takes no room on a line: zero-width spaces and joiners, soft hyphens, marks that
// change the form of an emoji.
bool has_no_width(char32_t code_point) noexcept;

}  // namespace haymaker::media
