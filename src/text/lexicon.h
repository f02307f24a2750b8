#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/source.h"

namespace haymaker::text {

enum class WordClass : std::uint8_t { noun, verb, adjective, list };

// The inflected forms that markup can ask for. Which of them a lexicon has depends on its word
// class.
enum class Form : std::uint8_t {
  base,
  plural,
  third_person,
  past,
  participle,
  gerund,
  agreeing,  // Third person or base, as the last agreement mark says.
  comparative,
  superlative,
  adverb,
};

std::optional<Form> form_named(std::string_view suffix) noexcept;  // "pl", "s", "ed", "en", ...
std::string_view suffix_of(Form form) noexcept;                    // "" of the base form.
// All that may be asked of a class, `agreeing` included.
std::vector<Form> askable_forms(WordClass word_class);
bool has_form(WordClass word_class, Form form) noexcept;

// Where a form lies among those of its class: base first, the others as above. `agreeing` has none.
constexpr std::uint32_t form_place(Form form) noexcept {
  constexpr std::array<std::uint8_t, 10> kPlaces = {0, 1, 1, 2, 3, 4, 0, 1, 2, 3};
  return kPlaces[static_cast<std::size_t>(form)];
}
// How many forms the words of a class have.
std::uint32_t form_count(WordClass word_class) noexcept;

// A word or phrase of a lexicon as the pack's author wrote it.
struct LexiconEntry {
  std::vector<std::string> forms;  // In the order of form_place().
  std::uint32_t weight = 1;
};

// How often the entry is drawn, in proportion: the weight times what falls slowly with the rank.
std::uint32_t rank_weight(const LexiconEntry& entry, std::size_t rank) noexcept;

// The entries that stand below `noun NAME` and its like: separated by commas, with weights and
// irregular forms. `place` is where `line` begins in the source.
std::expected<std::vector<LexiconEntry>, Error> parse_entries(WordClass word_class,
                                                              const Source& source, Position place,
                                                              std::string_view line);

}  // namespace haymaker::text
