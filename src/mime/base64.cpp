#include "mime/base64.h"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace haymaker::mime {

namespace {

constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// Two characters for each value of twelve bits: half the look-ups of the alphabet alone.
constexpr auto kPairs = [] {
  std::array<std::array<char, 2>, 4096> pairs{};
  for (std::size_t i = 0; i < pairs.size(); ++i) pairs[i] = {kAlphabet[i >> 6], kAlphabet[i & 63]};
  return pairs;
}();

// Six octets, as 48 bits, to eight characters.
char* write_six(std::uint64_t bits, char* at) noexcept {
  std::memcpy(at, kPairs[bits >> 36].data(), 2);
  std::memcpy(at + 2, kPairs[(bits >> 24) & 0xFFF].data(), 2);
  std::memcpy(at + 4, kPairs[(bits >> 12) & 0xFFF].data(), 2);
  std::memcpy(at + 6, kPairs[bits & 0xFFF].data(), 2);
  return at + 8;
}

char* encode(const unsigned char* in, std::size_t count, char* at) noexcept {
  // Eight octets are read at once, of which the first six are taken.
  for (; count >= 8; count -= 6, in += 6) {
    std::uint64_t word = 0;
    std::memcpy(&word, in, sizeof word);
    at = write_six(std::byteswap(word) >> 16, at);
  }
  for (; count != 0;) {
    const std::size_t taken = count < 3 ? count : 3;
    std::uint32_t bits = std::uint32_t{in[0]} << 16;
    if (taken > 1) bits |= std::uint32_t{in[1]} << 8;
    if (taken > 2) bits |= std::uint32_t{in[2]};
    at[0] = kAlphabet[bits >> 18];
    at[1] = kAlphabet[(bits >> 12) & 63];
    at[2] = taken > 1 ? kAlphabet[(bits >> 6) & 63] : '=';
    at[3] = taken > 2 ? kAlphabet[bits & 63] : '=';
    at += 4;
    in += taken;
    count -= taken;
  }
  return at;
}

const unsigned char* octets(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

}  // namespace

void append_base64(std::string_view bytes, Buffer& out) {
  char* const begin = out.grow(base64_size(bytes.size()));
  out.commit(static_cast<std::size_t>(encode(octets(bytes), bytes.size(), begin) - begin));
}

void append_base64_body(std::string_view bytes, Buffer& out) {
  char* const begin = out.grow(base64_body_size(bytes.size()));
  const unsigned char* in = octets(bytes);
  char* at = begin;
  for (std::size_t left = bytes.size(); left != 0;) {
    const std::size_t taken = left < kBase64LineBytes ? left : kBase64LineBytes;
    at = encode(in, taken, at);
    *at++ = '\r';
    *at++ = '\n';
    in += taken;
    left -= taken;
  }
  out.commit(static_cast<std::size_t>(at - begin));
}

}  // namespace haymaker::mime
