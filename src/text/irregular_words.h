#pragma once

#include <string_view>

namespace haymaker::text {

// The words of business English that no spelling rule inflects. Each lookup takes a single word.

struct IrregularVerb {
  std::string_view base;
  std::string_view past;
  std::string_view participle;
};

struct IrregularComparison {
  std::string_view base;
  std::string_view comparative;
  std::string_view superlative;
};

// The row of the verb or of its stem: "re-send" and "resend" bend as "send" does. Null if regular.
const IrregularVerb* irregular_verb(std::string_view verb) noexcept;
const IrregularComparison* irregular_comparison(std::string_view adjective) noexcept;
// Empty if regular.
std::string_view irregular_plural(std::string_view noun) noexcept;
std::string_view irregular_adverb(std::string_view adjective) noexcept;
// True for verbs of several syllables that double the last letter: "refer", "cancel".
bool doubles_unruly(std::string_view verb) noexcept;

}  // namespace haymaker::text
