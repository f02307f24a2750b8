#pragma once

#include <string_view>

#include "base/buffer.h"

namespace haymaker::mime {

// ASCII text between quotes, with '"' and '\' escaped (RFC 5322 section 3.2.4).
inline void append_quoted_string(std::string_view text, Buffer& out) {
  char* const begin = out.grow(2 * text.size() + 2);
  char* at = begin;
  *at++ = '"';
  for (const char c : text) {
    *at = '\\';
    at += c == '"' || c == '\\' ? 1 : 0;
    *at++ = c;
  }
  *at++ = '"';
  out.commit(static_cast<std::size_t>(at - begin));
}

}  // namespace haymaker::mime
