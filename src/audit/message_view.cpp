#include "audit/message_view.h"

#include <fmt/format.h>

#include <algorithm>

#include "audit/decoding.h"
#include "audit/parameters.h"

namespace haymaker::audit {
namespace {

constexpr int kMostDepth = 32;

// Where a delimiter line "--boundary" begins at or after `from`; npos if there is none.
std::size_t find_delimiter(std::string_view body, std::string_view delimiter, std::size_t from) {
  for (;;) {
    const std::size_t at = body.find(delimiter, from);
    if (at == body.npos || at == 0 || body[at - 1] == '\n') return at;
    from = at + 1;
  }
}

bool is_well_formed_boundary(std::string_view boundary) {
  constexpr std::string_view kAlnum =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  constexpr std::string_view kOther = "'()+_,-./:=? ";
  return !boundary.empty() && boundary.size() <= 70 && boundary.back() != ' ' &&
         std::ranges::all_of(boundary, [&](char c) {
           return kAlnum.find(c) != kAlnum.npos || kOther.find(c) != kOther.npos;
         });
}

// `section` of a child; the root has none of its own.
std::string child_section(const std::string& section, int number) {
  return section.empty() ? std::to_string(number) : fmt::format("{}.{}", section, number);
}

}  // namespace

void MessageReader::fail(std::string_view rule, std::string detail) {
  violations_.push_back({rule, std::move(detail)});
}

void MessageReader::read(std::string_view bytes) {
  parts_.clear();
  violations_.clear();
  read_entity(bytes, header_, "", 0, true);
}

const PartView* MessageReader::part(std::string_view section) const noexcept {
  const auto found = std::ranges::find(parts_, section, &PartView::section);
  return found == parts_.end() ? nullptr : &*found;
}

void MessageReader::read_entity(std::string_view bytes, FieldList& header,
                                const std::string& section, int depth, bool root) {
  const std::string_view body = bytes.substr(header.parse(bytes));
  if (header.strays() > 0) {
    fail("each line of a header is a field or continues one",
         fmt::format("part '{}' has {} that are not", section, header.strays()));
  }
  PartView part;
  part.body = body;
  ParameterisedValue type;
  type.value = "text/plain";
  if (const Field* field = header.find("Content-Type")) type = parse_parameterised(field->value);
  ParameterisedValue disposition;
  if (const Field* field = header.find("Content-Disposition")) {
    disposition = parse_parameterised(field->value);
  }
  if (!type.well_formed || !disposition.well_formed) {
    fail("parameters are tokens or quoted strings", fmt::format("part '{}'", section));
  }
  if (const Field* field = header.find("Content-Transfer-Encoding")) {
    part.encoding = lower_case(trimmed(field->value));
  }
  const bool composite = type.value.starts_with("multipart/") || type.value == "message/rfc822";
  if (composite && (part.encoding == "base64" || part.encoding == "quoted-printable")) {
    fail("a composite part is not encoded", fmt::format("part '{}' is {}", section, part.encoding));
  }
  if (composite && depth == kMostDepth) {
    fail("parts nest at most 32 deep", fmt::format("part '{}'", section));
    return;
  }
  if (type.value.starts_with("multipart/")) {
    read_multipart(body, type.get("boundary"), section, depth);
    return;
  }
  part.section = root ? child_section(section, 1) : section;
  part.charset = type.get("charset");
  part.attached = disposition.value == "attachment";
  part.filename = disposition.get("filename");
  if (part.filename.empty()) part.filename = type.get("name");
  const bool message = type.value == "message/rfc822";
  part.type = std::move(type.value);
  const std::string own = part.section;
  parts_.push_back(std::move(part));
  if (message) {
    FieldList inner;
    read_entity(body, inner, own, depth + 1, true);
  }
}

void MessageReader::read_multipart(std::string_view body, std::string_view boundary,
                                   const std::string& section, int depth) {
  if (!is_well_formed_boundary(boundary)) {
    fail("a boundary is 1 to 70 characters of RFC 2046",
         fmt::format("part '{}' has '{}'", section, boundary));
    return;
  }
  const std::string delimiter = "--" + std::string(boundary);
  std::size_t at = find_delimiter(body, delimiter, 0);
  int number = 0;
  FieldList header;
  while (at != body.npos) {
    std::size_t begin = at + delimiter.size();
    if (body.substr(begin).starts_with("--")) {
      if (number == 0) fail("a multipart has parts", fmt::format("part '{}'", section));
      return;
    }
    if (!body.substr(begin).starts_with("\r\n")) {
      fail("a delimiter fills its line",
           fmt::format("part '{}', boundary '{}'", section, boundary));
    }
    begin = std::min(body.find('\n', begin), body.size() - 1) + 1;
    const std::size_t next = find_delimiter(body, delimiter, begin);
    std::size_t end = next == body.npos ? body.size() : next;
    if (end >= begin + 2 && body.substr(end - 2, 2) == "\r\n") end -= 2;
    read_entity(body.substr(begin, end - begin), header, child_section(section, ++number),
                depth + 1, false);
    at = next;
  }
  fail("a multipart is closed by its boundary",
       fmt::format("part '{}', boundary '{}'", section, boundary));
}

bool decode_text(const PartView& part, std::string& out) {
  out.clear();
  std::string bytes;
  if (!decode_transfer(part.encoding, part.body, bytes)) return false;
  std::erase(bytes, '\r');
  return append_as_utf8(part.charset, bytes, out);
}

std::string decoded_field(const FieldList& header, std::string_view name) {
  std::string out;
  if (const Field* field = header.find(name)) decode_encoded_words(unfolded(field->value), out);
  return out;
}

}  // namespace haymaker::audit
