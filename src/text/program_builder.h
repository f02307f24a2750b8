#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "text/encoder.h"
#include "text/program.h"

namespace haymaker::text {

// The arrays of a Program while the compiler fills them.
class ProgramBuilder {
 public:
  std::uint32_t add_lexicon(WordClass word_class, const std::vector<LexiconEntry>& entries,
                            const std::function<std::string(std::string_view)>& american);
  // A rule that is filled later, so that rules may refer to each other.
  std::uint32_t add_rule();
  void fill_rule(std::uint32_t id, const std::vector<DraftBranch>& branches);
  // The code of a choice without a name.
  Words choice(const std::vector<DraftBranch>& branches);
  // What appends the words. `space`: a blank stands before them.
  Instruction literal(std::string_view words, bool space);
  std::uint32_t add_variant(std::string_view full, std::string_view other);
  // The place of a pair of conditions; 0 for none.
  std::uint32_t condition(ConditionSet required, ConditionSet forbidden);
  void add_late(Target target) { late_.push_back(target); }
  void set_slots(std::uint32_t slots) noexcept { slots_ = slots; }

  [[nodiscard]] const Lexicon& lexicon(std::uint32_t id) const noexcept { return lexicons_[id]; }
  [[nodiscard]] Target late(std::size_t topic, std::size_t slot) const noexcept {
    return late_[topic * slots_ + slot];
  }
  // Whether something was longer, or weighed more, than the fields of a program hold.
  [[nodiscard]] bool overflowed() const noexcept { return overflowed_; }
  // Valid until the next change.
  [[nodiscard]] Program program() const noexcept;

 private:
  // Appends the form of an entry, and says where it lies.
  std::uint32_t add_form(std::string_view words);
  void add_entry(const std::vector<std::string>& forms, const std::vector<std::string>& american);
  void add_columns(const std::vector<std::uint32_t>& weights,
                   const std::vector<std::uint32_t>& places, Lexicon& lexicon);

  Words code_;
  std::vector<std::uint16_t> halves_;
  std::vector<std::uint32_t> rules_;
  std::vector<ConditionPair> conditions_{{}};
  std::vector<LexiconColumn> columns_;
  std::vector<Lexicon> lexicons_;
  std::vector<Variant> variants_;
  std::vector<Target> late_;
  std::uint32_t slots_ = 0;
  bool overflowed_ = false;
};

}  // namespace haymaker::text
