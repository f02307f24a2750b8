#include "media/plain_files.h"

#include "media/content_line.h"
#include "media/ics.h"

namespace haymaker::media {

namespace {

void put_field(std::string_view text, Buffer& out) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out.append(text);
    return;
  }
  out.append('"');
  for (const char c : text) {
    if (c == '"') out.append('"');
    out.append(c);
  }
  out.append('"');
}

// A text with CRLF for each line feed.
void put_lines(std::string_view text, Buffer& out) {
  for (const char c : text) {
    if (c == '\n') out.append('\r');
    out.append(c);
  }
}

}  // namespace

void append_csv(const Order& order) {
  const Table& table = order.document.table;
  const std::size_t columns = table.header.size();
  for (std::size_t column = 0; column < columns; ++column) {
    if (column != 0) order.out.append(',');
    put_field(table.header[column], order.out);
  }
  if (columns != 0) order.out.append("\r\n");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    for (std::size_t column = 0; column < columns; ++column) {
      const std::size_t index = row * columns + column;
      if (column != 0) order.out.append(',');
      put_field(table.cells[index].text, order.out);
      locate(order, Field::cell, index,
             {.unit = PlaceUnit::field,
              .row = static_cast<std::uint32_t>(row + 2),
              .column = static_cast<std::uint32_t>(column + 1)});
    }
    order.out.append("\r\n");
  }
}

void append_txt(const Order& order) {
  const Document& document = order.document;
  std::uint32_t number = 0;
  const auto paragraph = [&](std::string_view text, Field field, std::size_t index) {
    if (number != 0) order.out.append("\r\n");
    put_lines(text, order.out);
    order.out.append("\r\n");
    locate(order, field, index, {.unit = PlaceUnit::paragraph, .number = ++number});
  };
  if (!document.title.empty()) paragraph(document.title, Field::title, 0);
  for (std::size_t i = 0; i < document.paragraphs.size(); ++i) {
    paragraph(document.paragraphs[i], Field::paragraph, i);
  }
}

void append_vcf(const Order& order) {
  const Document& document = order.document;
  const Person& person = document.person;
  Buffer& out = order.out;
  put_line(out, "BEGIN:VCARD");
  put_line(out, "VERSION:3.0");
  put_line(out, "N:", EscapedText{person.family_name}, ";", EscapedText{person.given_name}, ";;;");
  put_line(out, "FN:", EscapedText{person.given_name}, " ", EscapedText{person.family_name});
  if (!person.organisation.empty()) put_line(out, "ORG:", EscapedText{person.organisation});
  if (!person.title.empty()) put_line(out, "TITLE:", EscapedText{person.title});
  if (!person.phone.empty()) put_line(out, "TEL;TYPE=WORK,VOICE:", EscapedText{person.phone});
  if (!person.address.empty()) put_line(out, "EMAIL;TYPE=INTERNET,PREF:", person.address);
  append_joined_paragraphs("NOTE", order);
  const std::size_t start = out.size();
  put(out, "REV:");
  append_iso_time(document.modified, out);
  fold_line(start, out);
  put_line(out, "END:VCARD");
}

}  // namespace haymaker::media
