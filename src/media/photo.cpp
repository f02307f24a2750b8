#include "media/photo.h"

#include <algorithm>
#include <array>

#include "media/jpeg.h"
#include "rng/stream.h"

namespace haymaker::media {

namespace {

struct Colour {
  std::uint8_t y = 0;
  std::uint8_t cb = 0;
  std::uint8_t cr = 0;
};

constexpr Colour from_rgb(int r, int g, int b) noexcept {
  return {static_cast<std::uint8_t>((77 * r + 150 * g + 29 * b) >> 8),
          static_cast<std::uint8_t>(128 + ((-43 * r - 85 * g + 128 * b) >> 8)),
          static_cast<std::uint8_t>(128 + ((128 * r - 107 * g - 21 * b) >> 8))};
}

constexpr std::array kSkies = {from_rgb(120, 165, 214), from_rgb(158, 184, 204),
                               from_rgb(206, 170, 150), from_rgb(182, 190, 196)};
constexpr std::array kGrounds = {from_rgb(52, 74, 48), from_rgb(78, 82, 60), from_rgb(60, 66, 78),
                                 from_rgb(92, 76, 58)};
constexpr Colour kHaze = from_rgb(214, 220, 226);

constexpr int kRidges = 4;
constexpr int kKnots = 24;  // Heights that a ridge runs through, over the width of the picture.

constexpr int mix(int from, int to, int part, int whole) noexcept {
  return from + (to - from) * part / whole;
}
constexpr Colour mix(Colour from, Colour to, int part, int whole) noexcept {
  return {static_cast<std::uint8_t>(mix(from.y, to.y, part, whole)),
          static_cast<std::uint8_t>(mix(from.cb, to.cb, part, whole)),
          static_cast<std::uint8_t>(mix(from.cr, to.cr, part, whole))};
}

// The ridge tops at one place, from the one farthest away; the nearest one is the last.
using Tops = std::array<int, kRidges>;

// A view. Heights are thousandths of that of the picture, from the top; places are kSamples steps
// from the left edge to the right one.
class Landscape {
 public:
  static constexpr int kSamples = 512;

  explicit Landscape(rng::Stream& stream) noexcept {
    const Colour sky = stream.pick(std::span<const Colour>(kSkies));
    const Colour ground = stream.pick(std::span<const Colour>(kGrounds));
    for (int depth = 0; depth <= kDepths; ++depth) {
      shades_[0][static_cast<std::size_t>(depth)] = mix(sky, kHaze, depth, kDepths);
    }
    for (int ridge = 0; ridge < kRidges; ++ridge) {
      draw_ridge(ridge, stream);
      // Far ridges fade into the haze, and each one is lighter at its top.
      const Colour top = mix(kHaze, ground, 2 + ridge * 2, 8);
      for (int depth = 0; depth <= kDepths; ++depth) {
        shades_[row_of(ridge)][static_cast<std::size_t>(depth)] =
            mix(top, ground, depth, 2 * kDepths);
      }
    }
  }

  [[nodiscard]] const Tops& tops(int place) const noexcept {
    return tops_[static_cast<std::size_t>(place)];
  }

  // The ridge that is seen at height `y`, or -1 for the sky.
  static int ridge_at(const Tops& tops, int y) noexcept {
    int ridge = kRidges - 1;
    while (ridge >= 0 && y < tops[static_cast<std::size_t>(ridge)]) --ridge;
    return ridge;
  }

  [[nodiscard]] Colour at(const Tops& tops, int y) const noexcept {
    const int ridge = ridge_at(tops, y);
    const int depth = ridge < 0 ? y / 4 : y - tops[static_cast<std::size_t>(ridge)];
    return shades_[row_of(ridge)][static_cast<std::size_t>(std::clamp(depth, 0, kDepths))];
  }

 private:
  // The sky, ridge -1, has the first row of shades.
  static std::size_t row_of(int ridge) noexcept { return static_cast<std::size_t>(ridge) + 1; }

  void draw_ridge(int ridge, rng::Stream& stream) noexcept {
    const int usual = 350 + 160 * ridge;
    std::array<int, kKnots> knots;
    int height = usual + stream.between(-60, 60);
    for (int& knot : knots) {
      knot = height;
      height += stream.between(-45, 45) + (usual - height) / 6;
    }
    for (int place = 0; place <= kSamples; ++place) {
      const int along = std::min(place * (kKnots - 1), kSamples * (kKnots - 1) - 1);
      const auto knot = static_cast<std::size_t>(along / kSamples);
      tops_[static_cast<std::size_t>(place)][static_cast<std::size_t>(ridge)] =
          mix(knots[knot], knots[knot + 1], along % kSamples, kSamples);
    }
  }

