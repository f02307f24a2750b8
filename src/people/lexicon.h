#pragma once

#include <string_view>
#include <vector>

#include "people/person.h"
#include "rng/stream.h"
#include "rng/weighted.h"

namespace haymaker::people {

// Words with weights.
class WeightedWords {
 public:
  WeightedWords() = default;
  WeightedWords(std::vector<std::string_view> words, const std::vector<std::uint32_t>& weights)
      : words_(std::move(words)), table_(weights) {}

  [[nodiscard]] const std::vector<std::string_view>& words() const noexcept { return words_; }
  std::string_view draw(rng::Stream& stream) const noexcept { return words_[table_.draw(stream)]; }

 private:
  std::vector<std::string_view> words_;
  rng::WeightedTable table_;
};

// The names of one locale: packs/world/names/<locale>.txt.
class Lexicon {
 public:
  // Views point into `text`, of the format of docs/formats/people.md.
  Lexicon(std::string_view locale, std::string_view text);

  [[nodiscard]] std::string_view locale() const noexcept { return locale_; }
  // Of a woman or a man; not for Gender::none.
  [[nodiscard]] const WeightedWords& given(Gender gender) const noexcept;
  [[nodiscard]] const WeightedWords& family(Gender gender) const noexcept;

 private:
  std::string_view locale_;
  WeightedWords female_given_;
  WeightedWords male_given_;
  WeightedWords family_;
  WeightedWords female_family_;  // Where it differs from a man's; else both are empty.
  WeightedWords male_family_;
};

}  // namespace haymaker::people
