#pragma once

// The target of a request (RFC 9112 section 3.2.1), taken apart.

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"

namespace haymaker::api {

struct Target {
  std::vector<std::string> segments;  // Of the path, decoded; none of "/".
  std::vector<std::pair<std::string, std::string>> query;

  // The first value of that name; nothing if there is none.
  [[nodiscard]] std::optional<std::string_view> value(std::string_view name) const noexcept;
};

// `bad_input` for what is not "/path?query", for a wrong escape, for a NUL or what is not UTF-8
// behind one, and for a segment that is empty, "." or "..": each place has one name.
std::expected<Target, Error> parse_target(std::string_view target);

// A whole number of the query, within bounds; `fallback` if it is left out.
std::expected<std::uint64_t, Error> number_in(const Target& target, std::string_view name,
                                              std::uint64_t low, std::uint64_t high,
                                              std::uint64_t fallback);

// All of a text as a number.
std::optional<std::uint64_t> parse_number(std::string_view text) noexcept;

// 16 lower-case hexadecimal digits: the name of a message.
std::optional<std::uint64_t> parse_uid(std::string_view text) noexcept;

}  // namespace haymaker::api
