#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/buffer.h"
#include "rng/stream.h"

namespace haymaker::scenario {

// How planted words avoid a lexicon.
enum class Evasion : std::uint8_t {
  none,
  // Said in other words, by rules of the pack.
  code_word,
  translation,
  emoji,
  // Said in the same words, written otherwise: operators over a span.
  character_swap,  // "gaurantee"
  character_drop,  // "guarntee"
  spacing,         // "g u a r a n t e e"
  dots,            // "g.u.a.r.a.n.t.e.e"
  leet,            // "gu4r4n733"
  homoglyph,       // Cyrillic and Greek letters that look like Latin ones.
  zero_width,      // U+200B or U+00AD within the word.
  full_width,      // U+FF41 and what follows.
  abbreviation,    // "grnt": the vowels left out.
};
inline constexpr int kEvasions = 13;

constexpr std::uint32_t evasion_bit(Evasion evasion) noexcept {
  return 1U << static_cast<unsigned>(evasion);
}

// As the answer key names it: "homoglyph".
std::string_view name_of(Evasion evasion) noexcept;

// True for those that append_evaded() performs.
constexpr bool is_operator(Evasion evasion) noexcept { return evasion >= Evasion::character_swap; }

// Appends `text` with its telling words disguised: those of the `terms` that occur in it, whatever
// their case, or its two longest words where none does. A slip of the fingers, which is what a
// swapped or dropped character looks like, befalls one word of each term. The terms are in lower
// case. The result differs from `text` unless that holds no word of three letters.
void append_evaded(Evasion evasion, std::string_view text, std::span<const std::string_view> terms,
                   rng::Stream& stream, Buffer& out);

}  // namespace haymaker::scenario
