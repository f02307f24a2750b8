#pragma once

// What a file is to say, whatever its format. All views and spans are borrowed; text is UTF-8. Each
// format takes what it can hold and leaves the rest: docs/formats/attachments.md says which.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/civil_time.h"

namespace haymaker::media {

struct Cell {
  std::string_view text = {};
  bool number = false;  // `text` is then a decimal number, "-1234.50"; else it counts as text.
};

// Rows of as many cells as `header` has columns, which is none for no table.
struct Table {
  std::string_view name = {};  // Of the sheet: "Positions"; "Sheet1" where Excel would refuse it.
  std::span<const std::string_view> header = {};
  std::span<const Cell> cells = {};

  [[nodiscard]] std::size_t rows() const noexcept {
    return header.empty() ? 0 : cells.size() / header.size();
  }
};

struct Contact {
  std::string_view name = {};
  std::string_view address = {};  // "anna.smith@meridianhale.example"
};

// Whose manner of writing a calendar object it is.
enum class CalendarProgram : std::uint8_t { exchange, google };

// A meeting (ics). Its summary is the title of the document, its description the paragraphs.
struct Event {
  std::string_view uid = {};
  std::string_view method = "REQUEST";  // REQUEST, CANCEL or REPLY (RFC 5546).
  UnixSeconds start = 0;
  UnixSeconds end = 0;
  int offset_minutes = 0;  // East of Greenwich, at the place whose clock the meeting goes by.
  std::string_view answer = "ACCEPTED";  // Of a REPLY: also DECLINED, TENTATIVE.
  CalendarProgram program = CalendarProgram::exchange;
  std::uint32_t sequence = 0;
  std::string_view location = {};
  Contact organiser = {};
  std::span<const Contact> attendees = {};
};

// A visiting card (vcf).
struct Person {
  std::string_view given_name = {};
  std::string_view family_name = {};
  std::string_view organisation = {};
  std::string_view title = {};
  std::string_view phone = {};
  std::string_view address = {};
};

// What a picture (png, jpg) shows.
enum class Picture : std::uint8_t {
  text,   // The title and the paragraphs: a screenshot (png), a typed sheet that was scanned (jpg).
  chart,  // The first column of numbers of the table, as bars (png).
  logo,   // A mark of the company (png).
  photo,  // A landscape (jpg).
};

struct InnerFile {
  std::string_view name = {};
  std::string_view bytes = {};
};

// Words whose place in the file is asked for: bytes `begin` .. `end` - 1 of a text of the document.
enum class Field : std::uint8_t { title, paragraph, cell };
struct Planted {
  Field field = Field::paragraph;
  std::uint32_t index = 0;  // Of the paragraph; of the cell in Table::cells.
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct Document {
  std::string_view title = {};
  std::string_view author = {};
  std::string_view company = {};
  UnixSeconds created = 0;
  UnixSeconds modified = 0;
  std::span<const std::string_view> paragraphs = {};
  Table table = {};
  Event event = {};
  Person person = {};
  Picture picture = Picture::text;
  std::span<const InnerFile> files = {};  // zip
  std::span<const Planted> planted = {};

  // xlsx: the sheet with the paragraphs is there, but hidden.
  bool hidden_notes = false;
  // pdf: pictures of typed sheets stand for the text, as a scanner makes them.
  bool scanned = false;
  // pdf, docx, xlsx, pptx, png, jpg: pictures bring the file to within 15 % of this size, unless
  // its content is longer; 0 asks for none.
  std::size_t target_bytes = 0;
};

}  // namespace haymaker::media
