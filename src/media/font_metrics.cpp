#include "media/font_metrics.h"

#include <algorithm>

namespace haymaker::media {

namespace {

// What stands at 0x80 .. 0x9F; 0 for the codes that are empty.
constexpr std::array<char32_t, 32> kMiddle = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

constexpr char32_t kSoftHyphen = 0xAD;

}  // namespace

std::uint8_t win_ansi_code(char32_t code_point) noexcept {
  if (code_point >= 0x20 && code_point < 0x7F) return static_cast<std::uint8_t>(code_point);
  // The code of the soft hyphen shows a hyphen, which a text does not have there.
  if (code_point >= 0xA0 && code_point <= 0xFF && code_point != kSoftHyphen) {
    return static_cast<std::uint8_t>(code_point);
  }
  if (code_point < 0x100) return 0;
  const auto* const found = std::ranges::find(kMiddle, code_point);
  return found == kMiddle.end() ? std::uint8_t{0}
                                : static_cast<std::uint8_t>(0x80 + (found - kMiddle.begin()));
}

}  // namespace haymaker::media
