#include "text/piece.h"

#include <array>
#include <cstring>

#include "text/article.h"

namespace haymaker::text {

namespace {

constexpr std::array<Traits, 256> kTraitsOfFirst = [] {
  std::array<Traits, 256> table{};
  for (const unsigned char c : std::string_view(".,;:?!")) table[c] = kHugs | kDropsComma;
  for (const unsigned char c : std::string_view(")%")) table[c] = kHugs;
  for (const unsigned char c : std::string_view("(\"")) table[c] = kOpens;
  for (unsigned char c = 'a'; c <= 'z'; ++c) table[c] = kSmall;
  return table;
}();

}  // namespace

Traits traits_of(std::string_view words) noexcept {
  if (words.empty()) return 0;
  Traits traits = kTraitsOfFirst[static_cast<unsigned char>(words.front())];
  if (words == ".") traits |= kFullStop;
  const char last = words.back();
  if (last == ' ' || last == '(' || last == '\n') traits |= kNoBlank;
  return traits;
}

Traits traits_with_article(std::string_view words) noexcept {
  return traits_of(words) | (takes_an(words) ? kAn : Traits{0});
}

// Eight characters at a time: the sum of a word's bytes, each 1 where the character is a blank.
std::uint32_t blanks_in(std::string_view words) noexcept {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr std::uint64_t kLow = kOnes * 0x7F;
  const auto count_in = [](std::uint64_t word) {
    word ^= kOnes * ' ';  // Blanks become zero; the highest bit of a byte says that it is not.
    const std::uint64_t others = ((word & kLow) + kLow) | word;
    return 8 - static_cast<std::uint32_t>(((others >> 7 & kOnes) * kOnes) >> 56);
  };
  const auto word_at = [&](std::size_t i) {
    std::uint64_t word = 0;
    std::memcpy(&word, words.data() + i, 8);
    return word;
  };
  std::uint32_t count = 0;
  std::size_t i = 0;
  for (; i + 8 <= words.size(); i += 8) count += count_in(word_at(i));
  const std::size_t left = words.size() - i;
  if (i != 0) {  // What is left is read with characters before it, which are then shifted out.
    return left == 0 ? count : count + count_in(word_at(words.size() - 8) >> (64 - 8 * left));
  }
  for (; i < words.size(); ++i) count += words[i] == ' ' ? 1 : 0;
  return count;
}

}  // namespace haymaker::text
