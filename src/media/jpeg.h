#pragma once

// Baseline JPEG (ITU-T T.81) as far as pictures need it that are made block by block. The code of a
// "grain" coefficient is one bit long, so that a block of grain is a random word with that bit set
// to 0 in each: pictures with the noise of a camera or a scanner, and made as fast as random
// numbers are.

#include <array>
#include <cstdint>

#include "base/buffer.h"
#include "rng/stream.h"

namespace haymaker::media {

inline constexpr int kBlockSide = 8;
inline constexpr int kBlockSamples = 64;

using Coefficients = std::array<std::int16_t, kBlockSamples>;  // Quantised, in zigzag order.

enum class JpegKind : std::uint8_t {
  sheet,  // One component, grey. The fine detail of letters is rounded more than their shape.
  photo,  // Y, Cb, Cr; chroma of half the width and height.
};
// How many coefficients of a block may be grain: those that are not rounded.
constexpr int most_grain(JpegKind kind) noexcept { return kind == JpegKind::sheet ? 16 : 44; }

// Everything before the coded data. Width and height are in pixels.
void append_jpeg_header(JpegKind kind, int width, int height, int dots_per_inch, Buffer& out);
inline constexpr std::size_t kJpegHeaderBytes = 340;  // Of three components, and the end.

// The quantised coefficients of an 8 x 8 block of grey levels 0 .. 255.
void transform(JpegKind kind, const std::array<std::uint8_t, kBlockSamples>& samples,
               Coefficients& out) noexcept;

// Adds the grain of flat_block() to a block with a drawing. `grain` is at most most_grain().
void add_grain(rng::Stream& noise, int grain, Coefficients& coefficients) noexcept;

// Bits of coded data on their way into bytes.
struct JpegBits {
  char* at = nullptr;
  std::uint64_t held = 0;  // The lowest `count` bits, the latest lowest; fewer than 32.
  int count = 0;

  // The lowest `size` bits of `value`, at most 32.
  void put(std::uint32_t value, int size) noexcept;
  // Leaves fewer than eight bits.
  void put_whole_bytes() noexcept;
  // `size` bits, at most 56, no eight of which in a row are ones, after put_whole_bytes().
  void put_grain(std::uint64_t grain, int size) noexcept;
  // A byte of ones is followed by a zero, which tells it from a marker.
  void put_byte(std::uint8_t byte) noexcept;
  void put_stuffed(std::uint32_t word) noexcept;
};

// The coded data, after the header.
class JpegWriter {
 public:
  explicit JpegWriter(Buffer& out) noexcept : out_(out) {}
  // Makes room for `blocks` more blocks, without which none may be written.
  void room(std::size_t blocks);

  // A block of one level (0 .. 255) with `grain` (at most most_grain()) coefficients of +-8 .. 15.
  // `component` is 0 for Y or grey, 1 Cb, 2 Cr.
  void flat_block(int component, int level, int grain, rng::Stream& noise) noexcept;
  void block(int component, const Coefficients& coefficients) noexcept;
  void finish();

 private:
  void put_level(int component, int level, JpegBits& bits) noexcept;

  Buffer& out_;
  char* begin_ = nullptr;
  JpegBits bits_;
  std::array<int, 3> before_{};
};

}  // namespace haymaker::media
