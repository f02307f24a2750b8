#include "text/program_builder.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>

namespace haymaker::text {

namespace {

std::uint32_t next_id(const auto& list) { return static_cast<std::uint32_t>(list.size()); }

// The numbers of a pack are small; one that does not fit its field is told of.
template <class Narrow>
Narrow narrowed(std::size_t value, bool& overflowed) {
  if (value > std::numeric_limits<Narrow>::max()) overflowed = true;
  return static_cast<Narrow>(value);
}

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

Instruction ProgramBuilder::literal(std::string_view words, bool space) {
  Instruction result;
  result.op.flags = space ? kSpaceBefore : 0;
  if (words.empty()) return result;
  result.op.code = Code::literal;
  result.op.detail = traits_with_article(words);
  result.op.number = narrowed<std::uint8_t>(blanks_in(words), overflowed_);
  result.text = words.substr(0, narrowed<std::uint16_t>(words.size(), overflowed_));
  return result;
}

std::uint32_t ProgramBuilder::add_lexicon(
    WordClass word_class, const std::vector<LexiconEntry>& entries,
    const std::function<std::string(std::string_view)>& american) {
  std::vector<std::uint32_t> weights;
  std::vector<Piece> respelt;
  bool differs = false;
  Lexicon lexicon;
  lexicon.word_class = word_class;
  lexicon.forms = static_cast<std::uint16_t>(form_count(word_class));
  lexicon.first_piece = next_id(pieces_);
  for (std::size_t rank = 0; rank < entries.size(); ++rank) {
    weights.push_back(rank_weight(entries[rank], rank));
    for (const std::string& form : entries[rank].forms) {
      pieces_.push_back(piece(form));
      respelt.push_back(piece(american(form)));
      differs = differs || respelt.back().begin != pieces_.back().begin;
    }
  }
  if (differs) {
    lexicon.american = next_id(respelt);
    pieces_.insert(pieces_.end(), respelt.begin(), respelt.end());
  }
  const std::uint64_t total = std::accumulate(weights.begin(), weights.end(), std::uint64_t{0});
  lexicon.bound = narrowed<std::uint32_t>(total * std::bit_ceil(weights.size()), overflowed_);
  lexicon.first_column = next_id(columns_);
  if (!overflowed_) {
    const auto columns = rng::alias_columns(weights);
    lexicon.column_bits = static_cast<std::uint8_t>(std::countr_zero(columns.size()));
    columns_.insert(columns_.end(), columns.begin(), columns.end());
  }
  lexicon.entries = static_cast<std::uint32_t>(entries.size());
  lexicons_.push_back(lexicon);
  return next_id(lexicons_) - 1;
}

std::uint32_t ProgramBuilder::add_rule() {
  rules_.push_back(0);
  return next_id(rules_) - 1;
}

void ProgramBuilder::fill_rule(std::uint32_t id, const std::vector<DraftBranch>& branches) {
  rules_[id] = next_id(code_);
  const Words words = choice(branches);
  code_.insert(code_.end(), words.begin(), words.end());
}

Words ProgramBuilder::choice(const std::vector<DraftBranch>& branches) {
  Words code = encode_choice(branches);
  if (!code.empty()) return code;
  overflowed_ = true;
  return encode_choice({DraftBranch{}});
}

std::uint32_t ProgramBuilder::add_variant(std::string_view full, std::string_view other) {
  variants_.push_back({piece(full), piece(other)});
  return next_id(variants_) - 1;
}

std::uint32_t ProgramBuilder::condition(ConditionSet required, ConditionSet forbidden) {
  const auto same = [&](const ConditionPair& pair) {
    return pair.required == required && pair.forbidden == forbidden;
  };
  const auto found = std::ranges::find_if(conditions_, same);
  const auto place = static_cast<std::uint32_t>(found - conditions_.begin());
  if (found == conditions_.end()) conditions_.push_back({required, forbidden});
  return place;
}

Program ProgramBuilder::program() const noexcept {
  return {code_,   characters_, rules_,    conditions_, columns_,
          pieces_, lexicons_,   variants_, late_,       slots_};
}

}  // namespace haymaker::text
