#include "scenario/evasion.h"

#include <algorithm>
#include <array>

#include "scenario/disguise.h"

namespace haymaker::scenario {

namespace {

constexpr std::array<std::string_view, kEvasions> kNames = {
    "none", "code_word", "translation", "emoji",      "character_swap", "character_drop", "spacing",
    "dots", "leet",      "homoglyph",   "zero_width", "full_width",     "abbreviation"};

constexpr std::size_t kShortestWord = 3;
// A planted sentence has fewer words than this; more are left as they are.
constexpr std::size_t kMostWords = 96;

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool telling = false;
  [[nodiscard]] std::size_t size() const { return end - begin; }
};

// The words of a text that are long enough to be disguised, in order.
struct Words {
  std::array<Word, kMostWords> items;
  std::size_t count = 0;
  [[nodiscard]] std::span<Word> all() { return std::span(items).first(count); }
};

Words find_words(std::string_view text) {
  Words words;
  for (std::size_t at = 0; at < text.size() && words.count < kMostWords;) {
    if (!is_letter(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (end - at >= kShortestWord) words.items[words.count++] = {at, end, false};
    at = end;
  }
  return words;
}

bool stands_at(std::string_view text, std::size_t at, std::string_view term) {
  if (text.size() - at < term.size()) return false;
  for (std::size_t i = 0; i < term.size(); ++i)
    if (lower(text[at + i]) != term[i]) return false;
  const std::size_t end = at + term.size();
  return (at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]));
}

// Marks the words between `begin` and `end`, or the longest of them if `one` will do: none where
// one is marked already.
bool mark_term(std::size_t begin, std::size_t end, bool one, Words& words) {
  Word* longest = nullptr;
  for (Word& word : words.all()) {
    if (word.begin < begin || word.end > end) continue;
    if (one && word.telling) return true;
    if (!one) word.telling = true;
    if (longest == nullptr || word.size() > longest->size()) longest = &word;
  }
  if (longest != nullptr) longest->telling = true;
  return longest != nullptr;
}

bool mark_terms(std::string_view text, std::span<const std::string_view> terms, bool one,
                Words& words) {
  bool found = false;
  for (const std::string_view term : terms) {
    for (std::size_t at = 0; !term.empty() && at + term.size() <= text.size(); ++at)
      if (stands_at(text, at, term) && mark_term(at, at + term.size(), one, words)) found = true;
  }
  return found;
}

// Nobody mistypes each word of a phrase, and one is enough to hide it.
constexpr bool is_slip(Evasion evasion) {
  return evasion == Evasion::character_swap || evasion == Evasion::character_drop;
}

void mark_longest(Words& words) {
  std::ranges::max_element(words.all(), {}, &Word::size)->telling = true;
  Word* second = nullptr;
  for (Word& word : words.all())
    if (!word.telling && (second == nullptr || word.size() > second->size())) second = &word;
  if (second != nullptr) second->telling = true;
}

}  // namespace

std::string_view name_of(Evasion evasion) noexcept {
  return kNames[static_cast<std::size_t>(evasion)];
}

void append_evaded(Evasion evasion, std::string_view text, std::span<const std::string_view> terms,
                   rng::Stream& stream, Buffer& out) {
  Words words = find_words(text);
  if (words.count == 0) return out.append(text);
  if (!mark_terms(text, terms, is_slip(evasion), words)) mark_longest(words);
  std::size_t at = 0;
  for (const Word& word : words.all()) {
    if (!word.telling) continue;
    out.append(text.substr(at, word.begin - at));
    append_disguised(evasion, text.substr(word.begin, word.size()), stream, out);
    at = word.end;
  }
  out.append(text.substr(at));
}

}  // namespace haymaker::scenario
