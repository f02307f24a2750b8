#include <algorithm>

#include "base/utf8.h"
#include "media/bitmap_font.h"
#include "media/chart.h"
#include "media/pictures.h"
#include "media/text_lines.h"
#include "media/typed_sheet.h"
#include "rng/stream.h"

namespace haymaker::media {

namespace {

enum Ink : std::uint8_t { kPage, kText, kBar, kFrame, kButtons, kFirstShade = 16 };
constexpr int kShades = kPaletteSize - kFirstShade;
constexpr std::uint32_t kGrain = 64;  // Shades by which neighbouring pixels of a camera differ.

constexpr int kMargin = 16;
constexpr int kBarHeight = 28;
constexpr int kLineHeight = 17;
constexpr std::size_t kColumns = 84;

constexpr Palette kPalette = [] {
  Palette palette{};
  palette[kPage] = {255, 255, 255};
  palette[kText] = {30, 33, 38};
  palette[kBar] = {226, 230, 236};
  palette[kFrame] = {164, 171, 181};
  palette[kButtons] = {118, 126, 138};
  for (int i = 0; i < kShades; ++i) {
    palette[static_cast<std::size_t>(kFirstShade + i)] = {
        static_cast<std::uint8_t>(24 + i * 3 / 2), static_cast<std::uint8_t>(34 + i * 3 / 2),
        static_cast<std::uint8_t>(52 + i * 3 / 2)};
  }
  return palette;
}();

// The pane of a camera below the text, as video calls show it: shades from light to dark, with much
// grain.
void draw_camera(rng::Key key, int top, Raster& raster) {
  rng::Stream noise(key / "camera");
  const int rows = raster.height() - top;
  for (int y = 0; y < rows; ++y) {
    const int base = kFirstShade + (kShades - static_cast<int>(kGrain)) * (rows - 1 - y) / rows;
    std::uint8_t* const row = raster.row(top + y);
    std::uint64_t random = 0;
    for (int x = 0; x < raster.width(); ++x) {
      if (x % 8 == 0) random = noise.next64();
      row[x] = static_cast<std::uint8_t>(base + static_cast<int>(random % kGrain));
      random >>= 8;
    }
  }
}

void draw_window(int scale, Raster& raster) {
  const int height = raster.height();
  raster.fill(0, 0, raster.width(), kBarHeight * scale, kBar);
  for (int i = 0; i < 3; ++i) {
    raster.fill_circle(raster.width() - (16 + 22 * i) * scale, kBarHeight * scale / 2, 5 * scale,
                       kButtons);
  }
  raster.fill(0, kBarHeight * scale, raster.width(), 1, kFrame);
  raster.fill(0, 0, 1, height, kFrame);
  raster.fill(raster.width() - 1, 0, 1, height, kFrame);
  raster.fill(0, height - 1, raster.width(), 1, kFrame);
}

void append_screenshot(const Order& order) {
  Workbench& bench = order.bench;
  rng::Stream stream(order.key / "screen");
  const int scale = stream.chance(1, 4) ? 2 : 1;  // Some screens are finer.
  const auto lines = lay_lines(order, kColumns, [](std::size_t line) {
    return Place{.unit = PlaceUnit::line, .number = static_cast<std::uint32_t>(line + 1)};
  });
  std::size_t longest = 40;
  for (const std::string_view line : lines) longest = std::max(longest, count_code_points(line));
  const int width = (2 * kMargin + static_cast<int>(longest) * kGlyphWidth) * scale;
  const int window =
      (kBarHeight + 2 * kMargin + static_cast<int>(lines.size()) * kLineHeight) * scale;
  Raster& raster = bench.raster;
  raster.reset(width, window);
  draw_window(scale, raster);
  int y = (kBarHeight + kMargin) * scale;
  for (const std::string_view line : lines) {
    raster.write(line, kMargin * scale, y, scale, kText);
    y += kLineHeight * scale;
  }
  const std::size_t start = order.out.size();
  append_png(raster, kPalette, bench.deflater, bench.text, order.out);
  const std::size_t missing = missing_bytes(order.document, order.out.size() - start);
  if (missing == 0) return;
  order.out.truncate(start);
  raster.extend(static_cast<int>(missing / static_cast<std::size_t>(width + 1)));
  draw_camera(order.key, window, raster);
  append_png(raster, kPalette, bench.deflater, bench.text, order.out);
}

constexpr std::size_t kUsualPhotoBytes = 120'000;

void append_scan(const Order& order) {
  const auto lines = lay_lines(order, kSheetColumns, [](std::size_t line) {
    return line < kSheetLines
               ? Place{.unit = PlaceUnit::line, .number = static_cast<std::uint32_t>(line + 1)}
               : Place{};
  });
  append_typed_sheet(lines.first(std::min(lines.size(), kSheetLines)), order.key / "sheet",
                     order.document.target_bytes, order.out);
}

}  // namespace

void append_png_file(const Order& order) {
  switch (order.document.picture) {
    case Picture::text:
    case Picture::photo: append_screenshot(order); return;
    case Picture::chart: append_chart(order); return;
    case Picture::logo:
      append_logo(draw_brand(order.document.company, order.key), order.key, order.bench, order.out);
      return;
  }
}

void append_jpg_file(const Order& order) {
  if (order.document.picture == Picture::text) {
    append_scan(order);
    return;
  }
  const std::size_t target = order.document.target_bytes;
  append_photo(order.key / "picture",
               target == 0 ? kUsualPhotoBytes : std::max(target, kLeastPhotoBytes), order.out);
}

}  // namespace haymaker::media
