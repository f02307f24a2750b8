#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/utf8.h"

namespace haymaker::media {

// A line of a text: `next` is where the following one begins, after the spaces at which it was
// broken.
struct TextLine {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t next = 0;
};

// The line of `text` that begins at `begin` and is no wider than `width`, where width_of(code
// point) is that of a character. Breaks at spaces and line feeds, and inside a word only where the
// word alone is too wide; a line holds one character at least.
template <class WidthOf>
TextLine break_line(std::string_view text, std::size_t begin, std::uint64_t width,
                    WidthOf&& width_of) {
  TextLine line{begin, begin, begin};
  std::uint64_t used = 0;
  bool has_break = false;
  for (std::size_t at = begin; at < text.size();) {
    const char c = text[at];
    if (c == '\n') {
      return {begin, at, at + 1};
    }
    const CodePoint point = first_code_point(text.substr(at));
    used += width_of(point.value);
    if (c == ' ') {
      line.end = at;
      line.next = at + 1;
      has_break = true;
    } else if (used > width && at != begin) {
      if (!has_break) return {begin, at, at};
      while (line.end > begin && text[line.end - 1] == ' ') --line.end;
      return line;
    }
    at += point.bytes;
  }
  return {begin, text.size(), text.size()};
}

}  // namespace haymaker::media
