#include "text/program_builder.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>
#include <type_traits>

namespace haymaker::text {

namespace {

// The numbers of a pack are small; one that does not fit its field says so and is held to it.
template <class Narrow>
Narrow narrowed(std::size_t value, bool& overflowed) {
  if (value > std::numeric_limits<Narrow>::max()) overflowed = true;
  return static_cast<Narrow>(value);
}

template <class T>
std::string_view bytes_of(const std::vector<T>& items) {
  static_assert(std::has_unique_object_representations_v<T>);
  return {reinterpret_cast<const char*>(items.data()), items.size() * sizeof(T)};
}

std::uint32_t next_id(const auto& list) { return static_cast<std::uint32_t>(list.size()); }

}  // namespace

Piece ProgramBuilder::piece(std::string_view words) {
  auto found = places_.find(words);
  if (found == places_.end()) {
    found = places_.emplace(words, next_id(characters_)).first;
    characters_ += words;
  }
  return {found->second, narrowed<std::uint16_t>(words.size(), overflowed_),
          traits_with_article(words), narrowed<std::uint8_t>(blanks_in(words), overflowed_)};
}

Op ProgramBuilder::literal(std::string_view words, bool space) {
  Op op;
  op.flags = space ? kSpaceBefore : 0;
  if (words.empty()) {
    op.code = Code::space;
    return op;
  }
  const Piece piece = this->piece(words);
  op.code = Code::literal;
  op.traits = piece.traits;
  op.blanks = piece.blanks;
  op.a = piece.begin;
  op.b = piece.size;
  return op;
}

ProgramBuilder::Table ProgramBuilder::add_table(const std::vector<std::uint32_t>& weights) {
  const auto total = std::accumulate(weights.begin(), weights.end(), std::uint64_t{0});
  const std::uint64_t words = total * std::bit_ceil(weights.size());
  if (words > std::numeric_limits<std::uint32_t>::max()) {
    overflowed_ = true;
    return {};
  }
  const auto columns = rng::alias_columns(weights);
  const Table table{next_id(columns_), static_cast<std::uint32_t>(words),
                    static_cast<std::uint8_t>(std::countr_zero(columns.size()))};
  columns_.insert(columns_.end(), columns.begin(), columns.end());
  return table;
}

std::uint32_t ProgramBuilder::add_lexicon(
    WordClass word_class, const std::vector<LexiconEntry>& entries,
    const std::function<std::string(std::string_view)>& american) {
  std::vector<std::uint32_t> weights;
  Lexicon lexicon;
  lexicon.word_class = word_class;
  lexicon.forms = static_cast<std::uint16_t>(form_count(word_class));
  lexicon.first_piece = next_id(pieces_);
  for (std::size_t rank = 0; rank < entries.size(); ++rank) {
    weights.push_back(rank_weight(entries[rank], rank));
    for (const std::string& form : entries[rank].forms) {
      pieces_.push_back(piece(form));
      pieces_.push_back(piece(american(form)));
    }
  }
  const Table table = add_table(weights);
  lexicon.first_column = table.first_column;
  lexicon.words = table.words;
  lexicon.column_bits = table.column_bits;
  lexicon.entries = static_cast<std::uint32_t>(entries.size());
  lexicons_.push_back(lexicon);
  return next_id(lexicons_) - 1;
}

std::uint32_t ProgramBuilder::add_choice() {
  choices_.emplace_back();
  return next_id(choices_) - 1;
}

void ProgramBuilder::fill_choice(std::uint32_t id, const std::vector<Branch>& branches) {
  Choice choice;
  choice.first_branch = next_id(branches_);
  choice.count = narrowed<std::uint16_t>(branches.size(), overflowed_);
  branches_.insert(branches_.end(), branches.begin(), branches.end());
  const auto conditional = [](const Branch& b) { return (b.required | b.forbidden) != 0; };
  if (std::ranges::any_of(branches, conditional)) choice.flags |= kConditional;
  if (std::ranges::all_of(branches, [](const Branch& b) { return b.weight == 1; })) {
    choice.flags |= kEven;
    choice.words = choice.count;
  } else {
    std::vector<std::uint32_t> weights;
    for (const Branch& branch : branches) weights.push_back(branch.weight);
    const Table table = add_table(weights);
    choice.first_column = table.first_column;
    choice.words = table.words;
    choice.column_bits = table.column_bits;
  }
  choices_[id] = choice;
}

std::uint32_t ProgramBuilder::choice_of(const std::vector<Branch>& branches) {
  const auto [found, added] = choice_ids_.emplace(bytes_of(branches), next_id(choices_));
  if (added) fill_choice(add_choice(), branches);
  return found->second;
}

std::uint32_t ProgramBuilder::add_ops(const std::vector<Op>& ops) {
  const auto [found, added] = op_places_.emplace(bytes_of(ops), next_id(ops_));
  if (added) {
    ops_.insert(ops_.end(), ops.begin(), ops.end());
    ops_.emplace_back();
  }
  return found->second;
}

std::uint32_t ProgramBuilder::add_variant(VariantKind kind, std::string_view full,
                                          std::string_view other) {
  variants_.push_back({piece(full), piece(other), static_cast<std::uint32_t>(kind)});
  return next_id(variants_) - 1;
}

Program ProgramBuilder::program() const noexcept {
  return {characters_, ops_,      branches_, choices_, columns_,
          pieces_,     lexicons_, variants_, late_,    slots_};
}

}  // namespace haymaker::text
