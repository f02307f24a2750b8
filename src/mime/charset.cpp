#include "mime/charset.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "mime/octets.h"

namespace haymaker::mime {

namespace {

constexpr char32_t kNone = 0xFFFFFFFF;

// Codes 0x80 .. 0x9F of windows-1252; 0x81, 0x8D, 0x8F, 0x90 and 0x9D are not assigned.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, kNone,  0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, kNone,  0x017D, kNone,  kNone,  0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, kNone,  0x017E, 0x0178};

// Where ISO-8859-15 differs from ISO-8859-1.
struct Difference {
  unsigned char code;
  char32_t point;
};
constexpr std::array<Difference, 8> kLatin9 = {{{0xA4, 0x20AC},
                                                {0xA6, 0x0160},
                                                {0xA8, 0x0161},
                                                {0xB4, 0x017D},
                                                {0xB8, 0x017E},
                                                {0xBC, 0x0152},
                                                {0xBD, 0x0153},
                                                {0xBE, 0x0178}}};

// The code of a point at or above 0x80, or -1.
int code_of(Charset charset, char32_t point) noexcept {
  const bool latin1 = point >= 0xA0 && point <= 0xFF;
  switch (charset) {
    case Charset::iso_8859_1: return latin1 ? static_cast<int>(point) : -1;
    case Charset::iso_8859_15: {
      for (const Difference& difference : kLatin9) {
        if (difference.point == point) return difference.code;
        if (difference.code == point) return -1;
      }
      return latin1 ? static_cast<int>(point) : -1;
    }
    case Charset::windows_1252: {
      if (latin1) return static_cast<int>(point);
      const auto* const found = std::ranges::find(kWindows1252, point);
      return found == kWindows1252.end() ? -1
                                         : 0x80 + static_cast<int>(found - kWindows1252.begin());
    }
    case Charset::utf_8:
    case Charset::us_ascii: break;
  }
  return -1;
}

}  // namespace

std::string_view charset_name(Charset charset) noexcept {
  constexpr std::array<std::string_view, kCharsets> kNames = {"utf-8", "us-ascii", "iso-8859-1",
                                                              "iso-8859-15", "windows-1252"};
  return kNames[static_cast<std::size_t>(charset)];
}

bool can_encode(Charset charset, std::string_view text) noexcept {
  if (charset == Charset::utf_8 || is_ascii(text)) return true;
  for (std::size_t i = 0; i < text.size();) {
    if (i + kOctets <= text.size()) {
      const std::size_t run = first_match(load_octets(text.data() + i) >= 0x80);
      i += run;
      if (run == kOctets) continue;
    }
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    const CodePoint point = first_code_point(text.substr(i));
    if (code_of(charset, point.value) < 0) return false;
    i += point.bytes;
  }
  return true;
}

void append_in_charset(Charset charset, std::string_view text, Buffer& out) {
  if (charset == Charset::utf_8 || charset == Charset::us_ascii) {
    out.append(text);
    return;
  }
  char* const begin = out.grow(text.size() + kOctets);  // Blocks are stored whole.
  char* at = begin;
  for (std::size_t i = 0; i < text.size();) {
    if (i + kOctets <= text.size()) {
      const Octets block = load_octets(text.data() + i);
      std::memcpy(at, &block, kOctets);
      const std::size_t run = first_match(block >= 0x80);
      i += run;
      at += run;
      if (run == kOctets) continue;
    }
    const CodePoint point = first_code_point(text.substr(i));
    *at++ = point.value < 0x80 ? text[i] : static_cast<char>(code_of(charset, point.value));
    i += point.bytes;
  }
  out.commit(static_cast<std::size_t>(at - begin));
}

}  // namespace haymaker::mime
