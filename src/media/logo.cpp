#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/utf8.h"
#include "media/bitmap_font.h"
#include "media/pictures.h"
#include "rng/stream.h"

namespace haymaker::media {

namespace {

enum Ink : std::uint8_t { kPaper, kMain, kAccent, kFirstBlend };
constexpr int kBlends = 64;  // Colours on the way from the main one to the accent.
static_assert(kFirstBlend + kBlends <= kPaletteSize);

constexpr int kHeight = 64;
constexpr int kMark = 56;  // The side of the square that the mark fills.
constexpr int kEdge = 4;

constexpr std::array<Rgb, 8> kMains = {{{31, 58, 95},
                                        {122, 28, 48},
                                        {20, 92, 76},
                                        {64, 48, 110},
                                        {12, 74, 110},
                                        {88, 60, 28},
                                        {38, 50, 56},
                                        {150, 62, 20}}};
constexpr std::array<Rgb, 8> kAccents = {{{200, 150, 40},
                                          {90, 150, 200},
                                          {214, 90, 60},
                                          {120, 170, 90},
                                          {230, 180, 120},
                                          {80, 180, 180},
                                          {190, 190, 200},
                                          {240, 130, 50}}};

Rgb blend(Rgb from, Rgb to, int part) noexcept {
  const auto channel = [part](int a, int b) {
    return static_cast<std::uint8_t>(a + (b - a) * part / (kBlends - 1));
  };
  return {channel(from.red, to.red), channel(from.green, to.green), channel(from.blue, to.blue)};
}

// The blend of a place of the mark: from one corner to the other.
std::uint8_t blend_at(int x, int y) noexcept {
  return static_cast<std::uint8_t>(kFirstBlend + (x + y) * (kBlends - 1) / (2 * kMark));
}

// Whether a place of the mark is inked, for each of its shapes.
bool in_mark(std::uint32_t shape, int x, int y) noexcept {
  const int dx = 2 * x - kMark + 1;
  const int dy = 2 * y - kMark + 1;
  const int distance = dx * dx + dy * dy;
  constexpr int kOuter = kMark * kMark;
  switch (shape) {
    case 0:
      return distance <= kOuter && (distance >= kOuter * 2 / 5 || dx > 0);     // A ring, half full.
    case 1: return y >= kMark - (x / 14 + 1) * 14 && x % 14 < 11;              // Rising bars.
    case 2: return std::abs(dx) + std::abs(dy) <= kMark && (x + y) % 16 < 12;  // A hatched diamond.
    case 3: return (x / 28 + y / 28) % 2 == 0 || distance <= kOuter / 3;  // Two squares and a disc.
    default: return y >= std::abs(dx) / 2 && (y - std::abs(dx) / 2) % 20 < 13;  // Chevrons.
  }
}
constexpr std::uint32_t kShapes = 5;

}  // namespace

Brand draw_brand(std::string_view name, rng::Key key) noexcept {
  rng::Stream stream(key / "brand");
  const Rgb main = stream.pick(std::span<const Rgb>(kMains));
  return {name, main, stream.pick(std::span<const Rgb>(kAccents))};
}

void append_logo(const Brand& brand, rng::Key key, Workbench& bench, Buffer& out) {
  rng::Stream stream(key / "logo");
  const std::uint32_t shape = stream.below(kShapes);
  const bool framed = stream.chance(1, 3);
  Palette palette{};
  palette[kPaper] = {255, 255, 255};
  palette[kMain] = brand.main;
  palette[kAccent] = brand.accent;
  for (int i = 0; i < kBlends; ++i) {
    palette[static_cast<std::size_t>(kFirstBlend + i)] = blend(brand.main, brand.accent, i);
  }
  constexpr int kScale = 2;
  const int text = static_cast<int>(count_code_points(brand.name)) * kGlyphWidth * kScale;
  Raster& raster = bench.raster;
  raster.reset(kEdge + kMark + 12 + text + kEdge, kHeight);
  for (int y = 0; y < kMark; ++y) {
    for (int x = 0; x < kMark; ++x) {
      if (in_mark(shape, x, y)) raster.set(kEdge + x, kEdge + y, blend_at(x, y));
    }
  }
  const int left = kEdge + kMark + 12;
  raster.write(brand.name, left, 16, kScale, kMain);
  raster.fill(left, 48, text, 3, kAccent);
  if (framed) raster.fill(0, kHeight - 1, raster.width(), 1, kMain);
  append_png(raster, palette, bench.deflater, bench.text, out);
}

}  // namespace haymaker::media
