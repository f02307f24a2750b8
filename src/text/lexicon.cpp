#include "text/lexicon.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <utility>

#include "text/morphology.h"

namespace haymaker::text {

namespace {

struct NamedForm {
  std::string_view suffix;
  Form form;
};
constexpr auto kFormNames = std::to_array<NamedForm>({{"pl", Form::plural},
                                                      {"s", Form::third_person},
                                                      {"ed", Form::past},
                                                      {"en", Form::participle},
                                                      {"ing", Form::gerund},
                                                      {"v", Form::agreeing},
                                                      {"er", Form::comparative},
                                                      {"est", Form::superlative},
                                                      {"ly", Form::adverb}});

constexpr auto kNounForms = std::to_array({Form::base, Form::plural});
constexpr auto kVerbForms =
    std::to_array({Form::base, Form::third_person, Form::past, Form::participle, Form::gerund});
constexpr auto kAdjectiveForms =
    std::to_array({Form::base, Form::comparative, Form::superlative, Form::adverb});
constexpr auto kListForms = std::to_array({Form::base});

std::span<const Form> forms_of(WordClass word_class) {
  switch (word_class) {
    case WordClass::noun: return kNounForms;
    case WordClass::verb: return kVerbForms;
    case WordClass::adjective: return kAdjectiveForms;
    case WordClass::list: break;
  }
  return kListForms;
}

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

// Splits at `separator` where no backslash stands before it, and takes those backslashes away.
std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> pieces(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) {
      pieces.back() += text[++i];
    } else if (text[i] == separator) {
      pieces.emplace_back();
    } else {
      pieces.back() += text[i] == '\n' ? ' ' : text[i];
    }
  }
  return pieces;
}

// "3*break" to 3 and "break"; 1 where no weight is given.
std::uint32_t take_weight(std::string_view& text) {
  std::uint32_t weight = 1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), weight);
  if (error != std::errc{} || end == text.data() + text.size() || *end != '*') return 1;
  text = trim(text.substr(static_cast<std::size_t>(end - text.data()) + 1));
  return weight;
}

std::vector<std::string> noun_forms(const std::vector<std::string>& given) {
  std::string noun = given[0];
  if (noun.ends_with('~')) {
    noun.pop_back();
    return {noun, noun};
  }
  return {noun, given.size() > 1 ? given[1] : plural(noun)};
}

std::vector<std::string> verb_forms(const std::vector<std::string>& given) {
  const std::string& verb = given[0];
  return {verb, third_person(verb), given.size() > 1 ? given[1] : past(verb),
          given.size() > 2 ? given[2] : (given.size() > 1 ? given[1] : participle(verb)),
          gerund(verb)};
}

std::vector<std::string> inflect(WordClass word_class, const std::vector<std::string>& given) {
  switch (word_class) {
    case WordClass::noun: return noun_forms(given);
    case WordClass::verb: return verb_forms(given);
    case WordClass::adjective:
      return {given[0], comparative(given[0]), superlative(given[0]), adverb(given[0])};
    case WordClass::list: break;
  }
  return {given[0]};
}

}  // namespace

std::optional<Form> form_named(std::string_view suffix) noexcept {
  const auto found = std::ranges::find(kFormNames, suffix, &NamedForm::suffix);
  if (found == kFormNames.end()) return std::nullopt;
  return found->form;
}

std::string_view suffix_of(Form form) noexcept {
  const auto found = std::ranges::find(kFormNames, form, &NamedForm::form);
  return found == kFormNames.end() ? std::string_view() : found->suffix;
}

std::vector<Form> askable_forms(WordClass word_class) {
  const auto forms = forms_of(word_class);
  std::vector<Form> askable(forms.begin(), forms.end());
  if (word_class == WordClass::verb) askable.push_back(Form::agreeing);
  return askable;
}

bool has_form(WordClass word_class, Form form) noexcept {
  if (form == Form::agreeing) return word_class == WordClass::verb;
  const auto forms = forms_of(word_class);
  return std::ranges::find(forms, form) != forms.end();
}

std::uint32_t form_count(WordClass word_class) noexcept {
  return static_cast<std::uint32_t>(forms_of(word_class).size());
}

// Falls from 1 to less than a half over the first hundred ranks: a head and a long tail.
std::uint32_t rank_weight(const LexiconEntry& entry, std::size_t rank) noexcept {
  return entry.weight * static_cast<std::uint32_t>(80'000 / (rank + 80));
}

std::expected<std::vector<LexiconEntry>, Error> parse_entries(WordClass word_class,
                                                              const Source& source, Position place,
                                                              std::string_view line) {
  std::vector<LexiconEntry> entries;
  const char separator =
      word_class == WordClass::list || word_class == WordClass::adjective ? '\0' : '/';
  const auto position = [&](std::size_t at) {
    return Position{place.line, place.column + static_cast<std::uint32_t>(at)};
  };
  // Escapes are resolved by the inner split only, so that "\\," survives the outer one.
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= line.size(); ++i) {
    const bool escaped = i > 0 && line[i - 1] == '\\';
    if (i < line.size() && (line[i] != ',' || escaped)) continue;
    std::string_view entry = trim(line.substr(begin, i - begin));
    const std::size_t start = std::exchange(begin, i + 1);
    if (entry.empty()) {
      if (i == line.size()) break;  // A comma after the last entry is welcome.
      return std::unexpected(error_at(source, position(i), "an empty entry"));
    }
    const std::uint32_t weight = take_weight(entry);
    if (weight == 0 || entry.empty()) {
      return std::unexpected(error_at(source, position(line.find_first_not_of(' ', start)),
                                      weight == 0 ? "a weight of nothing" : "an empty entry"));
    }
    entries.push_back({inflect(word_class, split(entry, separator)), weight});
  }
  return entries;
}

}  // namespace haymaker::text
