#include "media/xlsx.h"

#include <algorithm>

#include "base/utf8.h"
#include "media/ooxml.h"

namespace haymaker::media {

namespace {

constexpr std::string_view kMain =
    "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
constexpr std::string_view kRelations =
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

// The numbers of the cell formats in kStyles.
constexpr int kPlain = 0;
constexpr int kHeader = 1;
constexpr int kAmount = 2;
constexpr int kCount = 3;

constexpr std::string_view kStyles =
    "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"
    "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts>"
    "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill>"
    "<patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\">"
    "<fgColor rgb=\"FFD9E1F2\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>"
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
    "</cellStyleXfs><cellXfs count=\"4\">"
    "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
    "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyFont=\"1\""
    " applyFill=\"1\"/>"
    "<xf numFmtId=\"4\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\""
    " applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"3\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\""
    " applyNumberFormat=\"1\"/></cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\""
    " xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";

constexpr std::string_view kNotes = "Notes";

// Excel refuses names that are long or hold signs of formulas, and two sheets of one name.
std::string_view sheet_name(const Table& table) noexcept {
  constexpr std::size_t kMostCharacters = 31;
  const std::string_view name = table.name;
  const bool allowed = !name.empty() && count_code_points(name) <= kMostCharacters &&
                       name.find_first_of("[]:*?/\\'") == std::string_view::npos && name != kNotes;
  return allowed ? name : "Sheet1";
}

// "-1234.50": anything else in a cell of numbers would make the file one that Excel must repair.
bool is_decimal(std::string_view text) noexcept {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const auto digits = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  return digits(text.substr(0, point)) &&
         (point == std::string_view::npos || digits(text.substr(point + 1)));
}

// The shared strings, each used once.
class Strings {
 public:
  explicit Strings(Buffer& out) : out_(out) { out_.clear(); }
  std::size_t add(std::string_view text) {
    put(out_, "<si><t xml:space=\"preserve\">", XmlText{text}, "</t></si>");
    return count_++;
  }
  [[nodiscard]] std::size_t count() const noexcept { return count_; }

