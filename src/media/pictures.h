#pragma once

#include <string_view>

#include "media/workbench.h"

namespace haymaker::media {

// A PNG: a screenshot of the title and the paragraphs, a chart of the table, or the company's logo.
void append_png_file(const Order& order);

// A JPEG: a photograph, or a typed sheet with the title and the paragraphs, as far as they fit.
void append_jpg_file(const Order& order);

// What a company's mark looks like: the shape comes from the key, the rest is given.
struct Brand {
  std::string_view name = {};
  Rgb main = {};
  Rgb accent = {};
};

// The colours of a company that has not chosen any.
Brand draw_brand(std::string_view name, rng::Key key) noexcept;

// A PNG of 64 pixels' height with the mark and the name, as signatures show it.
void append_logo(const Brand& brand, rng::Key key, Workbench& bench, Buffer& out);

}  // namespace haymaker::media
