#pragma once

// Bytecode of a pack: what the compiler makes and the machine runs. All of it lies in arrays of
// plain numbers, so that a pack is used where it lies: see text/image.h.

#include <array>
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
//   | Op: detail, how a branch is drawn; number, words of its picks or bits of its columns |
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
  // What the table says of a branch: of the one that a word below bound() stands for, or by its
  // place.
  [[nodiscard]] std::uint32_t entry_of(std::uint32_t word) const noexcept {
    const Op head = op();
    switch (head.detail & kKind) {
      case kEven: return at[3 + word];
      case kPicks: return at[3 + head.number + picks()[word]];
      default: return entry(rng::alias_of(columns(), head.number, word));
    }
  }
  [[nodiscard]] std::uint32_t entry(std::uint32_t branch) const noexcept {
    return at[3 + table_words() + branch];
  }
  // Of all branches, by place.
  [[nodiscard]] std::span<const std::uint32_t> entries() const noexcept {
    return {at + 3 + table_words(), branches()};
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
  [[nodiscard]] const std::uint8_t* picks() const noexcept {
    return reinterpret_cast<const std::uint8_t*>(at + 3);
  }
  [[nodiscard]] std::size_t table_words() const noexcept {
    return (op().detail & kKind) == kColumns ? std::size_t{2} << op().number : op().number;
  }
};

struct ConditionPair {
  ConditionSet required = 0;
  ConditionSet forbidden = 0;

  [[nodiscard]] bool holds(ConditionSet conditions) const noexcept {
    return (required & ~conditions) == 0 && (forbidden & conditions) == 0;
  }
};

// Words or phrases with their forms, drawn by an alias table (rng/weighted.h) whose columns say
// where the words lie, so that a draw touches two places: the column, and the entry that it leads
// to.
//
// An entry begins with a table of where each of its forms lies, in halves (16 bits) from here: that
// at form_place() times the spellings, and one further the American one. Where there is one form
// and one spelling, there is no table. A form is its size, its traits and its blanks, then its
// characters.
struct Lexicon {
  std::uint32_t first_column = 0;
  std::uint32_t first_half = 0;  // Where the entries begin among the halves.
  std::uint32_t bound = 0;       // Of the word that is drawn: columns * total of the weights.
  std::uint8_t column_bits = 0;
  WordClass word_class = WordClass::list;
  std::uint8_t forms = 1;
  std::uint8_t spellings = 1;  // 2 where some entry is spelt otherwise in America.
};

// A column of a lexicon's table: where its own item lies and where the other, and how many of the
// ranks are its own.
struct LexiconColumn {
  static constexpr unsigned kKeepBits = 20;
  static constexpr unsigned kHalfBits = 22;

  std::uint64_t bits;

  [[nodiscard]] std::uint32_t half(std::uint32_t rank) const noexcept {
    const std::uint64_t keep = bits & ((std::uint64_t{1} << kKeepBits) - 1);
    const unsigned shift = rank < keep ? kKeepBits : kKeepBits + kHalfBits;
    return static_cast<std::uint32_t>(bits >> shift) & ((std::uint32_t{1} << kHalfBits) - 1);
  }
};

// Two spellings of some words: where their forms lie among the halves.
struct Variant {
  std::uint32_t full = 0;
  std::uint32_t other = 0;
};

// What a name stands for: a rule (a choice) or a lexicon.
struct Target {
  enum class Kind : std::uint32_t { none, rule, lexicon };
  Kind kind = Kind::none;
  std::uint32_t id = 0;

  friend bool operator==(const Target&, const Target&) = default;
};

struct Program {
  std::span<const std::uint32_t> code;    // With kSlack bytes behind it, like
  std::span<const std::uint16_t> halves;  // the entries of lexicons, and variants.
  std::span<const std::uint32_t> rules;   // Where the choice of each lies in `code`.
  std::span<const ConditionPair> conditions;
  std::span<const LexiconColumn> columns;
  std::span<const Lexicon> lexicons;
  std::span<const Variant> variants;
  std::span<const Target> late;  // late[topic * slots + slot]
  std::uint32_t slots = 0;

  [[nodiscard]] Choice rule(std::uint32_t id) const noexcept { return {code.data() + rules[id]}; }

  [[nodiscard]] Piece piece(std::uint32_t half) const noexcept {
    const std::uint16_t* const at = halves.data() + half;
    const auto traits_and_blanks = std::bit_cast<std::array<std::uint8_t, 2>>(at[1]);
    return {reinterpret_cast<const char*>(at + 2), at[0], traits_and_blanks[0],
            traits_and_blanks[1]};
  }
  // A form of an entry that is drawn by its weight. `form` is one that the lexicon's class has, and
  // not `agreeing`.
  [[nodiscard]] Piece draw(const Lexicon& lexicon, Form form, bool british,
                           rng::Stream& stream) const noexcept {
    const std::uint32_t word = stream.below(lexicon.bound);
    const std::uint32_t column = word & ((std::uint32_t{1} << lexicon.column_bits) - 1);
    const std::uint32_t entry = lexicon.first_half + columns[lexicon.first_column + column].half(
                                                         word >> lexicon.column_bits);
    if (lexicon.forms * lexicon.spellings == 1) return piece(entry);
    const std::uint32_t place =
        form_place(form) * lexicon.spellings + (british ? 0U : lexicon.spellings - 1U);
    return piece(entry + halves[entry + place]);
  }
};

}  // namespace haymaker::text
