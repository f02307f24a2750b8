#pragma once

// Where planted words stand in a file, in terms that a reviewer can check with a program of their
// own. What the text of a file is, format by format, is defined in docs/formats/attachments.md.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/buffer.h"

namespace haymaker::media {

enum class PlaceUnit : std::uint8_t {
  nowhere,       // The format does not hold this text.
  paragraph,     // docx, txt: `number` is that of the paragraph.
  table_cell,    // docx, pptx: `row` and `column` of the table.
  page,          // pdf: `number` is that of the page.
  page_picture,  // pdf: the same, as a picture of typed text whose line is `row`.
  sheet_cell,    // xlsx: `number` is that of the sheet.
  field,         // csv: `row` is that of the record, `column` that of the field.
  property,      // ics, vcf: `name` is that of the property.
  line,          // png, jpg: `number` is that of the line on which the words begin.
  slide,         // pptx: `number` is that of the slide, `row` that of the paragraph in its body.
};

// The first code point is 0; `end` is the one after the last.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
  friend bool operator==(Range, Range) = default;
};

// All numbers, rows and columns begin at 1.
struct Place {
  PlaceUnit unit = PlaceUnit::nowhere;
  std::uint32_t number = 0;
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::string_view name = {};  // Of the property, or of the sheet.
  std::string_view text = {};  // The words, as the document has them.
  // Within the text of the paragraph, cell, field or property; nothing for pages and lines.
  Range code_points = {};
  Range bytes = {};
};

// "paragraph 4", "sheet 2 cell C7", "page 1", "record 3 field 2", "property DESCRIPTION".
void append_locator(const Place& place, Buffer& out);

// "A", "B", ... "Z", "AA": the name of a column of a sheet; 1 is "A".
void append_column_name(std::uint32_t column, Buffer& out);

}  // namespace haymaker::media
