#pragma once

// How the writers of header fields put bytes down: many short pieces, one check of the room for all
// the pieces of a call, and a cursor that the compiler keeps in a register. A piece is a literal, a
// view, a character, or one of the types below, which say how wide they can be and write
// themselves.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/buffer.h"

namespace haymaker::mime {

// 00 .. ff (or FF) as two characters each, and 00 .. 99.
inline constexpr auto kHexPairs = [] {
  std::array<char, 512> pairs{};
  for (std::size_t i = 0; i < 256; ++i) {
    pairs[2 * i] = "0123456789abcdef"[i >> 4];
    pairs[2 * i + 1] = "0123456789abcdef"[i & 15];
  }
  return pairs;
}();
inline constexpr auto kUpperHexPairs = [] {
  std::array<char, 512> pairs{};
  for (std::size_t i = 0; i < 256; ++i) {
    pairs[2 * i] = "0123456789ABCDEF"[i >> 4];
    pairs[2 * i + 1] = "0123456789ABCDEF"[i & 15];
  }
  return pairs;
}();
inline constexpr auto kDecimalPairs = [] {
  std::array<char, 200> pairs{};
  for (std::size_t i = 0; i < 100; ++i) {
    pairs[2 * i] = static_cast<char>('0' + i / 10);
    pairs[2 * i + 1] = static_cast<char>('0' + i % 10);
  }
  return pairs;
}();

inline char* write_pair(char* at, const char* pairs, std::uint64_t index) noexcept {
  std::memcpy(at, pairs + 2 * index, 2);
  return at + 2;
}

// The lowest Digits (an even number) hexadecimal digits of a value.
template <int Digits>
struct Hex {
  static_assert(Digits % 2 == 0);
  static constexpr std::size_t kBound = Digits;
  std::uint64_t value;
  char* write(char* at) const noexcept {
    for (int shift = Digits * 4 - 8; shift >= 0; shift -= 8) {
      at = write_pair(at, kHexPairs.data(), (value >> shift) & 0xFF);
    }
    return at;
  }
};

template <int Digits>
struct UpperHex {
  static_assert(Digits % 2 == 0);
  static constexpr std::size_t kBound = Digits;
  std::uint64_t value;
  char* write(char* at) const noexcept {
    for (int shift = Digits * 4 - 8; shift >= 0; shift -= 8) {
      at = write_pair(at, kUpperHexPairs.data(), (value >> shift) & 0xFF);
    }
    return at;
  }
};

// Exactly Digits decimal digits, zero-padded; higher ones are cut off.
template <int Digits>
struct Padded {
  static constexpr std::size_t kBound = Digits;
  std::uint64_t value;
  char* write(char* at) const noexcept {
    std::uint64_t rest = value;
    for (int i = Digits - 1; i >= 0; --i) {
      at[i] = static_cast<char>('0' + rest % 10);
      rest /= 10;
    }
    return at + Digits;
  }
};

// As many decimal digits as the value has.
struct Decimal {
  static constexpr std::size_t kBound = 20;
  std::uint64_t value;
  char* write(char* at) const noexcept {
    std::array<char, kBound> digits;
    std::size_t first = digits.size();
    std::uint64_t rest = value;
    do {
      digits[--first] = static_cast<char>('0' + rest % 10);
      rest /= 10;
    } while (rest != 0);
    std::memcpy(at, digits.data() + first, digits.size() - first);
    return at + (digits.size() - first);
  }
};

// 8-4-4-4-12 hexadecimal digits with the version and variant bits of a random UUID (RFC 9562
// section 5.4).
struct Guid {
  static constexpr std::size_t kBound = 36;
  std::uint64_t high;
  std::uint64_t low;
  char* write(char* at) const noexcept { return write_with(kHexPairs.data(), at); }

 protected:
  char* write_with(const char* pairs, char* at) const noexcept {
    const std::uint64_t upper = (high & ~std::uint64_t{0xF000}) | 0x4000;
    const std::uint64_t lower = (low & ~(std::uint64_t{3} << 62)) | (std::uint64_t{2} << 62);
    for (int shift = 56; shift >= 0; shift -= 8) {
      at = write_pair(at, pairs, (upper >> shift) & 0xFF);
      if (shift == 32 || shift == 16 || shift == 0) *at++ = '-';
    }
    for (int shift = 56; shift >= 0; shift -= 8) {
      at = write_pair(at, pairs, (lower >> shift) & 0xFF);
      if (shift == 48) *at++ = '-';
    }
    return at;
  }
};

struct UpperGuid : Guid {
  char* write(char* at) const noexcept { return write_with(kUpperHexPairs.data(), at); }
};

// Count characters of the base64 alphabet, for tokens that only look like base64.
template <int Count>
struct Base64Token {
  static_assert(Count <= 10, "a value has 64 bits");
  static constexpr std::size_t kBound = Count;
  std::uint64_t value;
  char* write(char* at) const noexcept {
    for (int i = 0; i < Count; ++i) {
      *at++ =
          "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"[(value >> (6 * i)) &
                                                                             63];
    }
    return at;
  }
};

// Count characters of base64 as it stands in a body (RFC 4648 section 4).
template <int Count>
struct Base64Text {
  static_assert(Count <= 10, "a value has 64 bits");
  static constexpr std::size_t kBound = Count;
  std::uint64_t value;
  char* write(char* at) const noexcept {
    for (int i = 0; i < Count; ++i) {
      *at++ =
          "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[(value >> (6 * i)) &
                                                                             63];
    }
    return at;
  }
};

namespace piece {
template <std::size_t N>
constexpr std::size_t bound(const char (&)[N]) noexcept {
  return N - 1;
}
constexpr std::size_t bound(std::string_view text) noexcept { return text.size(); }
constexpr std::size_t bound(char) noexcept { return 1; }
template <class T>
  requires requires { T::kBound; }
constexpr std::size_t bound(const T&) noexcept {
  return T::kBound;
}

template <std::size_t N>
char* write(char* at, const char (&text)[N]) noexcept {
  std::memcpy(at, text, N - 1);
  return at + (N - 1);
}
inline char* write(char* at, std::string_view text) noexcept {
  std::memcpy(at, text.data(), text.size());
  return at + text.size();
}
inline char* write(char* at, char c) noexcept {
  *at = c;
  return at + 1;
}
template <class T>
  requires requires { T::kBound; }
char* write(char* at, const T& value) noexcept {
  return value.write(at);
}
}  // namespace piece

// Appends to a Buffer, which must not be changed by anybody else while the pen lives.
class Pen {
 public:
  explicit Pen(Buffer& out) : out_(out) { open(kRoom); }
  ~Pen() { close(); }
  Pen(const Pen&) = delete;
  Pen& operator=(const Pen&) = delete;

  template <class... Pieces>
  void put(const Pieces&... pieces) {
    const std::size_t needed = (piece::bound(pieces) + ...);
    if (static_cast<std::size_t>(end_ - at_) < needed) [[unlikely]] {
      close();
      open(needed + kRoom);
    }
    char* at = at_;
    ((at = piece::write(at, pieces)), ...);
    at_ = at;
  }

 private:
  static constexpr std::size_t kRoom = 2'048;

  void open(std::size_t room) {
    begin_ = at_ = out_.grow(room);
    end_ = at_ + room;
  }
  void close() noexcept { out_.commit(static_cast<std::size_t>(at_ - begin_)); }

  Buffer& out_;
  char* begin_ = nullptr;
  char* at_ = nullptr;
  char* end_ = nullptr;
};

}  // namespace haymaker::mime
