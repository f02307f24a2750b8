#include "people/lexicon.h"

#include <cstdint>

#include "people/pack_text.h"

namespace haymaker::people {

namespace {

// The lines up to the next heading or the end.
WeightedWords section(std::string_view& text) {
  std::vector<std::string_view> words;
  std::vector<std::uint32_t> weights;
  while (!text.empty() && !text.starts_with('[')) {
    std::string_view line = next_line(text);
    if (line.empty()) continue;
    words.push_back(next_field(line, '\t'));
    weights.push_back(number_of<std::uint32_t>(line));
  }
  return {std::move(words), weights};
}

}  // namespace

Lexicon::Lexicon(std::string_view locale, std::string_view text) : locale_(locale) {
  while (!text.empty()) {
    const std::string_view heading = next_line(text);
    if (heading == "[given female]") female_given_ = section(text);
    if (heading == "[given male]") male_given_ = section(text);
    if (heading == "[family]") family_ = section(text);
    if (heading == "[family female]") female_family_ = section(text);
    if (heading == "[family male]") male_family_ = section(text);
  }
}

const WeightedWords& Lexicon::given(Gender gender) const noexcept {
  return gender == Gender::female ? female_given_ : male_given_;
}

const WeightedWords& Lexicon::family(Gender gender) const noexcept {
  if (!family_.words().empty()) return family_;
  return gender == Gender::female ? female_family_ : male_family_;
}

}  // namespace haymaker::people
