#include "text/morphology.h"

#include "text/article.h"
#include "text/irregular_words.h"

namespace haymaker::text {

namespace {

constexpr bool is_vowel(char c) { return std::string_view("aeiou").contains(c); }
constexpr bool is_consonant(char c) { return c >= 'a' && c <= 'z' && !is_vowel(c); }

bool ends_in_consonant_y(std::string_view word) {
  return word.size() >= 2 && word.back() == 'y' && is_consonant(word[word.size() - 2]);
}

bool hisses(std::string_view word) {
  return word.ends_with('s') || word.ends_with('x') || word.ends_with('z') ||
         word.ends_with("ch") || word.ends_with("sh");
}

// The "-s" of plurals and of the third person alike.
std::string with_s(std::string_view word) {
  std::string result(word);
  if (ends_in_consonant_y(word)) {
    result.replace(result.size() - 1, 1, "ies");
  } else {
    result += hisses(word) ? "es" : "s";
  }
  return result;
}

// "results", "drinks" and "premises" are plurals already; "status", "basis" and "loss" are not.
bool is_plural(std::string_view word) {
  if (word.size() < 4 || !word.ends_with('s')) return false;
  const char before = word[word.size() - 2];
  return before == 'e' || (before != 's' && is_consonant(before));
}

int vowel_groups(std::string_view word) {
  int groups = 0;
  bool in_group = false;
  for (const char c : word) {
    const bool vowel = is_vowel(c) || c == 'y';
    groups += vowel && !in_group ? 1 : 0;
    in_group = vowel;
  }
  return groups;
}

bool doubles_last(std::string_view word) {
  if (const std::size_t dash = word.rfind('-'); dash != std::string_view::npos)
    word.remove_prefix(dash + 1);
  if (word.size() < 3) return false;
  if (doubles_unruly(word)) return true;
  // "reset" and "outrun" double as "set" and "run" do.
  if (const IrregularVerb* verb = irregular_verb(word)) word = verb->base;
  const char last = word.back();
  const bool closed = is_consonant(last) && last != 'w' && last != 'x' && last != 'y' &&
                      is_vowel(word[word.size() - 2]) && !is_vowel(word[word.size() - 3]);
  return closed && vowel_groups(word) == 1;
}

// "agreed" has lost one "e" of three; "seeing", "shoeing" and "dyeing" keep theirs.
bool loses_e(std::string_view word, std::string_view suffix) {
  if (!word.ends_with('e')) return false;
  if (suffix[0] == 'e') return true;
  return suffix == "ing" && word.size() > 2 && !word.ends_with("ee") && !word.ends_with("oe") &&
         !word.ends_with("ye");
}

// "-ed" and "-ing", "-er" and "-est" share what happens to the stem.
std::string with_suffix(std::string_view word, std::string_view suffix) {
  std::string stem(word);
  if (word == "age" && suffix == "ing") return "ageing";
  if (suffix == "ing" && word.ends_with("ie")) {
    stem.replace(stem.size() - 2, 2, "y");
  } else if (loses_e(word, suffix)) {
    stem.pop_back();
  } else if (ends_in_consonant_y(word) && suffix[0] == 'e') {
    stem.back() = 'i';
  } else if ((suffix == "er" || suffix == "est") && word.size() > 4 && word.ends_with("ey")) {
    stem.replace(stem.size() - 2, 2, "i");  // "dicier"
  } else if (word.ends_with("ic")) {
    stem += 'k';  // "panicked"
  } else if (doubles_last(word)) {
    stem += word.back();
  }
  return stem.append(suffix);
}

std::string keep_prefix(std::string_view verb, const IrregularVerb& irregular,
                        std::string_view form) {
  return std::string(verb.substr(0, verb.size() - irregular.base.size())).append(form);
}

template <class Inflect>
std::string bend_first_word(std::string_view phrase, Inflect inflect) {
  const std::size_t end = phrase.find(' ');
  std::string result = inflect(phrase.substr(0, end));
  if (end != std::string_view::npos) result += phrase.substr(end);
  return result;
}

bool is_short_adjective(std::string_view word) {
  if (word.contains(' ') || word.contains('-')) return false;
  const int groups = vowel_groups(word.ends_with('e') ? word.substr(0, word.size() - 1) : word);
  return groups == 1 || (groups == 2 && word.ends_with('y'));
}

}  // namespace

std::string plural(std::string_view noun) {
  const std::size_t space = noun.find_last_of(" -");
  const std::size_t head = space == std::string_view::npos ? 0 : space + 1;
  const std::string_view word = noun.substr(head);
  std::string result(noun.substr(0, head));
  if (const auto irregular = irregular_plural(word); !irregular.empty())
    return result.append(irregular);
  return result + (is_plural(word) ? std::string(word) : with_s(word));
}

std::string_view possessive_ending(std::string_view noun) noexcept {
  return noun.ends_with('s') && !noun.ends_with("ss") ? "'" : "'s";
}

std::string third_person(std::string_view verb) {
  return bend_first_word(verb, [](std::string_view word) {
    if (word == "have") return std::string("has");
    if (word.ends_with("go") || word.ends_with("do") || word.ends_with("veto") ||
        word.ends_with("echo")) {
      return std::string(word) + "es";
    }
    return with_s(word);
  });
}

std::string past(std::string_view verb) {
  return bend_first_word(verb, [](std::string_view word) {
    const IrregularVerb* found = irregular_verb(word);
    return found != nullptr ? keep_prefix(word, *found, found->past) : with_suffix(word, "ed");
  });
}

std::string participle(std::string_view verb) {
  return bend_first_word(verb, [](std::string_view word) {
    const IrregularVerb* found = irregular_verb(word);
    return found != nullptr ? keep_prefix(word, *found, found->participle)
                            : with_suffix(word, "ed");
  });
}

std::string gerund(std::string_view verb) {
  return bend_first_word(verb, [](std::string_view word) {
    return word == "be" ? std::string("being") : with_suffix(word, "ing");
  });
}

std::string comparative(std::string_view adjective) {
  const IrregularComparison* found = irregular_comparison(adjective);
  if (found != nullptr) return std::string(found->comparative);
  return is_short_adjective(adjective) ? with_suffix(adjective, "er")
                                       : "more " + std::string(adjective);
}

std::string superlative(std::string_view adjective) {
  const IrregularComparison* found = irregular_comparison(adjective);
  if (found != nullptr) return std::string(found->superlative);
  return is_short_adjective(adjective) ? with_suffix(adjective, "est")
                                       : "most " + std::string(adjective);
}

std::string adverb(std::string_view adjective) {
  if (const auto irregular = irregular_adverb(adjective); !irregular.empty())
    return std::string(irregular);
  if (adjective.ends_with("ly"))
    return std::string(takes_an(adjective) ? "in an " : "in a ").append(adjective).append(" way");
  std::string result(adjective);
  const bool consonant_le = adjective.size() > 2 && adjective.ends_with("le") &&
                            is_consonant(adjective[adjective.size() - 3]);
  if (ends_in_consonant_y(adjective)) {
    result.replace(result.size() - 1, 1, "ily");
  } else if (consonant_le) {
    result.back() = 'y';
  } else if (adjective.ends_with("ll")) {
    result += 'y';
  } else {
    result += adjective.ends_with("ic") ? "ally" : "ly";
  }
  return result;
}

}  // namespace haymaker::text