 private:
  Buffer& out_;
  std::size_t count_ = 0;
};

void append_cell(std::size_t row, std::size_t column, const Cell& cell, int style, Strings& strings,
                 Buffer& out) {
  put(out, "<c r=\"");
  append_column_name(static_cast<std::uint32_t>(column), out);
  put(out, row, "\"");
  if (cell.number && is_decimal(cell.text)) {
    const bool fraction = cell.text.contains('.');
    put(out, " s=\"", fraction ? kAmount : kCount, "\"><v>", cell.text, "</v></c>");
    return;
  }
  if (style != kPlain) put(out, " s=\"", style, "\"");
  put(out, " t=\"s\"><v>", strings.add(cell.text), "</v></c>");
}

void append_sheet_begin(bool first, Buffer& out) {
  put(out, kXmlHeader, "<worksheet ", kMain, " ", kRelations, "><sheetViews><sheetView",
      first ? " tabSelected=\"1\"" : "", " workbookViewId=\"0\">",
      first ? "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
            : "",
      "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>");
}

// Wide enough for the widest text of each column.
void append_column_widths(const Table& table, Buffer& out) {
  constexpr std::size_t kWidest = 48;
  const std::size_t columns = table.header.size();
  put(out, "<cols>");
  for (std::size_t column = 0; column < columns; ++column) {
    std::size_t width = count_code_points(table.header[column]);
    for (std::size_t at = column; at < table.cells.size(); at += columns) {
      width = std::max(width, count_code_points(table.cells[at].text));
    }
    put(out, "<col min=\"", column + 1, "\" max=\"", column + 1, "\" width=\"",
        std::min(width + 3, kWidest), "\" customWidth=\"1\"/>");
  }
  put(out, "</cols>");
}

void append_table_sheet(const Order& order, Strings& strings, Buffer& out) {
  const Table& table = order.document.table;
  const std::size_t columns = table.header.size();
  append_sheet_begin(true, out);
  if (columns != 0) append_column_widths(table, out);
  put(out, "<sheetData>");
  if (columns != 0) {
    put(out, "<row r=\"1\">");
    for (std::size_t column = 0; column < columns; ++column) {
      append_cell(1, column + 1, {.text = table.header[column]}, kHeader, strings, out);
    }
    put(out, "</row>");
  }
  for (std::size_t row = 0; row < table.rows(); ++row) {
    put(out, "<row r=\"", row + 2, "\">");
    for (std::size_t column = 0; column < columns; ++column) {
      const std::size_t index = row * columns + column;
      append_cell(row + 2, column + 1, table.cells[index], kPlain, strings, out);
      locate(order, Field::cell, index,
             {.unit = PlaceUnit::sheet_cell,
              .number = 1,
              .row = static_cast<std::uint32_t>(row + 2),
              .column = static_cast<std::uint32_t>(column + 1),
              .name = sheet_name(table)});
    }
    put(out, "</row>");
  }
  put(out, "</sheetData><pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\"",
      " header=\"0.3\" footer=\"0.3\"/>");
}

void append_notes_sheet(const Order& order, Strings& strings, Buffer& out) {
  const Document& document = order.document;
  append_sheet_begin(false, out);
  put(out, "<cols><col min=\"1\" max=\"1\" width=\"100\" customWidth=\"1\"/></cols><sheetData>");
  std::uint32_t row = 0;
  const auto note = [&](std::string_view text, int style, Field field, std::size_t index) {
    ++row;
    put(out, "<row r=\"", row, "\">");
    append_cell(row, 1, {.text = text}, style, strings, out);
    put(out, "</row>");
    locate(order, field, index,
           {.unit = PlaceUnit::sheet_cell, .number = 2, .row = row, .column = 1, .name = kNotes});
  };
  if (!document.title.empty()) note(document.title, kHeader, Field::title, 0);
  for (std::size_t i = 0; i < document.paragraphs.size(); ++i) {
    note(document.paragraphs[i], kPlain, Field::paragraph, i);
  }
  put(out, "</sheetData></worksheet>");
}

void append_drawing(std::size_t row, Buffer& out) {
  constexpr EmuSize kSize = kPhotoFrame;
  put(out, kXmlHeader,
      "<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\""
      " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" ",
      kRelations, "><xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff>",
      "<xdr:row>", row, "</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx=\"",
      kSize.width, "\" cy=\"", kSize.height,
      "\"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id=\"2\" name=\"Picture 1\"/><xdr:cNvPicPr/>"
      "</xdr:nvPicPr>");
  append_picture_fill("xdr", 1, out);
  put(out, "<xdr:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"", kSize.width, "\" cy=\"",
      kSize.height,
      "\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>"
      "<xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>");
}

struct Shape {
  bool notes = false;
  bool pictured = false;
};

void add_index_parts(const Document& document, Shape shape, Buffer& text, ZipArchive& archive) {
  text.clear();
  append_content_types_begin(text);
  append_override({"/xl/workbook.xml", "officedocument.spreadsheetml.sheet.main"}, text);
  append_override({"/xl/worksheets/sheet1.xml", "officedocument.spreadsheetml.worksheet"}, text);
  if (shape.notes) {
    append_override({"/xl/worksheets/sheet2.xml", "officedocument.spreadsheetml.worksheet"}, text);
  }
  append_override({"/xl/styles.xml", "officedocument.spreadsheetml.styles"}, text);
  append_override({"/xl/sharedStrings.xml", "officedocument.spreadsheetml.sharedStrings"}, text);
  if (shape.pictured) {
    append_override({"/xl/drawings/drawing1.xml", "officedocument.drawing"}, text);
  }
  append_content_types_end(text);
  archive.add("[Content_Types].xml", text.view());

  text.clear();
  append_relations_begin(text);
  append_relation(1, {"worksheet", "worksheets/sheet1.xml"}, text);
  if (shape.notes) append_relation(2, {"worksheet", "worksheets/sheet2.xml"}, text);
  append_relation(3, {"styles", "styles.xml"}, text);
  append_relation(4, {"sharedStrings", "sharedStrings.xml"}, text);
  append_relations_end(text);
  archive.add("xl/_rels/workbook.xml.rels", text.view());

  text.clear();
  put(text, kXmlHeader, "<workbook ", kMain, " ", kRelations,
      "><bookViews><workbookView/></bookViews><sheets><sheet name=\"",
      XmlText{sheet_name(document.table)}, "\" sheetId=\"1\" r:id=\"rId1\"/>");
  if (shape.notes) {
    put(text, "<sheet name=\"", kNotes, "\" sheetId=\"2\"",
        document.hidden_notes ? " state=\"hidden\"" : "", " r:id=\"rId2\"/>");
  }
  put(text, "</sheets><calcPr calcId=\"191029\"/></workbook>");
  archive.add("xl/workbook.xml", text.view());
}

// The anchor of a picture in the first sheet, below `row`, and what refers to what.
void add_drawing_parts(std::size_t row, Buffer& text, ZipArchive& archive) {
  text.clear();
  append_relations_begin(text);
  append_relation(1, {"drawing", "../drawings/drawing1.xml"}, text);
  append_relations_end(text);
  archive.add("xl/worksheets/_rels/sheet1.xml.rels", text.view());
  text.clear();
  append_drawing(row, text);
  archive.add("xl/drawings/drawing1.xml", text.view());
  text.clear();
  append_relations_begin(text);
  append_relation(1, {"image", "../media/image1.jpeg"}, text);
  append_relations_end(text);
  archive.add("xl/drawings/_rels/drawing1.xml.rels", text.view());
}

// What all parts but the sheets and the strings take, compressed.
constexpr std::size_t kRestBytes = 4'000;

}  // namespace

void append_xlsx(const Order& order) {
  Workbench& bench = order.bench;
  const Document& document = order.document;
  Strings strings(bench.strings);
  bench.body.clear();
  append_table_sheet(order, strings, bench.body);
  const std::size_t first_sheet = bench.body.size();
  const bool notes = !document.paragraphs.empty();
  if (notes) append_notes_sheet(order, strings, bench.body);
  bench.text.clear();
  put(bench.text, bench.body.view(), bench.strings.view());
  const bool pictured = needs_photo(order, bench.text.view(), kRestBytes);

  const std::size_t start = order.out.size();
  ZipArchive archive(kOfficeFileTime, bench.deflater, bench.directory, order.out);
  add_index_parts(document, {.notes = notes, .pictured = pictured}, bench.text, archive);
  bench.text.clear();
  put(bench.text, bench.body.view().substr(0, first_sheet),
      pictured ? "<drawing r:id=\"rId1\"/>" : "", "</worksheet>");
  archive.add("xl/worksheets/sheet1.xml", bench.text.view());
  if (notes) archive.add("xl/worksheets/sheet2.xml", bench.body.view(first_sheet));
  bench.text.clear();
  put(bench.text, kXmlHeader, "<styleSheet ", kMain, ">", kStyles);
  archive.add("xl/styles.xml", bench.text.view());
  bench.text.clear();
  put(bench.text, kXmlHeader, "<sst ", kMain, " count=\"", strings.count(), "\" uniqueCount=\"",
      strings.count(), "\">", bench.strings.view(), "</sst>");
  archive.add("xl/sharedStrings.xml", bench.text.view());
  add_shared_parts(document, "xl/workbook.xml", "Microsoft Excel", bench.text, archive);
  if (pictured) {
    add_drawing_parts(document.table.rows() + 3, bench.text, archive);
    add_photo(order, "xl/media/image1.jpeg", start, archive);
  }
  archive.finish();
}

}  // namespace haymaker::media
