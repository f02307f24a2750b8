#include "text/source.h"

namespace haymaker::text {

namespace {

constexpr bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

std::string_view line_of(std::string_view text, std::uint32_t line) {
  for (std::uint32_t i = 1; i < line; ++i) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  return text.substr(0, text.find('\n'));
}

}  // namespace

Error error_at(const Source& source, Position position, std::string_view message) {
  std::string text(message);
  text += "\n  ";
  text += line_of(source.text, position.line);
  text += "\n  ";
  const std::string_view before =
      line_of(source.text, position.line).substr(0, position.column - 1);
  for (const char c : before) {
    if (is_continuation(c)) continue;  // A character of several bytes is one column wide.
    text += c == '\t' ? '\t' : ' ';
  }
  text += '^';
  std::string where(source.name);
  where += ':' + std::to_string(position.line) + ':' + std::to_string(position.column);
  return {ErrorCode::bad_input, std::move(text), std::move(where)};
}

}  // namespace haymaker::text
