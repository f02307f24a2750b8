#include "text/source.h"

namespace haymaker::text {

namespace {

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
  text.append(position.column - 1, ' ');
  text += '^';
  std::string where(source.name);
  where += ':' + std::to_string(position.line) + ':' + std::to_string(position.column);
  return {ErrorCode::bad_input, std::move(text), std::move(where)};
}

}  // namespace haymaker::text
