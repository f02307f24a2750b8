#include "media/pdf.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "media/line_breaker.h"
#include "media/pdf_pages.h"
#include "media/put.h"
#include "media/text_lines.h"
#include "media/typed_sheet.h"
#include "rng/stream.h"

namespace haymaker::media {

namespace {

constexpr PaperSize kA4{595, 842};
constexpr PaperSize kLetter{612, 792};

constexpr int kTitleSize = 16;
constexpr int kTextSize = 11;
constexpr int kTableSize = 9;
constexpr int kColumnGap = 8;
constexpr std::size_t kMostPictureBytes = 900'000;

// A line takes 1.3 times the size of its letters.
constexpr int line_height(int size) noexcept { return size * 13 / 10; }

struct Origin {
  std::string_view creator;
  std::string_view producer;
};
constexpr std::array kPrograms = {
    Origin{"Microsoft\xC2\xAE Word for Microsoft 365", "Microsoft\xC2\xAE Word for Microsoft 365"},
    Origin{"Acrobat PDFMaker 23 for Word", "Adobe PDF Library 23.1.175"},
    Origin{"Writer", "LibreOffice 7.4"},
    Origin{"PScript5.dll Version 5.2.2", "Acrobat Distiller 23.0 (Windows)"}};
constexpr Origin kScanner{"ScanStation 4200", "ScanStation 4200 image to PDF 2.1"};

// A text of the document.
struct Source {
  Field field;
  std::size_t index;
};

class Typesetter {
 public:
  Typesetter(const Order& order, PdfFonts& fonts, PdfPages& pages)
      : order_(order), fonts_(fonts), pages_(pages) {}

  // Wrapped over the whole width. A text with planted words stays on one page if it fits there.
  void paragraph(std::string_view text, Source source, bool bold, int size) {
    const int height = line_height(size);
    const std::uint64_t width = width_of(pages_.text_width(), size);
    if (is_planted(source)) {
      pages_.need(std::min(height * count_lines(text, width, bold), pages_.text_height()));
    }
    for (std::size_t begin = 0; begin < text.size();) {
      const TextLine line = next_line(text, begin, width, bold);
      pages_.need(height);
      pages_.advance(height);
      pages_.text(text.substr(line.begin, line.end - line.begin), 0, bold, size);
      found(source, line);
      begin = line.next;
    }
    pages_.advance(size / 2);
  }

  void table() {
    const Table& table = order_.document.table;
    const std::size_t columns = table.header.size();
    if (columns == 0) return;
    pages_.need(3 * line_height(kTableSize));
    row(
        columns, true, [&](std::size_t column) { return Cell{.text = table.header[column]}; },
        [](std::size_t) { return Source{Field::cell, kNothing}; });
    pages_.rule(3);
    pages_.advance(3);
    for (std::size_t r = 0; r < table.rows(); ++r) {
      row(
          columns, false, [&](std::size_t column) { return table.cells[r * columns + column]; },
          [&](std::size_t column) { return Source{Field::cell, r * columns + column}; });
    }
  }

 private:
  static constexpr std::size_t kNothing = ~std::size_t{0};

  // In the units of break_line, thousandths of the size of the letters.
  static std::uint64_t width_of(int points, int size) noexcept {
    return static_cast<std::uint64_t>(points) * 1000 / static_cast<std::uint64_t>(size);
  }

  [[nodiscard]] TextLine next_line(std::string_view text, std::size_t begin, std::uint64_t width,
                                   bool bold) const {
    return break_line(text, begin, width, [&](char32_t c) { return fonts_.width(c, bold); });
  }

  [[nodiscard]] int count_lines(std::string_view text, std::uint64_t width, bool bold) const {
    int lines = 0;
    for (std::size_t begin = 0; begin < text.size(); ++lines) {
      begin = next_line(text, begin, width, bold).next;
    }
    return lines;
  }