  static constexpr int kDepths = 256;
  // Of the sky from its top, in units of 4, and of each ridge from its top.
  std::array<std::array<Colour, kDepths + 1>, kRidges + 1> shades_;
  std::array<Tops, kSamples + 1> tops_;
};

std::size_t square_root(std::size_t value) noexcept {
  std::size_t root = 0;
  for (std::size_t bit = std::size_t{1} << 31; bit != 0; bit >>= 1) {
    if ((root + bit) * (root + bit) <= value) root += bit;
  }
  return root;
}

// Bits of a macroblock besides its grain, and bits more that the edges of the ridges take in each
// column of them, as measured.
constexpr std::size_t kBareMacroblockBits = 34;
constexpr std::size_t kEdgeBits = 1'500;

struct Shape {
  int columns = 1;  // Macroblocks of 16 x 16 pixels.
  int rows = 1;
  int grain = 8;
};

// Four columns for three rows. With c columns the picture takes each * 3/4 c^2 + kEdgeBits * c
// bits.
Shape shape_for(std::size_t bytes) noexcept {
  const std::size_t bits = 8 * (bytes - std::min(bytes, kJpegHeaderBytes));
  Shape shape;
  shape.grain = bytes < 15'000 ? 11 : bytes < 60'000 ? 22 : most_grain(JpegKind::photo);
  const std::size_t each = kBareMacroblockBits + 20 * static_cast<std::size_t>(shape.grain);
  const std::size_t root = square_root(kEdgeBits * kEdgeBits + 3 * each * bits);
  const std::size_t columns =
      std::max<std::size_t>((root - std::min(root, kEdgeBits)) * 2 / (3 * each), 1);
  const std::size_t macroblocks = (bits - std::min(bits, kEdgeBits * columns)) / each;
  shape.columns = static_cast<int>(columns);
  shape.rows = static_cast<int>(std::max<std::size_t>(macroblocks / columns, 1));
  return shape;
}

// A picture under way: row by row of macroblocks, each of two by two blocks of 8 x 8 pixels.
class Painter {
 public:
  Painter(const Landscape& view, Shape shape, rng::Key key, JpegWriter& jpeg) noexcept
      : view_(view),
        shape_(shape),
        places_of_block_((Landscape::kSamples << kFraction) / (2 * shape.columns)),
        noise_(key / "grain"),
        jpeg_(jpeg) {}

  void row(int row) noexcept {
    const int heights[] = {height(2 * row, 0), height(2 * row + 1, 0), height(2 * row + 2, 0)};
    for (int column = 0; column < shape_.columns; ++column) {
      for (int down = 0; down < 2; ++down) {
        for (int across = 0; across < 2; ++across) {
          brightness(2 * column + across, 2 * row + down, heights[down], heights[down + 1]);
        }
      }
      const Colour middle = view_.at(tops(2 * column + 1, 0), heights[1]);
      jpeg_.flat_block(1, middle.cb, 0, noise_);
      jpeg_.flat_block(2, middle.cr, 0, noise_);
    }
  }

 private:
  static constexpr int kFraction = 12;  // Bits of it in places_of_block_.

  // At the pixel `within` (0 .. 8) the block.
  [[nodiscard]] const Tops& tops(int block, int within) const noexcept {
    return view_.tops((block * places_of_block_ + within * (places_of_block_ / kBlockSide)) >>
                      kFraction);
  }
  [[nodiscard]] int height(int block, int within) const noexcept {
    return (kBlockSide * block + within) * 1000 / (2 * kBlockSide * shape_.rows);
  }

  void brightness(int x, int y, int top, int bottom) noexcept {
    const Tops& left = tops(x, 0);
    const Tops& right = tops(x + 1, 0);
    const int seen = Landscape::ridge_at(left, top);
    if (seen == Landscape::ridge_at(left, bottom) && seen == Landscape::ridge_at(right, top) &&
        seen == Landscape::ridge_at(right, bottom)) {
      jpeg_.flat_block(0, view_.at(left, top).y, shape_.grain, noise_);
    } else {
      edge(x, y);
    }
  }

  // A block in which a ridge ends: pixel by pixel.
  void edge(int x, int y) noexcept {
    std::array<std::uint8_t, kBlockSamples> samples;
    for (int down = 0; down < kBlockSide; ++down) {
      const int at = height(y, down);
      for (int across = 0; across < kBlockSide; ++across) {
        const int place = kBlockSide * down + across;
        samples[static_cast<std::size_t>(place)] =
            static_cast<std::uint8_t>(view_.at(tops(x, across), at).y);
      }
    }
    Coefficients coefficients;
    transform(JpegKind::photo, samples, coefficients);
    add_grain(noise_, shape_.grain, coefficients);
    jpeg_.block(0, coefficients);
  }

  const Landscape& view_;
  Shape shape_;
  int places_of_block_;
  rng::Stream noise_;
  JpegWriter& jpeg_;
};

}  // namespace

PictureSize append_photo(rng::Key key, std::size_t target_bytes, Buffer& out) {
  rng::Stream stream(key / "scene");
  const Landscape view(stream);
  const Shape shape = shape_for(target_bytes);
  const PictureSize size{16 * shape.columns, 16 * shape.rows};
  append_jpeg_header(JpegKind::photo, size.width, size.height, 72, out);
  JpegWriter jpeg(out);
  Painter painter(view, shape, key, jpeg);
  constexpr std::size_t kBlocksOfMacroblock = 6;
  for (int row = 0; row < shape.rows; ++row) {
    jpeg.room(kBlocksOfMacroblock * static_cast<std::size_t>(shape.columns));
    painter.row(row);
  }
  jpeg.finish();
  return size;
}

}  // namespace haymaker::media
