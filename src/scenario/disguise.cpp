#include "scenario/disguise.h"

#include <algorithm>
#include <array>

namespace haymaker::scenario {

namespace {

struct Glyph {
  char letter;
  std::string_view other;
};

constexpr auto kLeet = std::to_array<Glyph>({{'a', "4"},
                                             {'b', "8"},
                                             {'e', "3"},
                                             {'g', "9"},
                                             {'i', "1"},
                                             {'l', "1"},
                                             {'o', "0"},
                                             {'s', "5"},
                                             {'t', "7"}});

// Unicode Technical Standard 39 calls these confusable with the Latin letters.
constexpr auto kHomoglyphs = std::to_array<Glyph>(
    {{'A', "А"}, {'B', "В"}, {'C', "С"}, {'E', "Е"}, {'H', "Н"}, {'K', "К"}, {'M', "М"}, {'O', "О"},
     {'P', "Р"}, {'T', "Т"}, {'X', "Х"}, {'a', "а"}, {'c', "с"}, {'e', "е"}, {'i', "і"}, {'j', "ј"},
     {'o', "ο"}, {'p', "р"}, {'s', "ѕ"}, {'v', "ν"}, {'x', "х"}, {'y', "у"}});

constexpr std::array<std::string_view, 2> kInvisible = {"\u200B", "\u00AD"};

constexpr bool is_vowel(char c) {
  constexpr std::string_view kVowels = "aeiouAEIOU";
  return kVowels.find(c) != std::string_view::npos;
}

std::string_view other_of(std::span<const Glyph> glyphs, char letter) {
  const auto found = std::ranges::find(glyphs, letter, &Glyph::letter);
  return found == glyphs.end() ? std::string_view() : found->other;
}

void append_parted(std::string_view word, char between, Buffer& out) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (i > 0) out.append(between);
    out.append(word[i]);
  }
}

// The first letter that has another form takes it, and each further one as a coin decides.
void append_glyphs(std::span<const Glyph> glyphs, std::string_view word, rng::Stream& stream,
                   Buffer& out) {
  bool changed = false;
  for (const char letter : word) {
    const std::string_view other = other_of(glyphs, letter);
    if (other.empty() || (changed && stream.chance(1, 2))) {
      out.append(letter);
    } else {
      out.append(other);
      changed = true;
    }
  }
}

// Two neighbours change places, the first letter never. Nothing where all are alike.
void append_swapped(std::string_view word, rng::Stream& stream, Buffer& out) {
  const auto places = static_cast<std::uint32_t>(word.size() - 2);
  const std::uint32_t first = stream.below(places);
  for (std::uint32_t i = 0; i < places; ++i) {
    const std::size_t at = 1 + (first + i) % places;
    if (word[at] == word[at + 1]) continue;
    out.append(word.substr(0, at));
    out.append(word[at + 1]);
    out.append(word[at]);
    return out.append(word.substr(at + 2));
  }
  out.append(word);
}

void append_shortened(std::string_view word, rng::Stream& stream, Buffer& out) {
  const std::size_t at = 1 + stream.below(static_cast<std::uint32_t>(word.size() - 1));
  out.append(word.substr(0, at));
  out.append(word.substr(at + 1));
}

void append_with_invisible(std::string_view word, rng::Stream& stream, Buffer& out) {
  const std::size_t at = 1 + stream.below(static_cast<std::uint32_t>(word.size() - 1));
  out.append(word.substr(0, at));
  out.append(stream.pick(std::span<const std::string_view>(kInvisible)));
  out.append(word.substr(at));
}

// U+FF21 is the full-width A and U+FF41 the a; in UTF-8 EF BC A1 and EF BD 81.
void append_full_width(std::string_view word, Buffer& out) {
  for (const char letter : word) {
    const bool small = letter >= 'a';
    out.append(small ? "\xEF\xBD" : "\xEF\xBC");
    out.append(static_cast<char>(small ? letter - 'a' + 0x81 : letter - 'A' + 0xA1));
  }
}

void append_without_vowels(std::string_view word, Buffer& out) {
  out.append(word.front());
  for (const char letter : word.substr(1))
    if (!is_vowel(letter)) out.append(letter);
}

}  // namespace

void append_disguised(Evasion evasion, std::string_view word, rng::Stream& stream, Buffer& out) {
  const std::size_t begin = out.size();
  switch (evasion) {
    case Evasion::character_swap: append_swapped(word, stream, out); break;
    case Evasion::character_drop: append_shortened(word, stream, out); break;
    case Evasion::spacing: append_parted(word, ' ', out); break;
    case Evasion::leet: append_glyphs(kLeet, word, stream, out); break;
    case Evasion::homoglyph: append_glyphs(kHomoglyphs, word, stream, out); break;
    case Evasion::zero_width: append_with_invisible(word, stream, out); break;
    case Evasion::full_width: append_full_width(word, out); break;
    case Evasion::abbreviation: append_without_vowels(word, out); break;
    default: append_parted(word, '.', out); break;
  }
  const std::string_view disguised = out.view(begin);
  if (disguised != word && disguised.size() > 1) return;
  out.truncate(begin);
  append_parted(word, '.', out);
}

}  // namespace haymaker::scenario
