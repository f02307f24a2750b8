#pragma once

// A picture of few colours, drawn pixel by pixel, and its PNG.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/buffer.h"
#include "media/deflate.h"

namespace haymaker::media {

struct Rgb {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  friend bool operator==(Rgb, Rgb) = default;
};

// Pixels are numbers of a palette. Whatever lies outside the picture is left out.
class Raster {
 public:
  // All pixels take colour 0. Keeps its memory when it is used again.
  void reset(int width, int height);
  // Adds rows of colour 0 below.
  void extend(int rows);

  [[nodiscard]] int width() const noexcept { return width_; }
  [[nodiscard]] int height() const noexcept { return height_; }
  [[nodiscard]] std::uint8_t at(int x, int y) const noexcept { return pixels_[index(x, y)]; }

  void set(int x, int y, std::uint8_t colour) noexcept;
  void fill(int x, int y, int width, int height, std::uint8_t colour) noexcept;
  void fill_circle(int x, int y, int radius, std::uint8_t colour) noexcept;
  void line(int x0, int y0, int x1, int y1, std::uint8_t colour) noexcept;
  // Each pixel of the font becomes a square of `scale`. Returns the x after the last character.
  int write(std::string_view text, int x, int y, int scale, std::uint8_t colour) noexcept;
  // A row of pixels to be written to.
  [[nodiscard]] std::uint8_t* row(int y) noexcept { return pixels_.data() + index(0, y); }
  [[nodiscard]] const std::uint8_t* row(int y) const noexcept {
    return pixels_.data() + index(0, y);
  }

 private:
  [[nodiscard]] std::size_t index(int x, int y) const noexcept {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
           static_cast<std::size_t>(x);
  }

  int width_ = 0;
  int height_ = 0;
  std::vector<std::uint8_t> pixels_;
};

// Numbers below 144 are those that the fixed codes of deflate write in eight bits.
inline constexpr int kPaletteSize = 144;
using Palette = std::array<Rgb, kPaletteSize>;

// Appends a PNG (ISO 15948) of eight bits a pixel with a palette. `rows` is scratch.
void append_png(const Raster& raster, const Palette& palette, Deflater& deflater, Buffer& rows,
                Buffer& out);

}  // namespace haymaker::media
