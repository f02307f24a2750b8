#include "api/target.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"

namespace haymaker::api {
namespace {

std::unexpected<Error> bad(std::string message) {
  return std::unexpected(Error{ErrorCode::bad_input, std::move(message), "URL"});
}

// Undoes the escapes of one segment or value; nothing where one is wrong.
std::optional<std::string> decoded(std::string_view text, bool plus_is_space) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%') {
      unsigned value = 0;
      const char* const begin = text.data() + i + 1;
      if (text.size() - i < 3) return std::nullopt;
      const auto [end, failure] = std::from_chars(begin, begin + 2, value, 16);
      if (failure != std::errc() || end != begin + 2) return std::nullopt;
      c = static_cast<char>(value);
      i += 2;
    } else if (c == '+' && plus_is_space) {
      c = ' ';
    }
    if (c == '\0') return std::nullopt;
    out += c;
  }
  if (!is_valid_utf8(out)) return std::nullopt;
  return out;
}

std::string_view cut(std::string_view& rest, char separator) {
  const std::size_t at = std::min(rest.find(separator), rest.size());
  const std::string_view piece = rest.substr(0, at);
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return piece;
}

}  // namespace

std::optional<std::string_view> Target::value(std::string_view name) const noexcept {
  for (const auto& [key, value] : query) {
    if (key == name) return value;
  }
  return std::nullopt;
}

std::expected<Target, Error> parse_target(std::string_view target) {
  if (!target.starts_with('/')) return bad("is not a path");
  Target out;
  std::string_view query = target.substr(std::min(target.find('?'), target.size()));
  std::string_view path = target.substr(1, target.size() - query.size() - 1);
  while (!path.empty()) {
    const bool more = path.find('/') != path.npos;
    const auto segment = decoded(cut(path, '/'), false);
    if (!segment) return bad("has an escape that is wrong");
    if (segment->empty() || *segment == "." || *segment == ".." || (more && path.empty())) {
      return bad("has a segment that is empty or made of dots");
    }
    out.segments.push_back(*segment);
  }
  if (!query.empty()) query.remove_prefix(1);
  while (!query.empty()) {
    std::string_view pair = cut(query, '&');
    const auto name = decoded(cut(pair, '='), true);
    const auto value = decoded(pair, true);
    if (!name || !value) return bad("has an escape that is wrong");
    out.query.emplace_back(*name, *value);
  }
  return out;
}

std::optional<std::uint64_t> parse_number(std::string_view text) noexcept {
  std::uint64_t number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<std::uint64_t> parse_uid(std::string_view text) noexcept {
  constexpr std::size_t kDigits = 16;
  constexpr int kHexadecimal = 16;
  std::uint64_t uid = 0;
  const auto [end, failure] =
      std::from_chars(text.data(), text.data() + text.size(), uid, kHexadecimal);
  const bool whole = failure == std::errc() && end == text.data() + text.size();
  const bool upper = text.find_first_of("ABCDEF") != std::string_view::npos;
  return whole && !upper && text.size() == kDigits ? std::optional(uid) : std::nullopt;
}

std::expected<std::uint64_t, Error> number_in(const Target& target, std::string_view name,
                                              std::uint64_t low, std::uint64_t high,
                                              std::uint64_t fallback) {
  const auto text = target.value(name);
  if (!text) return fallback;
  const auto number = parse_number(*text);
  if (number && *number >= low && *number <= high) return *number;
  return std::unexpected(
      Error{ErrorCode::bad_input,
            "is not a whole number from " + std::to_string(low) + " to " + std::to_string(high),
            std::string(name)});
}

}  // namespace haymaker::api
