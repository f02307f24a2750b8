#pragma once

// Bytecode of a pack: what the compiler makes and the machine runs. All of it lies in arrays of
// plain numbers, so that a pack is used where it lies: see text/image.h.

#include <bit>
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

// The code of a pack is a stream of words of 32 bits. An operation is one word (Op) and what its
// code says below. The operations of an alternative follow each other; the last has the flag kLast.
enum class Code : std::uint8_t {
  literal,  // Words: detail, their traits; number, their blanks; then their size in two bytes and
            // the characters, up to a whole word.
  space,    // A blank is due.
  article,  // "a", or "an" as the next sound asks.
  variant,  // One of two spellings of some words: then the place among `variants`.
  choice,   // Runs one of the alternatives that follow: see Choice.
  rule,  // Runs a rule: then its number. For this and the next two, detail is a Form and a Scope.
  lexicon,    // Appends a form of a draw from a lexicon: then its number.
  late,       // The topic's target of a slot: then the slot.
  fact,       // Appends the fact `detail`, its number `number`.
  auxiliary,  // A form (detail) of be, have or do (number), agreeing.
  agree,      // Sets the agreement to `number`.
  span_begin,
  span_end,
  line_break,
  paragraph,
};

struct Op {
  Code code = Code::space;
  std::uint8_t flags = 0;
  std::uint8_t detail = 0;
  std::uint8_t number = 0;  // Where nothing else is said: of the scope.

  [[nodiscard]] Form form() const noexcept { return static_cast<Form>(detail & 15U); }
  [[nodiscard]] Scope scope() const noexcept { return static_cast<Scope>(detail >> 4U); }
};

// Flags of an Op.
inline constexpr std::uint8_t kLast = 1;         // Of its alternative.
inline constexpr std::uint8_t kSpaceBefore = 2;  // A blank stands before it in the rule.
inline constexpr std::uint8_t kPossessive = 4;
inline constexpr std::uint8_t kArticle = 8;  // "a" or "an" goes before it.
inline constexpr std::uint8_t kFresh = 16;   // A fact that is drawn anew.
inline constexpr std::uint8_t kScoped = 32;  // Its scope is not none.

// A choice lies whole in one place, so that running it touches little memory:
//
//   | Op: detail, how a branch is drawn; number, bits of its columns |
//   | bound of the word that is drawn |
//   | branches << 20 | words from here to the operation behind the choice |     ("here": the Op)
//   | table to draw by: nothing | a byte a word | columns of an alias table |
//   | for each branch: condition << 22 | words from here to its first operation, 0 for none |
//   | for each branch its weight: only with conditions and columns |
//   | the operations of each branch |
struct Choice {
  // How a branch is drawn.
  static constexpr std::uint8_t kEven = 0;     // The drawn word is the branch.
  static constexpr std::uint8_t kPicks = 1;    // The word's byte in the table is the branch.
  static constexpr std::uint8_t kColumns = 2;  // By alias: see rng/weighted.h.
  static constexpr std::uint8_t kKind = 3;
  static constexpr std::uint8_t kConditional = 4;  // A branch has conditions.

  static constexpr unsigned kLengthBits = 20;
  static constexpr unsigned kOffsetBits = 22;

  const std::uint32_t* at;  // Of its Op.

