#include "media/content_line.h"

#include <algorithm>

namespace haymaker::media {

namespace {

constexpr std::size_t kMostOctets = 75;
constexpr std::string_view kFold = "\r\n ";

constexpr bool continues_character(char c) noexcept {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

constexpr bool is_control(char c) noexcept {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F;
}

}  // namespace

void fold_line(std::size_t start, Buffer& out) {
  const std::size_t size = out.size() - start;
  if (size > kMostOctets) {
    // The folded line is made behind the line and takes its place.
    char* const room = out.grow(2 * size);
    char* const line = out.data() + start;
    char* to = room;
    std::size_t at = 0;
    for (std::size_t width = kMostOctets; size - at > width; width = kMostOctets - 1) {
      std::size_t end = at + width;
      while (continues_character(line[end])) --end;
      to = std::copy(line + at, line + end, to);
      to = std::ranges::copy(kFold, to).out;
      at = end;
    }
    to = std::copy(line + at, line + size, to);
    std::copy(room, to, line);
    out.commit(static_cast<std::size_t>(to - room) - size);
  }
  out.append("\r\n");
}

void put_piece(EscapedText text, Buffer& out) {
  for (const char c : text.text) {
    if (c == '\n') {
      out.append("\\n");
    } else if (c == '\\' || c == ',' || c == ';') {
      out.append('\\');
      out.append(c);
    } else if (!is_control(c) || c == '\t') {
      out.append(c);
    }
  }
}

void put_piece(QuotedValue value, Buffer& out) {
  out.append('"');
  for (const char c : value.text) {
    if (c != '"' && !is_control(c)) out.append(c);
  }
  out.append('"');
}

}  // namespace haymaker::media
