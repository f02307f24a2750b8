#include "text/piece.h"

#include <algorithm>
#include <array>

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

std::uint32_t blanks_in(std::string_view words) noexcept {
  return static_cast<std::uint32_t>(std::ranges::count(words, ' '));
}

}  // namespace haymaker::text
