#include "audit/decoding.h"

#include <array>
#include <cstdint>

#include "audit/field_list.h"
#include "base/utf8.h"

namespace haymaker::audit {
namespace {

constexpr std::uint8_t kNone = 0xFF;

constexpr std::array<std::uint8_t, 256> kBase64Values = [] {
  std::array<std::uint8_t, 256> values = {};
  values.fill(kNone);
  constexpr std::string_view kAlphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (std::size_t i = 0; i < kAlphabet.size(); ++i) {
    values[static_cast<std::uint8_t>(kAlphabet[i])] = static_cast<std::uint8_t>(i);
  }
  return values;
}();

// Upper case only: RFC 2045 section 6.7 rule 1.
int hex_value(char c) noexcept {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool take_hex_pair(std::string_view text, std::size_t at, std::string& out) {
  if (at + 2 >= text.size()) return false;
  const int high = hex_value(text[at + 1]);
  const int low = hex_value(text[at + 2]);
  if (high < 0 || low < 0) return false;
  out.push_back(static_cast<char>(high * 16 + low));
  return true;
}

void append_scalar(char32_t scalar, std::string& out) {
  if (scalar < 0x80) {
    out.push_back(static_cast<char>(scalar));
  } else if (scalar < 0x800) {
    out.push_back(static_cast<char>(0xC0 | (scalar >> 6)));
    out.push_back(static_cast<char>(0x80 | (scalar & 0x3F)));
  } else {
    out.push_back(static_cast<char>(0xE0 | (scalar >> 12)));
    out.push_back(static_cast<char>(0x80 | ((scalar >> 6) & 0x3F)));
    out.push_back(static_cast<char>(0x80 | (scalar & 0x3F)));
  }
}

// 0x80 .. 0x9F of windows-1252; 0 where the set has no character.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

char32_t from_iso_8859_15(std::uint8_t byte) noexcept {
  switch (byte) {
    case 0xA4: return 0x20AC;
    case 0xA6: return 0x0160;
    case 0xA8: return 0x0161;
    case 0xB4: return 0x017D;
    case 0xB8: return 0x017E;
    case 0xBC: return 0x0152;
    case 0xBD: return 0x0153;
    case 0xBE: return 0x0178;
    default: return byte;
  }
}

enum class Charset : std::uint8_t { ascii, utf_8, latin_1, latin_9, windows_1252, unknown };

Charset charset_of(std::string_view name) noexcept {
  if (name.empty() || equal_ignoring_case(name, "us-ascii")) return Charset::ascii;
  if (equal_ignoring_case(name, "utf-8")) return Charset::utf_8;
  if (equal_ignoring_case(name, "iso-8859-1")) return Charset::latin_1;
  if (equal_ignoring_case(name, "iso-8859-15")) return Charset::latin_9;
  if (equal_ignoring_case(name, "windows-1252")) return Charset::windows_1252;
  return Charset::unknown;
}

bool append_high_byte(Charset charset, std::uint8_t byte, std::string& out) {
  char32_t scalar = byte;
  if (charset == Charset::ascii) return false;
  if (charset == Charset::latin_9) scalar = from_iso_8859_15(byte);
  if (charset == Charset::windows_1252 && byte < 0xA0) scalar = kWindows1252[byte - 0x80U];
  if (scalar == 0) return false;
  append_scalar(scalar, out);
  return true;
}

bool decode_q(std::string_view text, std::string& out) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '=') {
      if (!take_hex_pair(text, i, out)) return false;
      i += 2;
    } else {
      out.push_back(text[i] == '_' ? ' ' : text[i]);
    }
  }
  return true;
}

// "=?charset?B?...?=" at the start of `text`: appends what it stands for and returns its size; 0 if
// it is none.
std::size_t take_encoded_word(std::string_view text, std::string& out) {
  const std::size_t encoding = text.find('?', 2);
  if (encoding == text.npos || encoding + 2 >= text.size() || text[encoding + 2] != '?') return 0;
  const std::size_t end = text.find("?=", encoding + 3);
  if (end == text.npos || end + 2 > 75) return 0;
  const std::string_view payload = text.substr(encoding + 3, end - encoding - 3);
  if (payload.find(' ') != payload.npos) return 0;
  const char kind = text[encoding + 1];
  std::string bytes;
  const bool base64 = kind == 'B' || kind == 'b';
  if (!base64 && kind != 'Q' && kind != 'q') return 0;
  if (!(base64 ? decode_base64(payload, bytes) : decode_q(payload, bytes))) return 0;
  std::string_view charset = text.substr(2, encoding - 2);
  charset = charset.substr(0, charset.find('*'));  // RFC 2231 section 5: a language may follow.
  return append_as_utf8(charset, bytes, out) ? end + 2 : 0;
}

}  // namespace