  [[nodiscard]] bool is_planted(Source source) const noexcept {
    return std::ranges::any_of(order_.document.planted, [source](const Planted& planted) {
      return planted.field == source.field &&
             (source.field == Field::title || planted.index == source.index);
    });
  }

  void found(Source source, TextLine line) {
    if (source.index == kNothing) return;
    locate_within(order_, source.field, source.index, line.begin, line.next,
                  {.unit = PlaceUnit::page, .number = pages_.number()});
  }

  // Cells of a row side by side, each wrapped within its column; one whole cell after the other in
  // the order of the file, so that its words stay together.
  template <class CellAt, class SourceAt>
  void row(std::size_t columns, bool bold, CellAt&& cell_at, SourceAt&& source_at) {
    const int column_width = pages_.text_width() / static_cast<int>(columns);
    const std::uint64_t width = width_of(std::max(column_width - kColumnGap, 12), kTableSize);
    const int height = line_height(kTableSize);
    int most_lines = 1;
    for (std::size_t i = 0; i < columns; ++i) {
      most_lines = std::max(most_lines, count_lines(cell_at(i).text, width, bold));
    }
    pages_.need(height * most_lines);
    for (std::size_t i = 0; i < columns; ++i) {
      const Cell cell = cell_at(i);
      const int left = static_cast<int>(i) * column_width;
      int down = 0;
      for (std::size_t begin = 0; begin < cell.text.size();) {
        const TextLine line = next_line(cell.text, begin, width, bold);
        const std::string_view text = cell.text.substr(line.begin, line.end - line.begin);
        pages_.advance(height);
        down += height;
        const int indent = cell.number
                               ? column_width - kColumnGap -
                                     static_cast<int>(fonts_.width(text, bold)) * kTableSize / 1000
                               : 0;
        pages_.text(text, left + std::max(indent, 0), bold, kTableSize);
        found(source_at(i), line);
        begin = line.next;
      }
      pages_.advance(-down);
    }
    pages_.advance(height * most_lines);
  }

