#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace haymaker::text {

// What a pen must know of some words before it writes them, found once when a pack is compiled.
using Traits = std::uint8_t;

inline constexpr Traits kHugs = 1;  // Begins with a mark that no blank stands before: ". , )".
inline constexpr Traits kDropsComma = 2;  // Such a mark, in place of a comma that stands before it.
inline constexpr Traits kFullStop = 4;    // Is a full stop and nothing else.
inline constexpr Traits kSmall = 8;       // Begins with a letter that a sentence writes large.
inline constexpr Traits kOpens = 16;    // Begins with a bracket: the letter behind it is the first.
inline constexpr Traits kAn = 32;       // Takes "an".
inline constexpr Traits kNoBlank = 64;  // Ends so that no blank follows.
inline constexpr Traits kEndsSentence = 128;

// The traits but the last and, unless asked for, `kAn`, which is seldom needed and long to find.
Traits traits_of(std::string_view words) noexcept;
Traits traits_with_article(std::string_view words) noexcept;

// How many blanks lie in `words`: one less than there are words.
std::uint32_t blanks_in(std::string_view words) noexcept;

// Behind the arrays of a Program that hold characters lie this many bytes more, so that words are
// copied in whole runs.
inline constexpr std::size_t kSlack = 32;

// Words of a Program, with kSlack bytes behind them.
struct Piece {
  const char* characters = nullptr;
  std::uint16_t size = 0;
  Traits traits = 0;
  std::uint8_t blanks = 0;

  [[nodiscard]] std::string_view words() const noexcept { return {characters, size}; }
};

}  // namespace haymaker::text
