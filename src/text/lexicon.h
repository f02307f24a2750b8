#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rng/stream.h"
#include "rng/weighted.h"
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
bool has_form(WordClass word_class, Form form) noexcept;

// A list of words or phrases with their forms, drawn with weights that fall slowly with the rank.
class Lexicon {
 public:
  struct Entry {
    std::vector<std::string> forms;  // In the order of the class: see forms_of() in the source.
    std::uint32_t weight = 1;
  };

  Lexicon(WordClass word_class, std::vector<Entry> entries);

  [[nodiscard]] WordClass word_class() const noexcept { return class_; }
  [[nodiscard]] std::size_t size() const noexcept { return entries_; }
  std::uint32_t draw(rng::Stream& stream) const noexcept { return table_.draw(stream); }
  // The form of an entry; `form` is one that the class has, and not `agreeing`.
  [[nodiscard]] std::string_view form(std::uint32_t entry, Form form, bool british) const noexcept;

  // Gives each form its American spelling; called once, before any draw.
  void respell(std::string (*american)(std::string_view, const void*), const void* context);

 private:
  struct Slice {
    std::uint32_t offset;
    std::uint16_t size;
  };
  Slice store(std::string_view text);

  WordClass class_;
  std::uint32_t entries_;
  std::uint32_t forms_per_entry_;
  std::string characters_;
  std::vector<Slice> british_;
  std::vector<Slice> american_;
  rng::WeightedTable table_;
};

// The entries that stand below `noun NAME` and its like: separated by commas, with weights and
// irregular forms. `place` is where `line` begins in the source.
std::expected<std::vector<Lexicon::Entry>, Error> parse_entries(WordClass word_class,
                                                                const Source& source,
                                                                Position place,
                                                                std::string_view line);

}  // namespace haymaker::text
