#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "text/program.h"

namespace haymaker::text {

// The arrays of a Program while the compiler fills them.
class ProgramBuilder {
 public:
  // Words, stored once however often they are asked for.
  Piece piece(std::string_view words);
  // What appends the words. `space`: a blank stands before them.
  Op literal(std::string_view words, bool space);

  std::uint32_t add_lexicon(WordClass word_class, const std::vector<LexiconEntry>& entries,
                            const std::function<std::string(std::string_view)>& american);
  // A choice that is filled later, so that rules may refer to each other.
  std::uint32_t add_choice();
  void fill_choice(std::uint32_t id, const std::vector<Branch>& branches);
  // A choice without a name: the same for the same branches.
  std::uint32_t choice_of(const std::vector<Branch>& branches);
  // The place of the first; an end follows the last. The same for the same operations.
  std::uint32_t add_ops(const std::vector<Op>& ops);
  std::uint32_t add_variant(VariantKind kind, std::string_view full, std::string_view other);
  void add_late(Target target) { late_.push_back(target); }
  void set_slots(std::uint32_t slots) noexcept { slots_ = slots; }

  [[nodiscard]] const Lexicon& lexicon(std::uint32_t id) const noexcept { return lexicons_[id]; }
  [[nodiscard]] const Variant& variant(std::uint32_t id) const noexcept { return variants_[id]; }
  [[nodiscard]] Target late(std::size_t topic, std::size_t slot) const noexcept {
    return late_[topic * slots_ + slot];
  }
  // Whether some weights were more than a draw can tell apart.
  [[nodiscard]] bool overflowed() const noexcept { return overflowed_; }
  // Valid until the next change.
  [[nodiscard]] Program program() const noexcept;

 private:
  struct Table {  // Where an alias table lies, and how it is drawn from.
    std::uint32_t first_column;
    std::uint32_t words;
    std::uint8_t column_bits;
  };
  Table add_table(const std::vector<std::uint32_t>& weights);

  std::string characters_;
  // Where equal ones lie, by their bytes: words in characters_, operations and choices.
  using Places = std::map<std::string, std::uint32_t, std::less<>>;
  Places places_;
  Places op_places_;
  Places choice_ids_;
  std::vector<Op> ops_;
  std::vector<Branch> branches_;
  std::vector<Choice> choices_;
  std::vector<rng::AliasColumn> columns_;
  std::vector<Piece> pieces_;
  std::vector<Lexicon> lexicons_;
  std::vector<Variant> variants_;
  std::vector<Target> late_;
  std::uint32_t slots_ = 0;
  bool overflowed_ = false;
};

}  // namespace haymaker::text
