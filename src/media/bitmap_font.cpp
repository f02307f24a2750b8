#include "media/bitmap_font.h"

#include <span>
#include <string_view>

#include "base/embedded.h"

namespace haymaker::media {

std::span<const EmbeddedFile> font_pack() noexcept;

namespace {

// A record of fixed_8x13.hex, "0041 <26 digits>\n"; the records are sorted, so that the file is its
// own index.
constexpr std::size_t kRecord = 32;
constexpr std::size_t kRowsAt = 5;
constexpr std::size_t kCodeDigits = 4;
constexpr char32_t kReplacement = 0xFFFD;

std::uint32_t hex_value(std::string_view digits) noexcept {
  std::uint32_t value = 0;
  for (const char c : digits)
    value = value * 16 + static_cast<std::uint32_t>(c <= '9' ? c - '0' : c - 'A' + 10);
  return value;
}

std::string_view record(std::size_t number) noexcept {
  return font_pack()[0].bytes().substr(number * kRecord, kRecord);
}

// The number of the first record that is not below `code_point`.
std::size_t lower_bound(char32_t code_point) noexcept {
  std::size_t low = 0;
  std::size_t high = font_pack()[0].bytes().size() / kRecord;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (hex_value(record(middle).substr(0, kCodeDigits)) < code_point) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

}  // namespace

Glyph glyph(char32_t code_point) noexcept {
  std::string_view found = record(lower_bound(code_point));
  if (found.empty() || hex_value(found.substr(0, kCodeDigits)) != code_point) {
    found = record(lower_bound(kReplacement));
  }
  Glyph rows;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    rows[row] = static_cast<std::uint8_t>(hex_value(found.substr(kRowsAt + 2 * row, 2)));
  }
  return rows;
}

bool has_no_width(char32_t code_point) noexcept {
  return code_point == 0xAD || (code_point >= 0x200B && code_point <= 0x200F) ||
         code_point == 0x2060 || code_point == 0xFEFF ||
         (code_point >= 0xFE00 && code_point <= 0xFE0F);
}

}  // namespace haymaker::media
