#include "audit/words.h"

#include <algorithm>

#include "base/hash.h"

namespace haymaker::audit {
namespace {

constexpr std::string_view kCurlyApostrophe = "\xE2\x80\x99";

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }

// Bytes of the letter, digit or apostrophe at the start; 0 for anything else. Of what is not ASCII,
// U+00A0 .. U+00BF and U+2000 .. U+2BFF are signs and all else counts as letters.
std::size_t letter_size(std::string_view text) noexcept {
  const char c = text.front();
  const auto byte = static_cast<unsigned char>(c);
  if (byte < 0x80) {
    const bool letter = is_upper(c) || (c >= 'a' && c <= 'z') || is_digit(c) || c == '\'';
    return letter ? 1 : 0;
  }
  if (text.starts_with(kCurlyApostrophe)) return kCurlyApostrophe.size();
  const auto second = text.size() > 1 ? static_cast<unsigned char>(text[1]) : 0U;
  if (byte == 0xC2 || (byte == 0xE2 && second < 0xB0) || byte == 0xF0) return 0;
  std::size_t size = 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) ++size;
  return byte >= 0xC0 ? size : 0;
}

// "À" to "Þ" are C3 80 to C3 9E, their small forms 0x20 above.
bool is_latin_capital(std::string_view text) noexcept {
  return text.size() > 1 && text[0] == '\xC3' && static_cast<unsigned char>(text[1]) <= 0x9E;
}

std::string lower(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word.substr(i).starts_with(kCurlyApostrophe)) {
      out.push_back('\'');
      i += kCurlyApostrophe.size() - 1;
    } else if (is_upper(word[i])) {
      out.push_back(static_cast<char>(word[i] + 32));
    } else if (is_latin_capital(word.substr(i))) {
      out.push_back(word[i]);
      out.push_back(static_cast<char>(word[++i] + 32));
    } else {
      out.push_back(word[i]);
    }
  }
  return out;
}

}  // namespace

Word Vocabulary::number(std::string_view word) {
  return numbers_.try_emplace(std::string(word), static_cast<Word>(numbers_.size())).first->second;
}

std::size_t word_size(std::string_view text) noexcept {
  std::size_t size = 0;
  while (size < text.size()) {
    const std::size_t letter = letter_size(text.substr(size));
    if (letter == 0) break;
    size += letter;
  }
  return size;
}

Words to_words(std::string_view text, Vocabulary& vocabulary) {
  Words words;
  for_each_word(text,
                [&](std::string_view word) { words.push_back(vocabulary.number(lower(word))); });
  return words;
}

Words to_skeleton(std::string_view text, Vocabulary& vocabulary) {
  Words words;
  for_each_word(text, [&](std::string_view word) {
    if (std::ranges::any_of(word, is_digit)) {
      words.push_back(vocabulary.number("0"));
    } else if (is_upper(word.front()) || is_latin_capital(word)) {
      words.push_back(vocabulary.number("A"));
    } else {
      words.push_back(vocabulary.number(lower(word)));
    }
  });
  return words;
}

std::vector<std::string_view> sentences(std::string_view text) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    const std::string_view sentence = text.substr(begin, end - begin);
    if (sentence.find_first_not_of(" \t\n") != sentence.npos) out.push_back(sentence);
    begin = end;
  };
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const bool space_follows = text[i + 1] == ' ' || text[i + 1] == '\n';
    const bool stop = text[i] == '.' || text[i] == '!' || text[i] == '?';
    const bool empty_line = text[i] == '\n' && text[i + 1] == '\n';
    if ((stop && space_follows) || empty_line) close(i + 1);
  }
  close(text.size());
  return out;
}

std::uint64_t hash_words(std::span<const Word> words) noexcept {
  std::uint64_t hash = words.size();
  for (const Word word : words) hash = mix64(hash ^ word) + 0x9E3779B97F4A7C15U;
  return hash;
}

}  // namespace haymaker::audit
