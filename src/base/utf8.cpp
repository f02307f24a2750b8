#include "base/utf8.h"

#include <array>
#include <cstring>

namespace haymaker {

namespace {

constexpr bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// The least value that a sequence of n bytes may hold; less is an overlong form.
constexpr std::array<char32_t, 5> kLeast = {0, 0, 0x80, 0x800, 0x10000};

constexpr std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

}  // namespace

std::size_t count_code_points(std::string_view text) noexcept {
  std::size_t count = 0;
  for (const char c : text) count += continues(c) ? 0 : 1;
  return count;
}

bool is_ascii(std::string_view text) noexcept {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  std::size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + i, 8);
    if ((word & kHighBits) != 0) return false;
  }
  for (; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0x80) != 0) return false;
  }
  return true;
}

CodePoint first_code_point(std::string_view text) noexcept {
  constexpr CodePoint kInvalid = {0xFFFD, 1};
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t length = sequence_length(lead);
  if (length == 1) return {lead, 1};
  if (length == 0 || text.size() < length) return kInvalid;
  char32_t point = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if (!continues(text[i])) return kInvalid;
    point = (point << 6) | (static_cast<unsigned char>(text[i]) & 0x3FU);
  }
  const bool surrogate = point >= 0xD800 && point < 0xE000;
  if (point < kLeast[length] || surrogate || point > 0x10FFFF) return kInvalid;
  return {point, length};
}

void append_utf8(char32_t point, Buffer& out) {
  const auto tail = [&](int shift) { return static_cast<char>(0x80 | ((point >> shift) & 0x3F)); };
  if (point < 0x80) {
    out.append(static_cast<char>(point));
  } else if (point < 0x800) {
    out.append(static_cast<char>(0xC0 | (point >> 6)));
    out.append(tail(0));
  } else if (point < 0x10000) {
    out.append(static_cast<char>(0xE0 | (point >> 12)));
    out.append(tail(6));
    out.append(tail(0));
  } else {
    out.append(static_cast<char>(0xF0 | (point >> 18)));
    out.append(tail(12));
    out.append(tail(6));
    out.append(tail(0));
  }
}

bool is_valid_utf8(std::string_view text) noexcept {
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    if (point.value == 0xFFFD && point.bytes == 1) return false;
    text.remove_prefix(point.bytes);
  }
  return true;
}

}  // namespace haymaker
