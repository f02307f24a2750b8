#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "media/pdf_fonts.h"
#include "media/pdf_objects.h"
#include "media/photo.h"
#include "media/workbench.h"

namespace haymaker::media {

// Width and height in points, 1/72 of an inch.
struct PaperSize {
  int width = 595;
  int height = 842;
};

// The pages of a PDF file, filled from the top. Positions are in points.
class PdfPages {
 public:
  PdfPages(PaperSize paper, std::uint32_t parent, std::uint32_t fonts_object, PdfFonts& fonts,
           PdfObjects& objects, Workbench& bench, Buffer& out);

  static constexpr int kMargin = 72;
  [[nodiscard]] int text_width() const noexcept { return paper_.width - 2 * kMargin; }
  [[nodiscard]] int text_height() const noexcept { return paper_.height - 2 * kMargin; }
  // Of the page on which the next line stands, from 1.
  [[nodiscard]] std::uint32_t number() const noexcept {
    return static_cast<std::uint32_t>(pages_.size()) + 1;
  }

  // Begins a page where fewer than `height` points are left, unless this page is empty.
  void need(int height);
  // Moves down by `height`; what is written next stands above that line.
  void advance(int height) noexcept { y_ -= height; }
  // A piece of text that begins `x` points right of the margin.
  void text(std::string_view text, int x, bool bold, int size);
  // A rule over the whole width, `below` points under the line.
  void rule(int below);
  // Writes the page under way, if it has anything.
  void close_page();
  // A page with nothing but a picture: over all of it, or within the margins.
  void picture_page(PictureSize picture, std::string_view colour_space, bool whole_page);
  // The tree of pages, of which there is one at least.
  void finish();

 private:
  void begin_page();
  void break_page();
  void end_page(std::uint32_t picture);

  PaperSize paper_;
  std::uint32_t parent_;
  std::uint32_t fonts_object_;
  PdfFonts& fonts_;
  PdfObjects& objects_;
  Buffer& content_;
  Buffer& picture_;
  std::vector<std::uint32_t>& pages_;
  Buffer& out_;
  int y_ = 0;
  bool empty_ = true;
};

}  // namespace haymaker::media
