#include "media/pptx.h"

#include <algorithm>

#include "media/ooxml.h"
#include "media/slide_master.h"

namespace haymaker::media {

namespace {

constexpr std::string_view kNamespaces =
    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
    " xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

constexpr std::size_t kParagraphsOfSlide = 5;
constexpr std::size_t kMostRows = 14;  // Of the table that fits on a slide; the rest goes on.
constexpr std::size_t kMostPictureBytes = 700'000;
constexpr std::int64_t kSlideWidth = 12'192'000;
constexpr std::int64_t kSlideHeight = 6'858'000;
constexpr EmuSize kMostPicture{10'515'600, 4'900'000};

// A slide is written whole before the next one is begun.
class Slides {
 public:
  Slides(const Order& order, ZipArchive& archive) : order_(order), archive_(archive) {}

  [[nodiscard]] std::uint32_t next() const noexcept { return count_ + 1; }

  Buffer& begin() {
    Buffer& out = order_.bench.body;
    out.clear();
    put(out, kXmlHeader, "<p:sld ", kNamespaces,
        "><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/>"
        "</p:nvGrpSpPr><p:grpSpPr/>");
    return out;
  }
  // `layout` is 1 for a title, 2 for a title and a body; a picture is the relation rId2.
  void finish(int layout, bool pictured) {
    ++count_;
    Buffer& out = order_.bench.body;
    put(out, "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>");
    add("ppt/slides/slide", ".xml", out.view());
    out.clear();
    append_relations_begin(out);
    append_relation(1,
                    {"slideLayout", layout == 1 ? "../slideLayouts/slideLayout1.xml"
                                                : "../slideLayouts/slideLayout2.xml"},
                    out);
    if (pictured) {
      name_.clear();
      put(name_, "../media/image", count_, ".jpeg");
      append_relation(2, {"image", name_.view()}, out);
    }
    append_relations_end(out);
    add("ppt/slides/_rels/slide", ".xml.rels", out.view());
    if (!pictured) return;
    name_.clear();
    put(name_, "ppt/media/image", count_, ".jpeg");
    archive_.add_stored(name_.view(), order_.bench.picture.view());
  }

 private:
  void add(std::string_view stem, std::string_view ending, std::string_view bytes) {
    name_.clear();
    put(name_, stem, count_, ending);
    archive_.add(name_.view(), bytes);
  }

