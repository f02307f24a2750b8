#pragma once

// Bytecode of a pack: what the compiler makes and the machine runs.

#include <cstdint>
#include <string>
#include <vector>

#include "rng/weighted.h"
#include "text/condition.h"
#include "text/fact.h"
#include "text/lexicon.h"
#include "text/tree.h"

namespace haymaker::text {

enum class Code : std::uint8_t {
  literal,    // Append the characters [a, a + b); flags: Spacing.
  article,    // "a", or "an" as the next sound asks.
  variant,    // One of two spellings of the words: a is the variant.
  rule,       // Run rule a.
  lexicon,    // Append a form of a draw from lexicon a.
  late,       // The topic's target of slot a.
  choice,     // Run one alternative of choice a.
  fact,       // Append the fact a.
  auxiliary,  // A form of be, have or do (a), agreeing.
  agree,      // Set the agreement to a.
  span_begin,
  span_end,
  line_break,
  paragraph,
  end,  // Of an alternative.
};

struct Op {
  Code code = Code::end;
  Form form = Form::base;
  Scope scope = Scope::none;
  std::uint8_t number = 0;  // Of the scope or the fact.
  std::uint8_t flags = 0;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
};

// Flags of an Op.
inline constexpr std::uint8_t kSpaceBefore = 1;   // A blank stands before it in the rule.
inline constexpr std::uint8_t kEndsSentence = 2;  // A literal that ends in a full stop or its like.
inline constexpr std::uint8_t kPossessive = 4;
inline constexpr std::uint8_t kArticle = 8;  // "a" or "an" goes before it.
inline constexpr std::uint8_t kFresh = 16;   // A fact that is drawn anew.

struct Branch {
  std::uint32_t first_op = 0;
  ConditionSet required = 0;
  ConditionSet forbidden = 0;
  std::uint32_t weight = 1;
};

struct Choice {
  std::uint32_t first = 0;  // Branches [first, first + count).
  std::uint32_t count = 0;
  std::uint32_t total = 0;  // Of the weights.
  bool even = false;        // All weights are one.
  bool conditional = false;
};

struct Variant {
  VariantKind kind = VariantKind::spelling;
  std::uint32_t full = 0;  // Places in `characters`.
  std::uint32_t full_size = 0;
  std::uint32_t other = 0;
  std::uint32_t other_size = 0;
};

// What a name stands for: a rule (a choice) or a lexicon.
struct Target {
  enum class Kind : std::uint8_t { none, rule, lexicon };
  Kind kind = Kind::none;
  std::uint32_t id = 0;
};

struct Program {
  std::string characters;
  std::vector<Op> ops;
  std::vector<Branch> branches;
  std::vector<Choice> choices;  // Those of rules and of inline choices alike.
  std::vector<Variant> variants;
  std::vector<Lexicon> lexicons;
  std::vector<std::vector<Target>> late;  // late[topic][slot]
};

}  // namespace haymaker::text
