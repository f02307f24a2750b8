#include "text/program_builder.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
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

std::uint32_t ProgramBuilder::add_form(std::string_view words) {
  const std::uint32_t at = next_id(halves_);
  halves_.push_back(narrowed<std::uint16_t>(words.size(), overflowed_));
  halves_.push_back(std::bit_cast<std::uint16_t>(std::array<std::uint8_t, 2>{
      traits_with_article(words), narrowed<std::uint8_t>(blanks_in(words), overflowed_)}));
  halves_.resize(halves_.size() + (words.size() + 1) / 2);
  if (!words.empty()) std::memcpy(halves_.data() + at + 2, words.data(), words.size());
  return at;
}

// `american` is empty where the lexicon has one spelling.
void ProgramBuilder::add_entry(const std::vector<std::string>& forms,
                               const std::vector<std::string>& american) {
  const std::size_t entry = halves_.size();
  const std::size_t table = forms.size() + american.size();
  if (table == 1) {
    add_form(forms[0]);
    return;
  }
  halves_.resize(entry + table);
  std::size_t place = entry;
  const auto put = [&](std::size_t at) {
    halves_[place++] = narrowed<std::uint16_t>(at - entry, overflowed_);
  };
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const std::uint32_t british = add_form(forms[i]);
    put(british);
    if (!american.empty()) put(american[i] == forms[i] ? british : add_form(american[i]));
  }
}

void ProgramBuilder::add_columns(const std::vector<std::uint32_t>& weights,
                                 const std::vector<std::uint32_t>& places, Lexicon& lexicon) {
  const std::uint64_t total = std::accumulate(weights.begin(), weights.end(), std::uint64_t{0});
  lexicon.first_column = next_id(columns_);
  lexicon.bound = narrowed<std::uint32_t>(total * std::bit_ceil(weights.size()), overflowed_);
  overflowed_ = overflowed_ || total >> LexiconColumn::kKeepBits != 0 ||
                (halves_.size() - lexicon.first_half) >> LexiconColumn::kHalfBits != 0;
  if (overflowed_) return;
  const auto columns = rng::alias_columns(weights);
  lexicon.column_bits = static_cast<std::uint8_t>(std::countr_zero(columns.size()));
  for (std::size_t i = 0; i < columns.size(); ++i) {
    // A column past the last item keeps no rank.
    const std::uint64_t own = i < places.size() ? places[i] - lexicon.first_half : 0;
    const std::uint64_t other =
        places[std::min<std::size_t>(columns[i].other, places.size() - 1)] - lexicon.first_half;
    columns_.push_back({columns[i].keep | own << LexiconColumn::kKeepBits |
                        other << (LexiconColumn::kKeepBits + LexiconColumn::kHalfBits)});
  }
}

std::uint32_t ProgramBuilder::add_lexicon(
    WordClass word_class, const std::vector<LexiconEntry>& entries,
    const std::function<std::string(std::string_view)>& american) {
  std::vector<std::vector<std::string>> respelt;
  bool differs = false;
  for (const LexiconEntry& entry : entries) {
    std::vector<std::string>& forms = respelt.emplace_back();
    for (const std::string& form : entry.forms) forms.push_back(american(form));
    differs = differs || forms != entry.forms;
  }
  Lexicon lexicon;
  lexicon.word_class = word_class;
  lexicon.forms = static_cast<std::uint8_t>(form_count(word_class));
  lexicon.spellings = differs ? 2 : 1;
  lexicon.first_half = next_id(halves_);
  std::vector<std::uint32_t> weights;
  std::vector<std::uint32_t> places;
  for (std::size_t rank = 0; rank < entries.size(); ++rank) {
    weights.push_back(rank_weight(entries[rank], rank));
    places.push_back(next_id(halves_));
    add_entry(entries[rank].forms, differs ? respelt[rank] : std::vector<std::string>());
  }
  if (!entries.empty()) add_columns(weights, places, lexicon);
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
  const std::uint32_t at = add_form(full);
  variants_.push_back({at, add_form(other)});
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
  return {code_, halves_, rules_, conditions_, columns_, lexicons_, variants_, late_, slots_};
}

}  // namespace haymaker::text
