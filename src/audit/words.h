#pragma once

// Texts as rows of numbers, one a distinct word, which is what the measures of diversity work on.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace haymaker::audit {

using Word = std::uint32_t;
using Words = std::vector<Word>;

// Numbers the words in the order in which they first occur.
class Vocabulary {
 public:
  Word number(std::string_view word);
  [[nodiscard]] std::size_t size() const noexcept { return numbers_.size(); }

 private:
  std::unordered_map<std::string, Word> numbers_;
};

// Cuts a text (UTF-8) into words: runs of letters, digits and apostrophes. Calls `take` with each,
// as it stands.
template <class Take>
void for_each_word(std::string_view text, Take take);

// The words in lower case.
Words to_words(std::string_view text, Vocabulary& vocabulary);
// The skeleton of a text: in it, a word that begins with a capital letter and a word with a digit
// have become one sign each, so that a template shows through what fills its slots.
Words to_skeleton(std::string_view text, Vocabulary& vocabulary);

// The sentences of a text: they end at ".", "!" or "?" before white space, and at an empty line.
std::vector<std::string_view> sentences(std::string_view text);

// A hash of a run of words.
std::uint64_t hash_words(std::span<const Word> words) noexcept;

// ---

// Bytes of the word that begins at `text`; 0 where none does.
std::size_t word_size(std::string_view text) noexcept;

template <class Take>
void for_each_word(std::string_view text, Take take) {
  while (!text.empty()) {
    const std::size_t size = word_size(text);
    if (size > 0) take(text.substr(0, size));
    text.remove_prefix(size > 0 ? size : 1);
  }
}

}  // namespace haymaker::audit