bool decode_base64(std::string_view text, std::string& out) {
  std::uint32_t bits = 0;
  int digits = 0;
  int padding = 0;
  for (const char c : text) {
    if (c == '\r' || c == '\n') continue;
    if (c == '=') {
      if (digits + ++padding > 4 || digits < 2) return false;
      continue;
    }
    const std::uint8_t value = kBase64Values[static_cast<std::uint8_t>(c)];
    if (value == kNone || padding > 0) return false;
    bits = bits << 6 | value;
    if (++digits < 4) continue;
    out.push_back(static_cast<char>(bits >> 16));
    out.push_back(static_cast<char>(bits >> 8));
    out.push_back(static_cast<char>(bits));
    bits = 0;
    digits = 0;
  }
  if (digits == 0) return true;
  if (digits + padding != 4) return false;
  if (digits == 3) {
    out.push_back(static_cast<char>(bits >> 10));
    out.push_back(static_cast<char>(bits >> 2));
  } else {
    out.push_back(static_cast<char>(bits >> 4));
  }
  return true;
}

bool decode_quoted_printable(std::string_view text, std::string& out) {
  while (!text.empty()) {
    std::size_t special = 0;
    while (special < text.size() && text[special] != '=' && text[special] != '\r') ++special;
    out.append(text.substr(0, special));
    if (special == text.size()) return out.empty() || (out.back() != ' ' && out.back() != '\t');
    text.remove_prefix(special);
    if (text.starts_with("=\r\n")) {
      text.remove_prefix(3);
    } else if (text.starts_with("\r\n")) {
      if (!out.empty() && (out.back() == ' ' || out.back() == '\t')) return false;
      out.append("\r\n");
      text.remove_prefix(2);
    } else if (take_hex_pair(text, 0, out)) {
      text.remove_prefix(3);
      if (out.back() != ' ' && out.back() != '\t') continue;
      // An encoded space may end a line; step over the check above.
      if (text.starts_with("\r\n")) {
        out.append("\r\n");
        text.remove_prefix(2);
      }
    } else {
      return false;
    }
  }
  return true;
}

bool decode_transfer(std::string_view encoding, std::string_view text, std::string& out) {
  if (equal_ignoring_case(encoding, "base64")) return decode_base64(text, out);
  if (equal_ignoring_case(encoding, "quoted-printable")) return decode_quoted_printable(text, out);
  out.append(text);
  const bool eight_bits =
      equal_ignoring_case(encoding, "8bit") || equal_ignoring_case(encoding, "binary");
  if (eight_bits) return true;
  return (encoding.empty() || equal_ignoring_case(encoding, "7bit")) && is_ascii(text);
}

bool is_known_charset(std::string_view charset) noexcept {
  return charset_of(charset) != Charset::unknown;
}

bool append_as_utf8(std::string_view charset, std::string_view bytes, std::string& out) {
  const Charset known = charset_of(charset);
  if (known == Charset::unknown) return false;
  if (known == Charset::utf_8 || is_ascii(bytes)) {
    if (!is_valid_utf8(bytes)) return false;
    out.append(bytes);
    return true;
  }
  for (const char c : bytes) {
    const auto byte = static_cast<std::uint8_t>(c);
    if (byte < 0x80) {
      out.push_back(c);
    } else if (!append_high_byte(known, byte, out)) {
      return false;
    }
  }
  return true;
}

bool decode_encoded_words(std::string_view text, std::string& out) {
  bool right = true;
  bool after_word = false;
  while (!text.empty()) {
    const std::size_t begin = text.find("=?");
    const std::string_view plain = text.substr(0, begin);
    const bool blank = plain.find_first_not_of(" \t") == plain.npos;
    if (begin == text.npos) {
      out.append(plain);
      return right;
    }
    text.remove_prefix(begin);
    const std::size_t kept = out.size();
    if (!(after_word && blank)) out.append(plain);
    const std::size_t size = take_encoded_word(text, out);
    if (size > 0) {
      text.remove_prefix(size);
      after_word = true;
      continue;
    }
    if (after_word && blank) out.insert(kept, plain);
    out.append("=?");
    text.remove_prefix(2);
    right = false;
    after_word = false;
  }
  return right;
}

}  // namespace haymaker::audit
