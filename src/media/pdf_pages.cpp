#include "media/pdf_pages.h"

#include "media/put.h"

namespace haymaker::media {

namespace {
constexpr int kFooterSize = 8;
constexpr int kFooterHeight = 36;  // Of its line above the edge of the paper.
}  // namespace

PdfPages::PdfPages(PaperSize paper, std::uint32_t parent, std::uint32_t fonts_object,
                   PdfFonts& fonts, PdfObjects& objects, Workbench& bench, Buffer& out)
    : paper_(paper),
      parent_(parent),
      fonts_object_(fonts_object),
      fonts_(fonts),
      objects_(objects),
      content_(bench.text),
      picture_(bench.picture),
      pages_(bench.pages),
      out_(out) {
  pages_.clear();
  begin_page();
}

void PdfPages::begin_page() {
  content_.clear();
  y_ = paper_.height - kMargin;
  empty_ = true;
}

void PdfPages::need(int height) {
  if (!empty_ && y_ - height < kMargin) break_page();
}

void PdfPages::text(std::string_view text, int x, bool bold, int size) {
  if (text.empty()) return;
  put(content_, "BT 1 0 0 1 ", kMargin + x, " ", y_, " Tm ");
  fonts_.show(text, bold, size, content_);
  put(content_, "ET\n");
  empty_ = false;
}

void PdfPages::rule(int below) {
  put(content_, "0.5 w ", kMargin, " ", y_ - below, " m ", paper_.width - kMargin, " ", y_ - below,
      " l S\n");
}

void PdfPages::break_page() {
  y_ = kFooterHeight;
  // Digits only, which no two fonts code differently.
  put(content_, "BT 1 0 0 1 ", paper_.width / 2, " ", kFooterHeight, " Tm /F1 ", kFooterSize,
      " Tf (", number(), ") Tj ET\n");
  end_page(0);
  begin_page();
}

void PdfPages::picture_page(PictureSize picture, std::string_view colour_space, bool whole_page) {
  close_page();
  const std::uint32_t object = objects_.reserve();
  const int margin = whole_page ? 0 : kMargin;
  const int most_width = paper_.width - 2 * margin;
  const int most_height = paper_.height - 2 * margin;
  int width = most_width;
  int height = picture.height * most_width / picture.width;
  if (height > most_height) {
    height = most_height;
    width = picture.width * most_height / picture.height;
  }
  put(content_, "/Type /XObject /Subtype /Image /Width ", picture.width, " /Height ",
      picture.height, " /ColorSpace ", colour_space, " /BitsPerComponent 8 /Filter /DCTDecode");
  objects_.add_raw_stream(object, content_.view(), picture_.view());
  content_.clear();
  put(content_, "q ", width, " 0 0 ", height, " ", (paper_.width - width) / 2, " ",
      paper_.height - margin - height, " cm /Im1 Do Q\n");
  end_page(object);
  begin_page();
}

void PdfPages::end_page(std::uint32_t picture) {
  const std::uint32_t content = objects_.reserve();
  objects_.add_stream(content, content_.view());
  const std::uint32_t page = objects_.reserve();
  objects_.begin(page);
  put(out_, "<< /Type /Page /Parent ", parent_, " 0 R /MediaBox [0 0 ", paper_.width, " ",
      paper_.height, "] /Contents ", content, " 0 R\n/Resources << /Font ", fonts_object_, " 0 R");
  if (picture != 0) put(out_, " /XObject << /Im1 ", picture, " 0 R >>");
  put(out_, " >> >>");
  objects_.end();
  pages_.push_back(page);
}

void PdfPages::close_page() {
  if (!empty_) break_page();
}

void PdfPages::finish() {
  if (!empty_ || pages_.empty()) break_page();
  objects_.begin(parent_);
  put(out_, "<< /Type /Pages /Count ", pages_.size(), " /Kids [");
  for (const std::uint32_t page : pages_) put(out_, page, " 0 R ");
  put(out_, "] >>");
  objects_.end();
}

}  // namespace haymaker::media
