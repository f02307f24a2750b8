#include "media/docx.h"

#include "media/ooxml.h"

namespace haymaker::media {

namespace {

constexpr std::string_view kStyles =
    "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
    "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\""
    " w:cs=\"Calibri\"/><w:sz w:val=\"22\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
    "<w:spacing w:after=\"160\" w:line=\"259\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>"
    "</w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
    "<w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/>"
    "<w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:qFormat/><w:pPr>"
    "<w:spacing w:after=\"240\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"36\"/></w:rPr></w:style>"
    "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">"
    "<w:name w:val=\"Normal Table\"/><w:tblPr><w:tblCellMar><w:left w:w=\"108\" w:type=\"dxa\"/>"
    "<w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
    "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/>"
    "<w:basedOn w:val=\"TableNormal\"/><w:pPr><w:spacing w:after=\"0\" w:line=\"240\""
    " w:lineRule=\"auto\"/></w:pPr><w:tblPr><w:tblBorders>"
    "<w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
    "<w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
    "<w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
    "<w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
    "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
    "<w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
    "</w:tblBorders></w:tblPr></w:style></w:styles>";

constexpr std::string_view kSettings =
    "<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
    "<w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"720\"/>"
    "<w:characterSpacingControl w:val=\"doNotCompress\"/></w:settings>";

constexpr std::size_t kPictureRelation = 3;

void append_run(std::string_view text, bool bold, Buffer& out) {
  put(out, "<w:r>", bold ? "<w:rPr><w:b/></w:rPr>" : "", "<w:t xml:space=\"preserve\">",
      XmlText{text}, "</w:t></w:r>");
}

void append_row(std::span<const Cell> cells, bool header, Buffer& out) {
  put(out, "<w:tr>", header ? "<w:trPr><w:tblHeader/></w:trPr>" : "");
  for (const Cell& cell : cells) {
    put(out, "<w:tc><w:tcPr><w:tcW w:w=\"0\" w:type=\"auto\"/></w:tcPr><w:p>",
        cell.number ? "<w:pPr><w:jc w:val=\"right\"/></w:pPr>" : "");
    append_run(cell.text, header, out);
    put(out, "</w:p></w:tc>");
  }
  put(out, "</w:tr>");
}

void append_table(const Order& order, Buffer& out) {
  const Table& table = order.document.table;
  const std::size_t columns = table.header.size();
  put(out,
      "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"0\" w:type=\"auto\"/>"
      "</w:tblPr><w:tblGrid>");
  for (std::size_t i = 0; i < columns; ++i) {
    put(out, "<w:gridCol w:w=\"", 9026 / columns, "\"/>");
  }
  put(out, "</w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>");
  for (const std::string_view name : table.header) {
    put(out, "<w:tc><w:tcPr><w:tcW w:w=\"0\" w:type=\"auto\"/></w:tcPr><w:p>");
    append_run(name, true, out);
    put(out, "</w:p></w:tc>");
  }
  put(out, "</w:tr>");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    append_row(table.cells.subspan(row * columns, columns), false, out);
    for (std::size_t column = 0; column < columns; ++column) {
      locate(order, Field::cell, row * columns + column,
             {.unit = PlaceUnit::table_cell,
              .row = static_cast<std::uint32_t>(row + 2),
              .column = static_cast<std::uint32_t>(column + 1)});
    }
  }
  put(out, "</w:tbl>");
}

void append_picture(Buffer& out) {
  constexpr EmuSize kSize = kPhotoFrame;
  put(out, "<w:p><w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">",
      "<wp:extent cx=\"", kSize.width, "\" cy=\"", kSize.height,
      "\"/><wp:docPr id=\"1\" name=\"Picture 1\"/><a:graphic><a:graphicData"
      " uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr>"
      "<pic:cNvPr id=\"1\" name=\"image1.jpeg\"/><pic:cNvPicPr/></pic:nvPicPr>");
  append_picture_fill("pic", kPictureRelation, out);
  put(out, "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"", kSize.width, "\" cy=\"",
      kSize.height,
      "\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
      "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>");
}

void append_body_begin(const Order& order, Buffer& out) {
  const Document& document = order.document;
  put(out, kXmlHeader,
      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
      " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
      " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
      " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
      " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><w:body>");
  std::uint32_t number = 0;
  if (!document.title.empty()) {
    put(out, "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>");
    append_run(document.title, false, out);
    put(out, "</w:p>");
    locate(order, Field::title, 0, {.unit = PlaceUnit::paragraph, .number = ++number});
  }
  for (std::size_t i = 0; i < document.paragraphs.size(); ++i) {
    put(out, "<w:p>");
    append_run(document.paragraphs[i], false, out);
    put(out, "</w:p>");
    locate(order, Field::paragraph, i, {.unit = PlaceUnit::paragraph, .number = ++number});
  }
  if (!document.table.header.empty()) {
    append_table(order, out);
    put(out, "<w:p/>");  // A table is never the last thing in a body.
  }
}

constexpr std::string_view kBodyEnd =
    "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1440\" w:right=\"1440\""
    " w:bottom=\"1440\" w:left=\"1440\" w:header=\"708\" w:footer=\"708\" w:gutter=\"0\"/>"
    "</w:sectPr></w:body></w:document>";

void add_index_parts(bool pictured, Buffer& text, ZipArchive& archive) {
  text.clear();
  append_content_types_begin(text);
  append_override({"/word/document.xml", "officedocument.wordprocessingml.document.main"}, text);
  append_override({"/word/styles.xml", "officedocument.wordprocessingml.styles"}, text);
  append_override({"/word/settings.xml", "officedocument.wordprocessingml.settings"}, text);
  append_content_types_end(text);
  archive.add("[Content_Types].xml", text.view());
  text.clear();
  append_relations_begin(text);
  append_relation(1, {"styles", "styles.xml"}, text);
  append_relation(2, {"settings", "settings.xml"}, text);
  if (pictured) append_relation(kPictureRelation, {"image", "media/image1.jpeg"}, text);
  append_relations_end(text);
  archive.add("word/_rels/document.xml.rels", text.view());
}

// What the other parts take, compressed.
constexpr std::size_t kRestBytes = 3'000;

}  // namespace

void append_docx(const Order& order) {
  Workbench& bench = order.bench;
  bench.body.clear();
  append_body_begin(order, bench.body);
  const bool pictured = needs_photo(order, bench.body.view(), kRestBytes);
  if (pictured) append_picture(bench.body);
  put(bench.body, kBodyEnd);

  const std::size_t start = order.out.size();
  ZipArchive archive(kOfficeFileTime, bench.deflater, bench.directory, order.out);
  add_index_parts(pictured, bench.text, archive);
  archive.add("word/document.xml", bench.body.view());
  bench.text.clear();
  put(bench.text, kXmlHeader, kStyles);
  archive.add("word/styles.xml", bench.text.view());
  bench.text.clear();
  put(bench.text, kXmlHeader, kSettings);
  archive.add("word/settings.xml", bench.text.view());
  add_shared_parts(order.document, "word/document.xml", "Microsoft Office Word", bench.text,
                   archive);
  if (pictured) add_photo(order, "word/media/image1.jpeg", start, archive);
  archive.finish();
}

}  // namespace haymaker::media
