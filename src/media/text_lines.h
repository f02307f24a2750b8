#pragma once

#include <span>
#include <string_view>

#include "media/bitmap_font.h"
#include "media/line_breaker.h"
#include "media/workbench.h"

namespace haymaker::media {

// The title and the paragraphs in lines of at most `columns` characters, with an empty line before
// each paragraph, into order.bench.lines. place_at(number of the line, from 0) is where the words
// are that begin in that line.
template <class PlaceAt>
std::span<const std::string_view> lay_lines(const Order& order, std::size_t columns,
                                            PlaceAt&& place_at) {
  auto& lines = order.bench.lines;
  lines.clear();
  const auto lay = [&](std::string_view text, Field field, std::size_t index) {
    for (std::size_t begin = 0; begin < text.size();) {
      const TextLine line =
          break_line(text, begin, columns, [](char32_t c) { return has_no_width(c) ? 0U : 1U; });
      locate_within(order, field, index, line.begin, line.next, place_at(lines.size()));
      lines.push_back(text.substr(line.begin, line.end - line.begin));
      begin = line.next;
    }
  };
  lay(order.document.title, Field::title, 0);
  for (std::size_t i = 0; i < order.document.paragraphs.size(); ++i) {
    if (!lines.empty()) lines.push_back({});
    lay(order.document.paragraphs[i], Field::paragraph, i);
  }
  return lines;
}

}  // namespace haymaker::media
