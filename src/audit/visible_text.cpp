#include "audit/visible_text.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/buffer.h"
#include "base/utf8.h"

namespace haymaker::audit {
namespace {

struct Reference {
  std::string_view name;
  std::string_view text;
};
constexpr auto kReferences = std::to_array<Reference>(
    {{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"nbsp", "\u00A0"}});

// Appends what "&name;" stands for; itself where nothing is known of it.
void append_reference(std::string_view name, std::string& out) {
  const auto known = std::ranges::find(kReferences, name, &Reference::name);
  if (known != kReferences.end()) {
    out += known->text;
    return;
  }
  char32_t point = 0;
  if (name.starts_with('#')) {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(name.data() + 1, name.data() + name.size(), number);
    if (error == std::errc{} && end == name.data() + name.size()) point = number;
  }
  if (point == 0) {
    out += '&';
    out += name;
    out += ';';
    return;
  }
  Buffer encoded;
  append_utf8(point, encoded);
  out += encoded.view();
}

}  // namespace

std::string visible_text(std::string_view html) {
  std::string text;
  for (std::size_t at = 0; at < html.size();) {
    const char c = html[at];
    const std::size_t end = c == '<'   ? html.find('>', at)
                            : c == '&' ? html.find(';', at)
                                       : std::string_view::npos;
    if (end == std::string_view::npos) {
      text += html[at++];
      continue;
    }
    if (c == '&') append_reference(html.substr(at + 1, end - at - 1), text);
    at = end + 1;
  }
  return text;
}

std::string without_layout(std::string_view text) {
  constexpr std::string_view kNoBreakSpace = "\u00A0";
  std::string words;
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at).starts_with(kNoBreakSpace)) {
      at += kNoBreakSpace.size();
    } else if (const char c = text[at++]; c != ' ' && c != '\n' && c != '\r' && c != '>') {
      words += c;
    }
  }
  return words;
}

}  // namespace haymaker::audit
