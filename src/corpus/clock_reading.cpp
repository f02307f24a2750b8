#include "corpus/clock_reading.h"

namespace haymaker::corpus {

namespace {

// The number at the head of `words`, which goes beyond it; nothing where there is none of one or
// two digits.
std::optional<int> take_number(std::string_view& words) noexcept {
  int number = 0;
  std::size_t digits = 0;
  for (; digits < words.size() && words[digits] >= '0' && words[digits] <= '9'; ++digits)
    number = number * 10 + (words[digits] - '0');
  if (digits == 0 || digits > 2) return std::nullopt;
  words.remove_prefix(digits);
  return number;
}

}  // namespace

std::optional<int> read_clock(std::string_view words) noexcept {
  const auto hour = take_number(words);
  if (!hour) return std::nullopt;
  int minute = 0;
  const bool minutes = words.starts_with(':') || words.starts_with('.');
  if (minutes) {
    words.remove_prefix(1);
    const auto number = take_number(words);
    if (!number || *number > 59) return std::nullopt;
    minute = *number;
  }
  if (words == "am" || words == "pm") {
    if (*hour < 1 || *hour > 12) return std::nullopt;
    return (*hour % 12 + (words == "pm" ? 12 : 0)) * 60 + minute;
  }
  if (!words.empty() || !minutes || *hour > 23) return std::nullopt;
  return *hour * 60 + minute;
}

}  // namespace haymaker::corpus
