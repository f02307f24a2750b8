#include "text/article.h"

#include <algorithm>
#include <array>

namespace haymaker::text {

namespace {

constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr char lower(char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; }

// Spelt with a vowel, said with a consonant ("a unit", "a euro", "a one-off").
constexpr std::array<std::string_view, 14> kConsonantSounds = {
    "uni",  "use",  "usa",  "usu",   "util", "uto",  "eu",
    "one-", "one ", "once", "unani", "uk",   "ubiq", "ura"};
// "Un-" before an "i", and the like, which begin as a "uni-" does.
constexpr std::array<std::string_view, 4> kVowelSoundsOfUn = {"unid", "unim", "unin", "uniss"};
// Spelt with a consonant, said with a vowel.
constexpr std::array<std::string_view, 4> kVowelSounds = {"hour", "honest", "honour", "heir"};
// Capitals that are said as a word and not letter by letter.
constexpr std::array<std::string_view, 12> kAcronyms = {
    "EUR", "NAV", "REIT", "SPAC", "SOFR", "FIFO", "LIFO", "RAG", "SIM", "FIX", "ROM", "RAM"};
// Letters whose names begin with a vowel: "an FX trade", "an NDA".
constexpr std::string_view kVowelLetterNames = "AEFHILMNORSX";

bool starts_with_lowered(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() &&
         std::ranges::equal(text.substr(0, prefix.size()), prefix,
                            [](char a, char b) { return lower(a) == b; });
}

bool any_prefix(std::string_view text, auto const& prefixes) {
  return std::ranges::any_of(prefixes,
                             [&](std::string_view p) { return starts_with_lowered(text, p); });
}

bool number_takes_an(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  const bool eleven_or_eighteen = text.starts_with("11") || text.starts_with("18");
  return text[0] == '8' || (eleven_or_eighteen && (digits == 2 || digits == 5));
}

// One to four capitals that are spelt out, not said as a word: "FX", "NDAs", "M&A", "X-ray".
bool is_initialism(std::string_view text) {
  std::size_t capitals = 0;
  while (capitals < text.size() && is_upper(text[capitals])) ++capitals;
  if (capitals == 0 || capitals > 4) return false;
  if (std::ranges::find(kAcronyms, text.substr(0, capitals)) != kAcronyms.end()) return false;
  return capitals == text.size() || !is_lower(text[capitals]) ||
         (capitals >= 2 && text[capitals] == 's');
}

// Without what is written before a word or a figure and said behind it or not at all.
std::string_view spoken_part(std::string_view text) {
  for (const std::string_view silent : {"$", "€", "£", "(", "\"", "'"}) {
    if (text.starts_with(silent)) text.remove_prefix(silent.size());
  }
  return text;
}

}  // namespace

bool takes_an(std::string_view text) noexcept {
  text = spoken_part(text);
  if (text.empty()) return false;
  if (is_digit(text[0])) return number_takes_an(text);
  if (is_initialism(text)) return kVowelLetterNames.contains(text[0]);
  if (any_prefix(text, kVowelSounds) || any_prefix(text, kVowelSoundsOfUn)) return true;
  return std::string_view("aeiou").contains(lower(text[0])) && !any_prefix(text, kConsonantSounds);
}

}  // namespace haymaker::text
