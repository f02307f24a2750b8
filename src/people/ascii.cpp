#include "people/ascii.h"

#include <array>
#include <cstddef>

#include "base/utf8.h"

namespace haymaker::people {

namespace {

// U+00C0 to U+017F, each as lower-case ASCII; a space where there is no letter.
constexpr std::array<std::string_view, 0x180 - 0xC0> kLatin = {
    "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",   // À..Ï
    "d", "n", "o",  "o",  "o", "o", "o",  " ", "o", "u", "u", "u", "u", "y", "th", "ss",  // Ð..ß
    "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",   // à..ï
    "d", "n", "o",  "o",  "o", "o", "o",  " ", "o", "u", "u", "u", "u", "y", "th", "y",   // ð..ÿ
    "a", "a", "a",  "a",  "a", "a", "c",  "c", "c", "c", "c", "c", "c", "c", "d",  "d",   // Ā..ď
    "d", "d", "e",  "e",  "e", "e", "e",  "e", "e", "e", "e", "e", "g", "g", "g",  "g",   // Đ..ğ
    "g", "g", "g",  "g",  "h", "h", "h",  "h", "i", "i", "i", "i", "i", "i", "i",  "i",   // Ġ..į
    "i", "i", "ij", "ij", "j", "j", "k",  "k", "k", "l", "l", "l", "l", "l", "l",  "l",   // İ..Ŀ
    "l", "l", "l",  "n",  "n", "n", "n",  "n", "n", "n", "n", "n", "o", "o", "o",  "o",   // ŀ..ŏ
    "o", "o", "oe", "oe", "r", "r", "r",  "r", "r", "r", "s", "s", "s", "s", "s",  "s",   // Ő..ş
    "s", "s", "t",  "t",  "t", "t", "t",  "t", "u", "u", "u", "u", "u", "u", "u",  "u",   // Š..ů
    "u", "u", "u",  "u",  "w", "w", "y",  "y", "y", "z", "z", "z", "z", "z", "z",  "s",   // Ű..ſ
};

// Romanian s and t with a comma below are beyond the table.
constexpr std::string_view other_letter(char32_t letter) noexcept {
  switch (letter) {
    case 0x0218:
    case 0x0219: return "s";
    case 0x021A:
    case 0x021B: return "t";
    default: return " ";
  }
}

// An apostrophe joins what it parts: O'Neill is oneill.
constexpr bool joins(char32_t letter) noexcept { return letter == '\'' || letter == 0x2019; }

}  // namespace

void append_address_part(std::string_view text, char separator, Buffer& out) {
  const std::size_t start = out.size();
  bool parted = false;
  while (!text.empty()) {
    const auto [letter, bytes] = first_code_point(text);
    text.remove_prefix(bytes);
    if (joins(letter)) continue;
    char ascii = 0;
    std::string_view written(&ascii, 1);
    if (letter < 0x80) {
      const auto c = static_cast<char>(letter);
      const bool is_upper = c >= 'A' && c <= 'Z';
      const bool stays = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
      ascii = is_upper ? static_cast<char>(c - 'A' + 'a') : stays ? c : ' ';
    } else {
      written = letter >= 0xC0 && letter < 0x180 ? kLatin[letter - 0xC0] : other_letter(letter);
    }
    if (written == " ") {
      parted = true;
      continue;
    }
    if (parted && separator != '\0' && out.size() > start) out.append(separator);
    parted = false;
    out.append(written);
  }
}

}  // namespace haymaker::people
