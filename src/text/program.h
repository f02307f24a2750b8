#pragma once

// Bytecode of a pack: what the compiler makes and the machine runs. All of it lies in arrays of
// plain numbers, so that a pack is used where it lies: see text/image.h.

#include <cstdint>
#include <span>
#include <string_view>

#include "rng/weighted.h"
#include "text/condition.h"
#include "text/fact.h"
#include "text/lexicon.h"
#include "text/piece.h"
#include "text/tree.h"

namespace haymaker::text {

enum class Code : std::uint8_t {
  literal,    // Append the characters [a, a + b), with traits and blanks.
  space,      // A blank is due.
  article,    // "a", or "an" as the next sound asks.
  variant,    // One of two spellings of the words: a is the variant.
  choice,     // Run one alternative of choice a: an inline choice or a rule.
  lexicon,    // Append a form of a draw from lexicon a.
  late,       // The topic's target of slot a.
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
  std::uint8_t flags = 0;
  Form form = Form::base;
  Scope scope = Scope::none;
  std::uint8_t number = 0;  // Of the scope or the fact.
  Traits traits = 0;
  std::uint16_t blanks = 0;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
};

// Flags of an Op.
inline constexpr std::uint8_t kSpaceBefore = 1;  // A blank stands before it in the rule.
inline constexpr std::uint8_t kPossessive = 2;
inline constexpr std::uint8_t kArticle = 4;  // "a" or "an" goes before it.
inline constexpr std::uint8_t kFresh = 8;    // A fact that is drawn anew.
inline constexpr std::uint8_t kScoped = 16;  // Its scope is not none.

struct Branch {
  std::uint32_t first_op = 0;
  std::uint32_t weight = 1;
  ConditionSet required = 0;
  ConditionSet forbidden = 0;
};

struct Choice {
  std::uint32_t first_branch = 0;
  std::uint32_t first_column = 0;  // Of its alias table; none where all weights are one.
  std::uint32_t words = 0;         // Columns * total of the weights, or branches.
  std::uint16_t count = 0;         // Of branches.
  std::uint8_t column_bits = 0;
  std::uint8_t flags = 0;
};

// Flags of a Choice.
inline constexpr std::uint8_t kEven = 1;         // All weights are one.
inline constexpr std::uint8_t kConditional = 2;  // A branch has conditions.

// Words or phrases with their forms. Entry e's form at place p (form_place) is the piece
// first_piece + (e * forms + p) * 2, and its American spelling the one behind it.
struct Lexicon {
  std::uint32_t first_piece = 0;
  std::uint32_t first_column = 0;
  std::uint32_t words = 0;  // Columns * total of the weights.
  std::uint8_t column_bits = 0;
  WordClass word_class = WordClass::list;
  std::uint16_t forms = 1;
  std::uint32_t entries = 0;
};

struct Variant {
  Piece full;
  Piece other;
  std::uint32_t kind = 0;  // VariantKind.
};

// What a name stands for: a rule (a choice) or a lexicon.
struct Target {
  enum class Kind : std::uint32_t { none, rule, lexicon };
  Kind kind = Kind::none;
  std::uint32_t id = 0;
};

struct Program {
  std::string_view characters;  // kSlack more lie behind them.
  std::span<const Op> ops;
  std::span<const Branch> branches;
  std::span<const Choice> choices;
  std::span<const rng::AliasColumn> columns;
  std::span<const Piece> pieces;
  std::span<const Lexicon> lexicons;
  std::span<const Variant> variants;
  std::span<const Target> late;  // late[topic * slots + slot]
  std::uint32_t slots = 0;

  [[nodiscard]] std::string_view words(const Piece& piece) const noexcept {
    return {characters.data() + piece.begin, piece.size};
  }
  // An entry of a lexicon, by its weight.
  [[nodiscard]] std::uint32_t draw_entry(const Lexicon& lexicon,
                                         rng::Stream& stream) const noexcept {
    return draw(lexicon.first_column, lexicon.words, lexicon.column_bits, stream);
  }
  // A branch of a choice, by its weight and whatever its conditions.
  [[nodiscard]] const Branch& draw_branch(const Choice& choice,
                                          rng::Stream& stream) const noexcept {
    const std::uint32_t branch =
        (choice.flags & kEven) != 0
            ? stream.below(choice.words)
            : draw(choice.first_column, choice.words, choice.column_bits, stream);
    return branches[choice.first_branch + branch];
  }
  // `form` is one that the lexicon's class has, and not `agreeing`.
  [[nodiscard]] const Piece& form(const Lexicon& lexicon, std::uint32_t entry, Form form,
                                  bool british) const noexcept {
    const std::uint32_t place = entry * lexicon.forms + form_place(form);
    return pieces[lexicon.first_piece + place * 2 + (british ? 0 : 1)];
  }

 private:
  [[nodiscard]] std::uint32_t draw(std::uint32_t first_column, std::uint32_t words,
                                   std::uint32_t bits, rng::Stream& stream) const noexcept {
    const std::uint32_t word = stream.below(words);
    const std::uint32_t column = word & ((std::uint32_t{1} << bits) - 1);
    const rng::AliasColumn cut = columns[first_column + column];
    return (word >> bits) < cut.keep ? column : cut.other;
  }
};

}  // namespace haymaker::text
