#include "media/put.h"

namespace haymaker::media {

namespace {

constexpr std::string_view kPlain = {};

// What stands for `c` where it cannot stand for itself.
std::string_view escape(char c) noexcept {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&apos;";
    case '\n': return " ";
    default: return kPlain;
  }
}

bool allowed(char c) noexcept {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 || c == '\t' || c == '\n';
}

}  // namespace

void put_piece(XmlText text, Buffer& out) {
  std::string_view rest = text.text;
  std::size_t plain = 0;
  while (plain < rest.size()) {
    const char c = rest[plain];
    const std::string_view instead = escape(c);
    if (instead.empty() && allowed(c)) {
      ++plain;
      continue;
    }
    out.append(rest.substr(0, plain));
    out.append(instead);
    rest.remove_prefix(plain + 1);
    plain = 0;
  }
  out.append(rest);
}

}  // namespace haymaker::media
