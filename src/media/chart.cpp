#include "media/chart.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/utf8.h"
#include "media/bitmap_font.h"
#include "media/put.h"

namespace haymaker::media {

namespace {

enum Ink : std::uint8_t { kPaper, kText, kGrid, kAxis, kSeries };

constexpr Palette kPalette = [] {
  Palette palette{};
  palette[kPaper] = {255, 255, 255};
  palette[kText] = {64, 70, 78};
  palette[kGrid] = {226, 229, 233};
  palette[kAxis] = {120, 126, 134};
  palette[kSeries] = {47, 109, 181};
  return palette;
}();

constexpr int kWidth = 760;
constexpr int kHeight = 440;
constexpr int kLeft = 96;
constexpr int kRight = kWidth - 24;
constexpr int kTop = 56;
constexpr int kBottom = kHeight - 48;
constexpr int kGridLines = 4;
constexpr std::size_t kMostBars = 24;

// The whole part of a decimal number, at most nine digits of it.
std::int64_t whole_part(std::string_view text) noexcept {
  const bool negative = text.starts_with('-');
  std::int64_t value = 0;
  int digits = 0;
  for (const char c : text.substr(negative ? 1 : 0)) {
    if (c < '0' || c > '9' || ++digits > 9) break;
    value = value * 10 + (c - '0');
  }
  return negative ? -value : value;
}

struct Series {
  std::array<std::int64_t, kMostBars> values{};
  std::array<std::string_view, kMostBars> labels{};
  std::size_t size = 0;
  std::string_view name = {};
};

// The first column whose first cell is a number; the labels are those of the first column.
Series series_of(const Table& table) noexcept {
  Series series;
  const std::size_t columns = table.header.size();
  if (table.rows() == 0) return series;
  std::size_t column = 0;
  while (column < columns && !table.cells[column].number) ++column;
  if (column == columns) return series;
  series.name = table.header[column];
  series.size = std::min(table.rows(), kMostBars);
  for (std::size_t row = 0; row < series.size; ++row) {
    series.values[row] = whole_part(table.cells[row * columns + column].text);
    series.labels[row] = table.cells[row * columns].text;
  }
  return series;
}

// The least of 1, 2, 5, 10, 20, ... that is no smaller.
std::int64_t round_up(std::int64_t value) noexcept {
  for (std::int64_t step = 1;; step *= 10) {
    for (const std::int64_t part : {step, 2 * step, 5 * step}) {
      if (part >= value) return part;
    }
  }
}

// As much of `text` as fits into `columns` characters.
std::string_view cut(std::string_view text, std::size_t columns) noexcept {
  std::size_t at = 0;
  for (; at < text.size() && columns > 0; --columns) at += first_code_point(text.substr(at)).bytes;
  return text.substr(0, at);
}

void draw_grid(std::int64_t low, std::int64_t high, Buffer& label, Raster& raster) {
  for (int i = 0; i <= kGridLines; ++i) {
    const int y = kBottom - (kBottom - kTop) * i / kGridLines;
    raster.fill(kLeft, y, kRight - kLeft, 1, kGrid);
    label.clear();
    put(label, low + (high - low) * i / kGridLines);
    const int width = kGlyphWidth * static_cast<int>(label.size());
    raster.write(label.view(), kLeft - 8 - width, y - kGlyphHeight / 2, 1, kText);
  }
}

void draw_bars(const Series& series, std::int64_t low, std::int64_t high, Raster& raster) {
  const auto y_of = [&](std::int64_t value) {
    return kBottom - static_cast<int>((kBottom - kTop) * (value - low) / (high - low));
  };
  const int zero = y_of(0);
  const int pitch = (kRight - kLeft) / static_cast<int>(series.size);
  for (std::size_t i = 0; i < series.size; ++i) {
    const int x = kLeft + pitch * static_cast<int>(i) + pitch / 5;
    const int y = y_of(series.values[i]);
    raster.fill(x, std::min(y, zero), pitch * 3 / 5, std::abs(zero - y), kSeries);
    const std::string_view label =
        cut(series.labels[i], static_cast<std::size_t>(std::max(pitch / kGlyphWidth - 1, 1)));
    raster.write(label, x, kBottom + 10, 1, kText);
  }
  raster.fill(kLeft, zero, kRight - kLeft, 1, kAxis);
}

}  // namespace

void append_chart(const Order& order) {
  Workbench& bench = order.bench;
  const Series series = series_of(order.document.table);
  const auto values = std::span(series.values).first(series.size);
  const std::int64_t most = values.empty() ? 0 : std::ranges::max(values);
  const std::int64_t least = values.empty() ? 0 : std::ranges::min(values);
  const std::int64_t high = most > 0 ? round_up(most) : least < 0 ? 0 : 1;
  const std::int64_t low = least < 0 ? -round_up(-least) : 0;
  Raster& raster = bench.raster;
  raster.reset(kWidth, kHeight);
  constexpr std::size_t kTitleColumns = (kWidth - 48) / kGlyphWidth;
  raster.write(cut(order.document.title, kTitleColumns), 24, 12, 1, kText);
  raster.write(cut(series.name, kTitleColumns), kLeft, 34, 1, kAxis);
  draw_grid(low, high, bench.text, raster);
  if (!values.empty()) draw_bars(series, low, high, raster);
  append_png(raster, kPalette, bench.deflater, bench.text, order.out);
}

}  // namespace haymaker::media
