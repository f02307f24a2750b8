#include "mime/parameter.h"

#include "base/append.h"
#include "base/utf8.h"
#include "mime/encoded_word.h"
#include "mime/header_field.h"
#include "mime/pen.h"
#include "mime/quoted_string.h"

namespace haymaker::mime {

namespace {

constexpr std::string_view kCharset = "utf-8''";

// attribute-char of RFC 2231 section 7, a little stricter.
bool is_attribute_char(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' ||
         c == '.' || c == '_';
}

std::size_t extended_size(std::string_view text) {
  std::size_t size = 0;
  for (const char c : text) size += is_attribute_char(static_cast<unsigned char>(c)) ? 1 : 3;
  return size;
}

void append_extended(std::string_view text, Buffer& out) {
  char* const begin = out.grow(3 * text.size());
  char* at = begin;
  for (const char c : text) {
    if (is_attribute_char(static_cast<unsigned char>(c))) {
      *at++ = c;
    } else {
      *at++ = '%';
      at = write_pair(at, kUpperHexPairs.data(), static_cast<unsigned char>(c));
    }
  }
  out.commit(static_cast<std::size_t>(at - begin));
}

// "name*0*=utf-8''...;\r\n\tname*1*=..." or, if it fits, "name*=utf-8''...".
void append_rfc2231(std::string_view name, std::string_view value, Buffer& out) {
  constexpr std::size_t kAround = 8;  // Tab, "*99*=", ";".
  const std::size_t room = kPreferredLine - name.size() - kAround;
  const bool whole = kCharset.size() + extended_size(value) <= room;
  for (std::uint64_t section = 0; section == 0 || !value.empty(); ++section) {
    if (section != 0) out.append(";\r\n\t");
    out.append(name);
    out.append('*');
    if (!whole) {
      append_decimal(section, out);
      out.append('*');
    }
    out.append('=');
    std::size_t used = 0;
    if (section == 0) {
      out.append(kCharset);
      used = kCharset.size();
    }
    std::size_t taken = 0;
    while (taken < value.size()) {
      const std::size_t bytes = first_code_point(value.substr(taken)).bytes;
      const std::size_t size = extended_size(value.substr(taken, bytes));
      if (used + size > room) break;
      used += size;
      taken += bytes;
    }
    append_extended(value.substr(0, taken), out);
    value.remove_prefix(taken);
  }
}

// "name*0=\"...\";\r\n\tname*1=\"...\"" for ASCII.
void append_continued(std::string_view name, std::string_view value, Buffer& out) {
  constexpr std::size_t kAround = 10;  // Tab, "*99=", two quotes, ";", an escape.
  const std::size_t room = kPreferredLine - name.size() - kAround;
  for (std::uint64_t section = 0; !value.empty(); ++section) {
    if (section != 0) out.append(";\r\n\t");
    out.append(name);
    out.append('*');
    append_decimal(section, out);
    out.append('=');
    append_quoted_string(value.substr(0, room / 2), out);
    value.remove_prefix(value.size() < room / 2 ? value.size() : room / 2);
  }
}

}  // namespace

void append_parameter(std::string_view name, std::string_view value, ParameterForm form,
                      Buffer& out) {
  out.append(";\r\n\t");
  if (is_ascii(value)) {
    constexpr std::size_t kAround = 5;  // Tab, "=", two quotes, ";".
    if (name.size() + value.size() + kAround > kPreferredLine && form == ParameterForm::rfc2231) {
      append_continued(name, value, out);
      return;
    }
    out.append(name);
    out.append('=');
    append_quoted_string(value, out);
    return;
  }
  if (form == ParameterForm::rfc2231) {
    append_rfc2231(name, value, out);
    return;
  }
  out.append(name);
  out.append("=\"");
  append_encoded_words(value, WordPlace::phrase, WordEncoding::b, name.size() + 3, out);
  out.append('"');
}

}  // namespace haymaker::mime