  const Order& order_;
  ZipArchive& archive_;
  Buffer& name_ = order_.bench.text;
  std::uint32_t count_ = 0;
};

void append_text_shape(int id, std::string_view name, std::string_view placeholder, Buffer& out) {
  put(out, "<p:sp><p:nvSpPr><p:cNvPr id=\"", id, "\" name=\"", name,
      "\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph ", placeholder,
      "/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr>"
      "<a:lstStyle/>");
}
constexpr std::string_view kShapeEnd = "</p:txBody></p:sp>";

void append_text(std::string_view text, Buffer& out) {
  put(out, "<a:p><a:r><a:rPr lang=\"en-GB\"/><a:t>", XmlText{text}, "</a:t></a:r></a:p>");
}

void append_title(std::string_view type, std::string_view text, Buffer& out) {
  append_text_shape(2, "Title 1", type, out);
  append_text(text, out);
  put(out, kShapeEnd);
}

void add_title_slide(const Order& order, Slides& slides) {
  const Document& document = order.document;
  locate_within(order, Field::title, 0, 0, document.title.size(),
                {.unit = PlaceUnit::slide, .number = slides.next()});
  Buffer& out = slides.begin();
  append_title("type=\"ctrTitle\"", document.title, out);
  append_text_shape(3, "Subtitle 2", "type=\"subTitle\" idx=\"1\"", out);
  append_text(document.author, out);
  append_text(document.company, out);
  put(out, kShapeEnd);
  slides.finish(1, false);
}

void add_text_slides(const Order& order, Slides& slides) {
  const auto paragraphs = order.document.paragraphs;
  for (std::size_t first = 0; first < paragraphs.size(); first += kParagraphsOfSlide) {
    const std::size_t end = std::min(first + kParagraphsOfSlide, paragraphs.size());
    const std::uint32_t number = slides.next();
    Buffer& out = slides.begin();
    append_title("type=\"title\"", order.document.title, out);
    append_text_shape(3, "Content 2", "idx=\"1\"", out);
    for (std::size_t i = first; i < end; ++i) {
      append_text(paragraphs[i], out);
      locate(order, Field::paragraph, i,
             {.unit = PlaceUnit::slide,
              .number = number,
              .row = static_cast<std::uint32_t>(i - first + 1)});
    }
    put(out, kShapeEnd);
    slides.finish(2, false);
  }
}

void append_table_row(const Order& order, std::size_t row, Buffer& out) {
  const Table& table = order.document.table;
  const std::size_t columns = table.header.size();
  put(out, "<a:tr h=\"320000\">");
  for (std::size_t column = 0; column < columns; ++column) {
    const std::string_view text =
        row == 0 ? table.header[column] : table.cells[(row - 1) * columns + column].text;
    put(out, "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang=\"en-GB\" sz=\"1200\"",
        row == 0 ? " b=\"1\"" : "", "/><a:t>", XmlText{text},
        "</a:t></a:r></a:p></a:txBody><a:tcPr/></a:tc>");
  }
  put(out, "</a:tr>");
}

void add_table_slide(const Order& order, std::size_t first, std::size_t end, Slides& slides) {
  const Table& table = order.document.table;
  const std::size_t columns = table.header.size();
  const std::uint32_t number = slides.next();
  Buffer& out = slides.begin();
  append_title("type=\"title\"", table.name.empty() ? order.document.title : table.name, out);
  put(out,
      "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"4\" name=\"Table 3\"/>"
      "<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x=\"838200\""
      " y=\"1500000\"/><a:ext cx=\"",
      kMostPicture.width, "\" cy=\"", 320'000 * (end - first + 1),
      "\"/></p:xfrm><a:graphic><a:graphicData"
      " uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\"><a:tbl>"
      "<a:tblPr firstRow=\"1\" bandRow=\"1\"><a:tableStyleId>",
      kTableStyle, "</a:tableStyleId></a:tblPr><a:tblGrid>");
  for (std::size_t i = 0; i < columns; ++i) {
    put(out, "<a:gridCol w=\"", static_cast<std::size_t>(kMostPicture.width) / columns, "\"/>");
  }
  put(out, "</a:tblGrid>");
  append_table_row(order, 0, out);
  for (std::size_t row = first; row < end; ++row) {
    append_table_row(order, row + 1, out);
    for (std::size_t column = 0; column < columns; ++column) {
      locate(order, Field::cell, row * columns + column,
             {.unit = PlaceUnit::table_cell,
              .number = number,
              .row = static_cast<std::uint32_t>(row - first + 2),
              .column = static_cast<std::uint32_t>(column + 1)});
    }
  }
  put(out, "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>");
  slides.finish(2, false);
}

void add_picture_slide(const Order& order, std::size_t bytes, Slides& slides) {
  Buffer& picture = order.bench.picture;
  picture.clear();
  const EmuSize size =
      fit(append_photo(order.key / "picture" / slides.next(), bytes, picture), kMostPicture);
  Buffer& out = slides.begin();
  append_title("type=\"title\"", order.document.title, out);
  put(out, "<p:pic><p:nvPicPr><p:cNvPr id=\"4\" name=\"Picture 3\"/><p:cNvPicPr/><p:nvPr/>",
      "</p:nvPicPr>");
  append_picture_fill("p", 2, out);
  put(out, "<p:spPr><a:xfrm><a:off x=\"", (kSlideWidth - size.width) / 2,
      "\" y=\"1500000\"/><a:ext cx=\"", size.width, "\" cy=\"", size.height,
      "\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>");
  slides.finish(2, true);
}

void add_index_parts(std::size_t slides, Buffer& text, ZipArchive& archive) {
  text.clear();
  append_content_types_begin(text);
  append_override({"/ppt/presentation.xml", "officedocument.presentationml.presentation.main"},
                  text);
  append_override(
      {"/ppt/slideMasters/slideMaster1.xml", "officedocument.presentationml.slideMaster"}, text);
  append_override(
      {"/ppt/slideLayouts/slideLayout1.xml", "officedocument.presentationml.slideLayout"}, text);
  append_override(
      {"/ppt/slideLayouts/slideLayout2.xml", "officedocument.presentationml.slideLayout"}, text);
  append_override({"/ppt/theme/theme1.xml", "officedocument.theme"}, text);
  append_override({"/ppt/tableStyles.xml", "officedocument.presentationml.tableStyles"}, text);
  for (std::size_t i = 1; i <= slides; ++i) {
    put(text, "<Override PartName=\"/ppt/slides/slide", i,
        ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.presentationml.slide"
        "+xml\"/>");
  }
  append_content_types_end(text);
  archive.add("[Content_Types].xml", text.view());
  text.clear();
  append_relations_begin(text);
  append_relation(1, {"slideMaster", "slideMasters/slideMaster1.xml"}, text);
  append_relation(2, {"theme", "theme/theme1.xml"}, text);
  append_relation(3, {"tableStyles", "tableStyles.xml"}, text);
  for (std::size_t i = 1; i <= slides; ++i) {
    put(text, "<Relationship Id=\"rId", i + 3,
        "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide\""
        " Target=\"slides/slide",
        i, ".xml\"/>");
  }
  append_relations_end(text);
  archive.add("ppt/_rels/presentation.xml.rels", text.view());
  text.clear();
  put(text, kXmlHeader, "<p:presentation ", kNamespaces,
      "><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst>"
      "<p:sldIdLst>");
  for (std::size_t i = 1; i <= slides; ++i) {
    put(text, "<p:sldId id=\"", 255 + i, "\" r:id=\"rId", i + 3, "\"/>");
  }
  put(text, "</p:sldIdLst><p:sldSz cx=\"", kSlideWidth, "\" cy=\"", kSlideHeight,
      "\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>");
  archive.add("ppt/presentation.xml", text.view());
}

// Slides by what they show.
struct Outline {
  std::size_t texts = 0;
  std::size_t tables = 0;
  std::size_t pictures = 0;
};

constexpr std::size_t kLeastBytes = 10'000;  // Of a presentation with nothing but a title.
constexpr std::size_t kSlideBytes = 1'800;   // Of one more slide without pictures.

std::size_t divided_up(std::size_t count, std::size_t by) noexcept { return (count + by - 1) / by; }

// The pictures are counted before anything is written, because the list of parts comes first.
Outline outline_of(const Document& document) noexcept {
  Outline outline{.texts = divided_up(document.paragraphs.size(), kParagraphsOfSlide),
                  .tables = divided_up(document.table.rows(), kMostRows)};
  const std::size_t bytes = kLeastBytes + kSlideBytes * (outline.texts + outline.tables);
  outline.pictures = divided_up(missing_bytes(document, bytes), kMostPictureBytes);
  return outline;
}

}  // namespace

void append_pptx(const Order& order) {
  Workbench& bench = order.bench;
  const Document& document = order.document;
  const Outline outline = outline_of(document);
  const std::size_t start = order.out.size();
  ZipArchive archive(kOfficeFileTime, bench.deflater, bench.directory, order.out);
  add_index_parts(1 + outline.texts + outline.tables + outline.pictures, bench.text, archive);
  add_shared_parts(document, "ppt/presentation.xml", "Microsoft Office PowerPoint", bench.text,
                   archive);
  add_slide_master(bench.text, archive);
  Slides slides(order, archive);
  add_title_slide(order, slides);
  add_text_slides(order, slides);
  for (std::size_t row = 0; row < document.table.rows(); row += kMostRows) {
    add_table_slide(order, row, std::min(row + kMostRows, document.table.rows()), slides);
  }
  std::size_t missing = missing_bytes(document, order.out.size() - start + bench.directory.size());
  for (std::size_t left = outline.pictures; left != 0; --left) {
    const std::size_t bytes = std::max(missing / left, kLeastPhotoBytes);
    add_picture_slide(order, bytes, slides);
    missing -= std::min(missing, bytes);
  }
  archive.finish();
}

}  // namespace haymaker::media
