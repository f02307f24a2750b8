#include "media/raster.h"

#include <algorithm>
#include <cstdlib>

#include "base/utf8.h"
#include "media/bitmap_font.h"

namespace haymaker::media {

void Raster::reset(int width, int height) {
  width_ = width;
  height_ = height;
  pixels_.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0);
}

void Raster::extend(int rows) {
  height_ += rows;
  pixels_.resize(pixels_.size() +
                 static_cast<std::size_t>(rows) * static_cast<std::size_t>(width_));
}

void Raster::set(int x, int y, std::uint8_t colour) noexcept {
  if (x >= 0 && y >= 0 && x < width_ && y < height_) pixels_[index(x, y)] = colour;
}

void Raster::fill(int x, int y, int width, int height, std::uint8_t colour) noexcept {
  const int left = std::clamp(x, 0, width_);
  const int right = std::clamp(x + width, left, width_);
  const int bottom = std::min(y + height, height_);
  for (int at = std::max(y, 0); at < bottom; ++at) {
    std::fill_n(row(at) + left, right - left, colour);
  }
}

void Raster::fill_circle(int x, int y, int radius, std::uint8_t colour) noexcept {
  int reach = radius;
  for (int up = 0; up <= radius; ++up) {
    while (reach * reach + up * up > radius * radius) --reach;
    fill(x - reach, y - up, 2 * reach + 1, 1, colour);
    fill(x - reach, y + up, 2 * reach + 1, 1, colour);
  }
}

// Bresenham, "Algorithm for computer control of a digital plotter" (1965).
void Raster::line(int x0, int y0, int x1, int y1, std::uint8_t colour) noexcept {
  const int across = std::abs(x1 - x0);
  const int down = -std::abs(y1 - y0);
  int error = across + down;
  for (;;) {
    set(x0, y0, colour);
    if (x0 == x1 && y0 == y1) return;
    const int twice = 2 * error;
    if (twice >= down) {
      error += down;
      x0 += x0 < x1 ? 1 : -1;
    }
    if (twice <= across) {
      error += across;
      y0 += y0 < y1 ? 1 : -1;
    }
  }
}

int Raster::write(std::string_view text, int x, int y, int scale, std::uint8_t colour) noexcept {
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    text.remove_prefix(point.bytes);
    if (has_no_width(point.value)) continue;
    const Glyph rows = glyph(point.value);
    for (int down = 0; down < kGlyphHeight; ++down) {
      const unsigned bits = rows[static_cast<std::size_t>(down)];
      for (int across = 0; bits != 0 && across < kGlyphWidth; ++across) {
        if ((bits >> (kGlyphWidth - 1 - across) & 1U) == 0) continue;
        fill(x + across * scale, y + down * scale, scale, scale, colour);
      }
    }
    x += kGlyphWidth * scale;
  }
  return x;
}

}  // namespace haymaker::media