  [[nodiscard]] Op op() const noexcept { return std::bit_cast<Op>(at[0]); }
  [[nodiscard]] std::uint32_t bound() const noexcept { return at[1]; }
  [[nodiscard]] std::uint32_t branches() const noexcept { return at[2] >> kLengthBits; }
  [[nodiscard]] std::uint32_t length() const noexcept {
    return at[2] & ((std::uint32_t{1} << kLengthBits) - 1);
  }
  // The branch that a word below bound() stands for.
  [[nodiscard]] std::uint32_t branch_of(std::uint32_t word) const noexcept {
    switch (op().detail & kKind) {
      case kEven: return word;
      case kPicks: return reinterpret_cast<const std::uint8_t*>(at + 3)[word];
      default: return rng::alias_of(columns(), op().number, word);
    }
  }
  // What the table says of a branch, by its place.
  [[nodiscard]] std::uint32_t entry(std::uint32_t branch) const noexcept {
    return entries()[branch];
  }
  [[nodiscard]] static std::uint32_t condition(std::uint32_t entry) noexcept {
    return entry >> kOffsetBits;
  }
  [[nodiscard]] static std::uint32_t offset(std::uint32_t entry) noexcept {
    return entry & ((std::uint32_t{1} << kOffsetBits) - 1);
  }
  // Of a conditional choice.
  [[nodiscard]] std::uint32_t weight(std::uint32_t branch) const noexcept;

 private:
  [[nodiscard]] const rng::AliasColumn* columns() const noexcept {
    return reinterpret_cast<const rng::AliasColumn*>(at + 3);
  }
  [[nodiscard]] const std::uint32_t* entries() const noexcept {
    switch (op().detail & kKind) {
      case kEven: return at + 3;
      case kPicks: return at + 3 + (bound() + 3) / 4;
      default: return at + 3 + (std::size_t{2} << op().number);
    }
  }
};

struct ConditionPair {
  ConditionSet required = 0;
  ConditionSet forbidden = 0;

  [[nodiscard]] bool holds(ConditionSet conditions) const noexcept {
    return (required & ~conditions) == 0 && (forbidden & conditions) == 0;
  }
};

// Words or phrases with their forms. Entry e's form at place p (form_place) is the piece
// first_piece + e * forms + p, and its American spelling lies `american` behind it.
struct Lexicon {
  std::uint32_t first_piece = 0;
  std::uint32_t american = 0;  // 0 where nothing is spelt otherwise.
  std::uint32_t first_column = 0;
  std::uint32_t bound = 0;  // Columns * total of the weights.
  std::uint8_t column_bits = 0;
  WordClass word_class = WordClass::list;
  std::uint16_t forms = 1;
  std::uint32_t entries = 0;
};

struct Variant {
  Piece full;
  Piece other;
};

// What a name stands for: a rule (a choice) or a lexicon.
struct Target {
  enum class Kind : std::uint32_t { none, rule, lexicon };
  Kind kind = Kind::none;
  std::uint32_t id = 0;
};

struct Program {
  std::span<const std::uint32_t> code;   // kSlack bytes more lie behind it, and
  std::span<const char> characters;      // behind these.
  std::span<const std::uint32_t> rules;  // Where the choice of each lies in `code`.
  std::span<const ConditionPair> conditions;
  std::span<const rng::AliasColumn> columns;  // Of lexicons.
  std::span<const Piece> pieces;
  std::span<const Lexicon> lexicons;
  std::span<const Variant> variants;
  std::span<const Target> late;  // late[topic * slots + slot]
  std::uint32_t slots = 0;

  [[nodiscard]] std::string_view words(const Piece& piece) const noexcept {
    return {characters.data() + piece.begin, piece.size};
  }
  [[nodiscard]] Choice rule(std::uint32_t id) const noexcept { return {code.data() + rules[id]}; }
  // An entry of a lexicon, by its weight.
  [[nodiscard]] std::uint32_t draw_entry(const Lexicon& lexicon,
                                         rng::Stream& stream) const noexcept {
    return rng::alias_of(&columns[lexicon.first_column], lexicon.column_bits,
                         stream.below(lexicon.bound));
  }
  // `form` is one that the lexicon's class has, and not `agreeing`.
  [[nodiscard]] const Piece& form(const Lexicon& lexicon, std::uint32_t entry, Form form,
                                  bool british) const noexcept {
    const std::uint32_t place = entry * lexicon.forms + form_place(form);
    return pieces[lexicon.first_piece + place + (british ? 0 : lexicon.american)];
  }
};

}  // namespace haymaker::text
