#pragma once

#include <string_view>

#include "base/buffer.h"

namespace haymaker::mime {

// ASCII text between quotes, with '"' and '\' escaped (RFC 5322 section 3.2.4).
inline void append_quoted_string(std::string_view text, Buffer& out) {
  out.append('"');
  for (std::size_t escaped = text.find_first_of("\"\\"); escaped != std::string_view::npos;
       escaped = text.find_first_of("\"\\")) {
    out.append(text.substr(0, escaped));
    out.append('\\');
    out.append(text[escaped]);
    text.remove_prefix(escaped + 1);
  }
  out.append(text);
  out.append('"');
}

}  // namespace haymaker::mime
