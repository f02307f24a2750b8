#include "media/deflate.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "media/byte_order.h"
#include "media/checksum.h"

namespace haymaker::media {

namespace {

constexpr std::size_t kWindow = 32'768;
constexpr std::size_t kLeastMatch = 4;
constexpr std::size_t kMostMatch = 258;
constexpr std::size_t kStoredBlock = 65'535;
constexpr int kEndOfBlock = 256;

struct Code {
  std::uint32_t bits = 0;  // In the order in which they are sent, the first one lowest.
  int count = 0;
};

constexpr std::uint32_t reversed(std::uint32_t bits, int count) {
  std::uint32_t result = 0;
  for (int i = 0; i < count; ++i) result |= (bits >> i & 1U) << (count - 1 - i);
  return result;
}

// RFC 1951 section 3.2.6.
constexpr Code fixed_code(std::uint32_t symbol) {
  if (symbol < 144) return {reversed(0x30 + symbol, 8), 8};
  if (symbol < 256) return {reversed(0x190 + symbol - 144, 9), 9};
  if (symbol < 280) return {reversed(symbol - 256, 7), 7};
  return {reversed(0xC0 + symbol - 280, 8), 8};
}

constexpr auto kLiterals = [] {
  std::array<Code, 257> codes{};
  for (std::uint32_t symbol = 0; symbol < codes.size(); ++symbol)
    codes[symbol] = fixed_code(symbol);
  return codes;
}();

// The code of each match length with its extra bits (RFC 1951 section 3.2.5): symbols 265 on come
// in groups of four, each group with one more extra bit.
constexpr auto kLengths = [] {
  std::array<Code, kMostMatch + 1> codes{};
  for (std::uint32_t length = 3; length < kMostMatch; ++length) {
    const std::uint32_t place = length - 3;
    const int extra = place < 8 ? 0 : std::bit_width(place) - 3;
    const std::uint32_t symbol = 257 + 4 * static_cast<std::uint32_t>(extra) + (place >> extra);
    const Code code = fixed_code(symbol);
    codes[length] = {code.bits | (place & ((1U << extra) - 1)) << code.count, code.count + extra};
  }
  codes[kMostMatch] = fixed_code(285);
  return codes;
}();

// Symbols from 4 on come in pairs, each pair with one more extra bit.
Code distance_code(std::uint32_t distance) noexcept {
  const std::uint32_t place = distance - 1;
  const int extra = place < 4 ? 0 : std::bit_width(place) - 2;
  const std::uint32_t symbol = 2 * static_cast<std::uint32_t>(extra) + (place >> extra);
  return {reversed(symbol, 5) | (place & ((1U << extra) - 1)) << 5, 5 + extra};
}

// At most 24 bits at a time.
class BitWriter {
 public:
  explicit BitWriter(char* at) noexcept : at_(at) {}

  void put(Code code) noexcept {
    bits_ |= static_cast<std::uint64_t>(code.bits) << count_;
    count_ += code.count;
    if (count_ < 32) return;
    auto word = static_cast<std::uint32_t>(bits_);
    if constexpr (std::endian::native != std::endian::little) word = std::byteswap(word);
    std::memcpy(at_, &word, 4);
    at_ += 4;
    bits_ >>= 32;
    count_ -= 32;
  }
  char* finish() noexcept {
    for (; count_ > 0; count_ -= 8, bits_ >>= 8) *at_++ = static_cast<char>(bits_);
    return at_;
  }

 private:
  char* at_;
  std::uint64_t bits_ = 0;
  int count_ = 0;
};

std::uint32_t four_bytes(const char* at) noexcept {
  const auto byte = [at](int i) {
    return static_cast<std::uint32_t>(static_cast<std::uint8_t>(at[i]));
  };
  return byte(0) | byte(1) << 8 | byte(2) << 16 | byte(3) << 24;
}

// Eight bytes at a time, as far as they are equal.
std::size_t match_length(const char* a, const char* b, const char* end) noexcept {
  const std::size_t most = std::min<std::size_t>(kMostMatch, static_cast<std::size_t>(end - b));
  std::size_t length = kLeastMatch;
  while (length + 8 <= most && std::memcmp(a + length, b + length, 8) == 0) length += 8;
  while (length < most && a[length] == b[length]) ++length;
  return length;
}

}  // namespace

void Deflater::append_deflated(std::string_view bytes, Buffer& out) {
  if (bytes.size() >= ~next_place_) {
    latest_.fill(0);
    next_place_ = 1;
  }
  const std::uint32_t first_place = next_place_;
  next_place_ += static_cast<std::uint32_t>(bytes.size());
  // No literal takes more than nine bits, and no match more than its bytes as literals.
  char* const begin = out.grow(bytes.size() + bytes.size() / 8 + 24);
  BitWriter bits(begin);
  bits.put({0b011, 3});  // The last block, with fixed codes.
  const char* const data = bytes.data();
  const char* const end = data + bytes.size();
  for (const char* at = data; at != end;) {
    if (static_cast<std::size_t>(end - at) >= kLeastMatch) {
      const std::uint32_t four = four_bytes(at);
      std::uint32_t& latest = latest_[four * 0x9E3779B1U >> (32 - kHashBits)];
      const std::uint32_t place = first_place + static_cast<std::uint32_t>(at - data);
      const std::uint32_t distance = place - latest;
      const bool near = latest >= first_place && distance <= kWindow;
      latest = place;
      if (near && four_bytes(at - distance) == four) {
        const std::size_t length = match_length(at - distance, at, end);
        bits.put(kLengths[length]);
        bits.put(distance_code(distance));
        at += length;
        continue;
      }
    }
    bits.put(kLiterals[static_cast<std::uint8_t>(*at++)]);
  }
  bits.put(kLiterals[kEndOfBlock]);
  const auto size = static_cast<std::size_t>(bits.finish() - begin);
  if (size < bytes.size() + 5) {
    out.commit(size);
  } else {
    append_stored(bytes, out);
  }
}

void append_stored(std::string_view bytes, Buffer& out) {
  do {
    const std::string_view block = bytes.substr(0, kStoredBlock);
    bytes.remove_prefix(block.size());
    out.append(bytes.empty() ? '\1' : '\0');
    put_little(block.size(), 2, out);
    put_little(~block.size(), 2, out);
    out.append(block);
  } while (!bytes.empty());
}

namespace {
constexpr std::string_view kZlibHeader("\x78\x9C", 2);  // A window of 32 KiB, the default level.
}  // namespace

void Deflater::append_zlib(std::string_view bytes, Buffer& out) {
  out.append(kZlibHeader);
  append_deflated(bytes, out);
  put_big(adler32(bytes), 4, out);
}

}  // namespace haymaker::media