  const Order& order_;
  PdfFonts& fonts_;
  PdfPages& pages_;
};

// A string of an Info dictionary: PDFDocEncoding, or UTF-16 where that is too narrow.
void put_text_string(std::string_view text, Buffer& out) {
  put(out, "<FEFF");
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    text.remove_prefix(point.bytes);
    const char32_t c = point.value;
    if (c >= 0x10000) {
      append_hex_upper(0xD800 + ((c - 0x10000) >> 10), 4, out);
      append_hex_upper(0xDC00 + ((c - 0x10000) & 0x3FF), 4, out);
    } else {
      append_hex_upper(c, 4, out);
    }
  }
  put(out, ">");
}

// "(D:20250305091407Z)"
void put_date(UnixSeconds at, Buffer& out) {
  const CivilTime time = civil_time(at, 0);
  put(out, "(D:");
  append_padded(static_cast<std::uint64_t>(time.date.year), 4, out);
  for (const int part : {time.date.month, time.date.day, time.hour, time.minute, time.second}) {
    append_padded(static_cast<std::uint64_t>(part), 2, out);
  }
  put(out, "Z)");
}

void write_info(std::uint32_t object, const Document& document, Origin origin, PdfObjects& objects,
                Buffer& out) {
  objects.begin(object);
  put(out, "<< /Title ");
  put_text_string(document.title, out);
  put(out, " /Author ");
  put_text_string(document.author, out);
  put(out, " /Creator ");
  put_text_string(origin.creator, out);
  put(out, " /Producer ");
  put_text_string(origin.producer, out);
  put(out, "\n/CreationDate ");
  put_date(document.created, out);
  put(out, " /ModDate ");
  put_date(document.modified, out);
  put(out, " >>");
  objects.end();
}

// Bytes of the file so far and of what must still come besides pictures.
std::size_t bytes_without_pictures(const PdfObjects& objects) noexcept {
  constexpr std::size_t kFontsAndTrailer = 1'300;
  constexpr std::size_t kReference = 20;
  return objects.bytes() + kFontsAndTrailer + kReference * objects.count();
}

void add_photos(const Order& order, PdfObjects& objects, PdfPages& pages) {
  std::size_t missing = missing_bytes(order.document, bytes_without_pictures(objects));
  constexpr std::size_t kPageBytes = 500;  // Of a page around its picture.
  for (std::size_t left = (missing + kMostPictureBytes - 1) / kMostPictureBytes; left != 0;
       --left) {
    Buffer& picture = order.bench.picture;
    picture.clear();
    const std::size_t bytes = std::max(missing / left, kLeastPhotoBytes + kPageBytes);
    const PictureSize size =
        append_photo(order.key / "picture" / left, bytes - kPageBytes, picture);
    pages.picture_page(size, "/DeviceRGB", false);
    missing -= std::min(missing, bytes);
  }
}

void add_scans(const Order& order, PdfObjects& objects, PdfPages& pages) {
  const auto lines = lay_lines(order, kSheetColumns, [](std::size_t line) {
    return Place{.unit = PlaceUnit::page_picture,
                 .number = static_cast<std::uint32_t>(line / kSheetLines + 1),
                 .row = static_cast<std::uint32_t>(line % kSheetLines + 1)};
  });
  const std::size_t sheets =
      std::max<std::size_t>(1, (lines.size() + kSheetLines - 1) / kSheetLines);
  const std::size_t overhead = bytes_without_pictures(objects) + 600 * sheets;
  const std::size_t target = missing_bytes(order.document, overhead) / sheets;
  for (std::size_t sheet = 0; sheet < sheets; ++sheet) {
    const auto first = lines.subspan(std::min(sheet * kSheetLines, lines.size()));
    order.bench.picture.clear();
    const PictureSize size =
        append_typed_sheet(first.first(std::min(kSheetLines, first.size())),
                           order.key / "sheet" / sheet, target, order.bench.picture);
    pages.picture_page(size, "/DeviceGray", true);
  }
}

}  // namespace

void append_pdf(const Order& order) {
  Workbench& bench = order.bench;
  const Document& document = order.document;
  rng::Stream stream(order.key / "style");
  const PaperSize paper = stream.chance(7, 10) ? kA4 : kLetter;
  const Typeface face = stream.chance(6, 10) ? Typeface::helvetica : Typeface::times;
  const Origin origin =
      document.scanned ? kScanner : stream.pick(std::span<const Origin>(kPrograms));

  PdfObjects objects(bench.offsets, bench.packed, bench.deflater, order.out);
  const std::uint32_t catalog = objects.reserve();
  const std::uint32_t tree = objects.reserve();
  const std::uint32_t fonts_object = objects.reserve();
  const std::uint32_t info = objects.reserve();
  PdfFonts fonts(face, bench.characters);
  PdfPages pages(paper, tree, fonts_object, fonts, objects, bench, order.out);
  if (document.scanned) {
    add_scans(order, objects, pages);
  } else {
    Typesetter typesetter(order, fonts, pages);
    typesetter.paragraph(document.title, {Field::title, 0}, true, kTitleSize);
    for (std::size_t i = 0; i < document.paragraphs.size(); ++i) {
      typesetter.paragraph(document.paragraphs[i], {Field::paragraph, i}, false, kTextSize);
    }
    typesetter.table();
    pages.close_page();
  }
  add_photos(order, objects, pages);
  pages.finish();
  fonts.write(fonts_object, bench.text, objects, order.out);
  objects.begin(catalog);
  put(order.out, "<< /Type /Catalog /Pages ", tree, " 0 R >>");
  objects.end();
  write_info(info, document, origin, objects, order.out);
  objects.finish(catalog, info, order.key / "id");
}

}  // namespace haymaker::media
