#pragma once

#include <charconv>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "base/digest.h"

namespace haymaker::audit {

// Exactly 16 hexadecimal digits, as a uid is written.
inline std::optional<std::uint64_t> parse_hex64(std::string_view digits) {
  std::uint64_t value = 0;
  const std::span<const char> text(digits);
  const char* const end = std::to_address(text.end());
  const auto [stop, failure] = std::from_chars(std::to_address(text.begin()), end, value, 16);
  if (digits.size() != 16 || failure != std::errc() || stop != end) return std::nullopt;
  return value;
}

// As to_string(Digest) writes it.
inline std::optional<Digest> parse_digest(std::string_view digits) {
  if (digits.size() != 32) return std::nullopt;
  const auto high = parse_hex64(digits.substr(0, 16));
  const auto low = parse_hex64(digits.substr(16));
  if (!high || !low) return std::nullopt;
  return Digest{.low = *low, .high = *high};
}

}  // namespace haymaker::audit
