#include "media/jpeg.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string_view>

#include "media/byte_order.h"

namespace haymaker::media {

namespace {

constexpr std::array<std::uint8_t, kBlockSamples> kZigzag = {
    0,  1,  8,  16, 9,  2,  3,  10, 17, 24, 32, 25, 18, 11, 4,  5,  12, 19, 26, 33, 40, 48,
    41, 34, 27, 20, 13, 6,  7,  14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23,
    30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63};

// The steps of the coefficients in zigzag order, as powers of two. The first one counts in grey
// levels; those that carry grain are not rounded, the rest is what the eye misses.
constexpr int shift_of(JpegKind kind, std::size_t place) noexcept {
  if (place == 0) return 3;
  return place <= static_cast<std::size_t>(most_grain(kind)) ? 0 : 6;
}

// Huffman codes by length, in the manner of T.81 annex C. All tables are made from these.
struct CodeTable {
  std::array<std::uint8_t, 16> counts{};
  std::array<std::uint8_t, 162> symbols{};
  int size = 0;
};

// Categories of differences 0 .. 11, of annex K.3.
constexpr CodeTable kLevelTable = [] {
  CodeTable table{.counts = {0, 1, 5, 1, 1, 1, 1, 1, 1}};
  for (table.size = 0; table.size < 12; ++table.size) {
    table.symbols[static_cast<std::size_t>(table.size)] = static_cast<std::uint8_t>(table.size);
  }
  return table;
}();

constexpr std::uint8_t kGrainSymbol = 0x04;  // No zeros before, a value of four bits.
constexpr std::uint8_t kEndOfBlock = 0x00;
constexpr std::uint8_t kSixteenZeros = 0xF0;

// Grain 0, end of block 10; then five bits for single values, eight for short runs, 14 for the
// rest.
constexpr CodeTable kDetailTable = [] {
  CodeTable table;
  const auto add = [&table](int length, int which) {
    const auto symbol = static_cast<std::uint8_t>(which);
    for (int i = 0; i < table.size; ++i) {
      if (table.symbols[static_cast<std::size_t>(i)] == symbol) return;
    }
    ++table.counts[static_cast<std::size_t>(length - 1)];
    table.symbols[static_cast<std::size_t>(table.size++)] = symbol;
  };
  add(1, kGrainSymbol);
  add(2, kEndOfBlock);
  for (const int symbol : {0x01, 0x02, 0x03, 0x05, 0x06, 0x07}) add(5, symbol);
  for (const int symbol :
       {0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x21, 0x22, 0x31, 0x08, 0x09, 0x0A}) {
    add(8, symbol);
  }
  for (int run = 0; run < 16; ++run) {
    for (int bits = 1; bits <= 10; ++bits) add(14, run << 4 | bits);
  }
  add(14, kSixteenZeros);
  return table;
}();

struct HuffmanCode {
  std::uint16_t bits = 0;
  std::uint8_t count = 0;
};

constexpr auto codes_of(const CodeTable& table) {
  std::array<HuffmanCode, 256> codes{};
  std::uint32_t next = 0;
  std::size_t symbol = 0;
  for (std::size_t length = 1; length <= 16; ++length) {
    for (int i = 0; i < table.counts[length - 1]; ++i) {
      codes[table.symbols[symbol++]] = {static_cast<std::uint16_t>(next++),
                                        static_cast<std::uint8_t>(length)};
    }
    next <<= 1;
  }
  return codes;
}
constexpr auto kLevelCodes = codes_of(kLevelTable);
constexpr auto kDetailCodes = codes_of(kDetailTable);

constexpr int kLeastBlockRoom = 2 * (kBlockSamples * 26 / 8 + 16);  // Each byte may be stuffed.

void marker(std::uint8_t code, std::size_t length, Buffer& out) {
  put_little(0xFF, 1, out);
  put_little(code, 1, out);
  put_big(length + 2, 2, out);
}

void put_huffman_table(std::uint8_t place, const CodeTable& table, Buffer& out) {
  marker(0xC4, 17 + static_cast<std::size_t>(table.size), out);
  put_little(place, 1, out);
  for (const std::uint8_t count : table.counts) put_little(count, 1, out);
  for (int i = 0; i < table.size; ++i)
    put_little(table.symbols[static_cast<std::size_t>(i)], 1, out);
}

// Bits of a value as T.81 section F.1.2.1 codes them: negative ones less one.
struct Magnitude {
  int category;
  std::uint32_t bits;
};
Magnitude magnitude(int value) noexcept {
  const auto size = static_cast<std::uint32_t>(value < 0 ? -value : value);
  const int category = std::bit_width(size);
  const auto bits = static_cast<std::uint32_t>(value < 0 ? value - 1 : value);
  return {category, bits & ((1U << category) - 1)};
}

// round(2^12 / 2 * cos(k pi / 16)), and for k = 0 the same over the root of two.
constexpr std::array<int, 8> kCosine = {1448, 2009, 1892, 1703, 1448, 1138, 784, 400};

// The transform of eight samples that lie `step` apart, times 2^12. Even coefficients are made of
// the sums of the samples that face each other, odd ones of their differences.
void transform_line(const int* in, int* out, std::size_t step) noexcept {
  const auto& c = kCosine;
  const int s0 = in[0] + in[7 * step];
  const int s1 = in[step] + in[6 * step];
  const int s2 = in[2 * step] + in[5 * step];
  const int s3 = in[3 * step] + in[4 * step];
  const int d0 = in[0] - in[7 * step];
  const int d1 = in[step] - in[6 * step];
  const int d2 = in[2 * step] - in[5 * step];
  const int d3 = in[3 * step] - in[4 * step];
  out[0] = c[0] * (s0 + s1 + s2 + s3);
  out[4 * step] = c[4] * (s0 - s1 - s2 + s3);
  out[2 * step] = c[2] * (s0 - s3) + c[6] * (s1 - s2);
  out[6 * step] = c[6] * (s0 - s3) - c[2] * (s1 - s2);
  out[step] = c[1] * d0 + c[3] * d1 + c[5] * d2 + c[7] * d3;
  out[3 * step] = c[3] * d0 - c[7] * d1 - c[1] * d2 - c[5] * d3;
  out[5 * step] = c[5] * d0 - c[1] * d1 + c[7] * d2 + c[3] * d3;
  out[7 * step] = c[7] * d0 - c[5] * d1 + c[3] * d2 - c[1] * d3;
}

// Coefficients of grain, each the code 0 and four random bits. No byte of them is all ones.
constexpr int kBitsOfGrain = 5;
constexpr std::uint32_t kSixGrains = 0b01111'01111'01111'01111'01111'01111;
constexpr int kGrainOfWord = 11;
constexpr std::uint64_t kElevenGrains =
    std::uint64_t{kSixGrains} << 25 | (kSixGrains & ((1U << 25) - 1));

constexpr bool has_byte_of_ones(std::uint32_t word) noexcept {
  return ((~word - 0x01010101U) & word & 0x80808080U) != 0;
}

}  // namespace

void append_jpeg_header(JpegKind kind, int width, int height, int dots_per_inch, Buffer& out) {
  const bool grey = kind == JpegKind::sheet;
  out.append("\xFF\xD8");
  marker(0xE0, 14, out);
  out.append(std::string_view("JFIF\0\1\1\1", 8));
  put_big(static_cast<std::uint64_t>(dots_per_inch), 2, out);
  put_big(static_cast<std::uint64_t>(dots_per_inch), 2, out);
  put_big(0, 2, out);  // No thumbnail.
  marker(0xDB, 65, out);
  put_little(0, 1, out);
  for (std::size_t place = 0; place < kBlockSamples; ++place) {
    put_little(1U << shift_of(kind, place), 1, out);
  }
  const std::uint8_t components = grey ? 1 : 3;
  marker(0xC0, 6 + 3U * components, out);
  put_little(8, 1, out);
  put_big(static_cast<std::uint64_t>(height), 2, out);
  put_big(static_cast<std::uint64_t>(width), 2, out);
  put_little(components, 1, out);
  for (std::uint8_t i = 1; i <= components; ++i) {
    put_little(i, 1, out);
    put_little(i == 1 && !grey ? 0x22 : 0x11, 1, out);
    put_little(0, 1, out);
  }
  put_huffman_table(0x00, kLevelTable, out);
  put_huffman_table(0x10, kDetailTable, out);
  marker(0xDA, 4 + 2U * components, out);
  put_little(components, 1, out);
  for (std::uint8_t i = 1; i <= components; ++i) {
    put_little(i, 1, out);
    put_little(0, 1, out);
  }
  put_little(0x003F00, 3, out);  // All coefficients, 0 to 63, in one scan.
}

void transform(JpegKind kind, const std::array<std::uint8_t, kBlockSamples>& samples,
               Coefficients& out) noexcept {
  constexpr int kKept = 4;  // Bits kept between the two passes.
  std::array<int, kBlockSamples> rows;
  std::array<int, kBlockSamples> levels;
  for (std::size_t i = 0; i < kBlockSamples; ++i) levels[i] = samples[i] - 128;
  for (std::size_t y = 0; y < kBlockSide; ++y) transform_line(&levels[8 * y], &rows[8 * y], 1);
  for (int& value : rows) value >>= 12 - kKept;
  for (std::size_t x = 0; x < kBlockSide; ++x) transform_line(&rows[x], &levels[x], kBlockSide);
  for (std::size_t place = 0; place < kBlockSamples; ++place) {
    const int value = levels[kZigzag[place]];
    const int shift = 12 + kKept + shift_of(kind, place);
    const int half = 1 << (shift - 1);
    out[place] =
        static_cast<std::int16_t>(value < 0 ? -((half - value) >> shift) : (half + value) >> shift);
  }
}

void add_grain(rng::Stream& noise, int grain, Coefficients& coefficients) noexcept {
  std::uint64_t random = 0;
  for (int i = 0; i < grain; ++i, random >>= 4) {
    if (i % 16 == 0) random = noise.next64();
    const int size = 8 + static_cast<int>(random & 7U);
    std::int16_t& value = coefficients[static_cast<std::size_t>(i) + 1];
    value = static_cast<std::int16_t>(value + ((random & 8U) != 0 ? size : -size));
  }
}

inline void JpegBits::put_byte(std::uint8_t byte) noexcept {
  *at++ = static_cast<char>(byte);
  if (byte == 0xFF) *at++ = '\0';
}

void JpegBits::put_stuffed(std::uint32_t word) noexcept {
  for (int i = 0; i < 4; ++i) put_byte(static_cast<std::uint8_t>(word >> (24 - 8 * i)));
}

inline void JpegBits::put(std::uint32_t value, int size) noexcept {
  held = held << size | value;
  count += size;
  if (count < 32) return;
  count -= 32;
  const auto word = static_cast<std::uint32_t>(held >> count);
  if (has_byte_of_ones(word)) [[unlikely]] {
    put_stuffed(word);
    return;
  }
  const std::uint32_t sent =
      std::endian::native == std::endian::little ? std::byteswap(word) : word;
  std::memcpy(at, &sent, 4);
  at += 4;
}

void JpegBits::put_whole_bytes() noexcept {
  for (; count >= 8; count -= 8) put_byte(static_cast<std::uint8_t>(held >> (count - 8)));
  held &= (1U << count) - 1;
}

// Eight bytes are written and those that are whole are kept.
inline void JpegBits::put_grain(std::uint64_t grain, int size) noexcept {
  const std::uint64_t all = held << size | grain;
  count += size;
  const std::uint64_t first_bit_highest = all << (64 - count);
  const std::uint64_t sent = std::endian::native == std::endian::little
                                 ? std::byteswap(first_bit_highest)
                                 : first_bit_highest;
  std::memcpy(at, &sent, 8);
  at += count / 8;
  count %= 8;
  held = all & ((1U << count) - 1);
}

void JpegWriter::room(std::size_t blocks) {
  if (begin_ != nullptr) out_.commit(static_cast<std::size_t>(bits_.at - begin_));
  begin_ = bits_.at = out_.grow(blocks * kLeastBlockRoom + 16);
}

inline void JpegWriter::put_level(int component, int level, JpegBits& bits) noexcept {
  int& before = before_[static_cast<std::size_t>(component)];
  const Magnitude difference = magnitude(level - 128 - before);
  before = level - 128;
  const HuffmanCode code = kLevelCodes[static_cast<std::size_t>(difference.category)];
  bits.put(static_cast<std::uint32_t>(code.bits) << difference.category | difference.bits,
           code.count + difference.category);
}

// The bits are in a variable of the function, because a byte that is written through a pointer
// might be one of a member's.
void JpegWriter::flat_block(int component, int level, int grain, rng::Stream& noise) noexcept {
  JpegBits bits = bits_;
  put_level(component, level, bits);
  if (grain >= kGrainOfWord) bits.put_whole_bytes();
  for (; grain >= kGrainOfWord; grain -= kGrainOfWord) {
    bits.put_grain(noise.next64() & kElevenGrains, kGrainOfWord * kBitsOfGrain);
  }
  for (; grain > 0; grain -= 6) {
    const int size = kBitsOfGrain * std::min(grain, 6);
    bits.put(noise.next32() & kSixGrains & ((1U << size) - 1), size);
  }
  constexpr HuffmanCode kEnd = kDetailCodes[kEndOfBlock];
  bits.put(kEnd.bits, kEnd.count);
  bits_ = bits;
}

void JpegWriter::block(int component, const Coefficients& coefficients) noexcept {
  JpegBits bits = bits_;
  put_level(component, coefficients[0] + 128, bits);
  int zeros = 0;
  for (std::size_t place = 1; place < kBlockSamples; ++place) {
    if (coefficients[place] == 0) {
      ++zeros;
      continue;
    }
    for (; zeros >= 16; zeros -= 16) {
      bits.put(kDetailCodes[kSixteenZeros].bits, kDetailCodes[kSixteenZeros].count);
    }
    const Magnitude value = magnitude(coefficients[place]);
    const HuffmanCode code = kDetailCodes[static_cast<std::size_t>(zeros << 4 | value.category)];
    bits.put(static_cast<std::uint32_t>(code.bits) << value.category | value.bits,
             code.count + value.category);
    zeros = 0;
  }
  if (zeros != 0) bits.put(kDetailCodes[kEndOfBlock].bits, kDetailCodes[kEndOfBlock].count);
  bits_ = bits;
}

void JpegWriter::finish() {
  // Ones up to a whole byte; what is held then is written byte by byte.
  const int missing = (8 - bits_.count % 8) % 8;
  bits_.held = bits_.held << missing | ((1U << missing) - 1);
  for (bits_.count += missing; bits_.count > 0; bits_.count -= 8) {
    bits_.put_byte(static_cast<std::uint8_t>(bits_.held >> (bits_.count - 8)));
  }
  out_.commit(static_cast<std::size_t>(bits_.at - begin_));
  out_.append("\xFF\xD9");
}

}  // namespace haymaker::media
