#include "base/append.h"

#include <charconv>

namespace haymaker {

namespace {

constexpr int kMostDigits = 20;  // 2^64 - 1 has 20 decimal digits, and -2^63 has 19 and a sign.

void append_digits(std::uint64_t value, int digits, const char* alphabet, Buffer& out) {
  char* text = out.grow(static_cast<std::size_t>(digits));
  for (int i = digits - 1; i >= 0; --i) {
    text[i] = alphabet[value & 0xF];
    value >>= 4;
  }
  out.commit(static_cast<std::size_t>(digits));
}

template <class Integer>
void append_integer(Integer value, Buffer& out) {
  char* text = out.grow(kMostDigits);
  const auto end = std::to_chars(text, text + kMostDigits, value).ptr;
  out.commit(static_cast<std::size_t>(end - text));
}

}  // namespace

void append_decimal(std::uint64_t value, Buffer& out) { append_integer(value, out); }
void append_decimal(std::int64_t value, Buffer& out) { append_integer(value, out); }

void append_padded(std::uint64_t value, int width, Buffer& out) {
  char* text = out.grow(static_cast<std::size_t>(width));
  for (int i = width - 1; i >= 0; --i) {
    text[i] = static_cast<char>('0' + value % 10);
    value /= 10;
  }
  out.commit(static_cast<std::size_t>(width));
}

void append_hex(std::uint64_t value, int digits, Buffer& out) {
  append_digits(value, digits, "0123456789abcdef", out);
}

void append_hex_upper(std::uint64_t value, int digits, Buffer& out) {
  append_digits(value, digits, "0123456789ABCDEF", out);
}

}  // namespace haymaker
