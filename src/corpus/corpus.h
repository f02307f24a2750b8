#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string_view>

#include "base/digest.h"
#include "base/error.h"
#include "base/ids.h"
#include "corpus/spec.h"
#include "media/file_name.h"
#include "people/company.h"
#include "rng/permutation.h"
#include "scenario/planting_plan.h"
#include "scenario/terms.h"
#include "text/pack.h"
#include "threads/timeline.h"

namespace haymaker::corpus {

// A compiled spec: everything that rendering reads, and nothing that grows with the number of
// messages. Immutable, so any number of renderers may share it.
class Corpus {
 public:
  static std::expected<Corpus, Errors> compile(const Spec& spec);

  [[nodiscard]] const Spec& spec() const noexcept { return spec_; }
  [[nodiscard]] std::uint64_t count() const noexcept { return spec_.count; }
  [[nodiscard]] std::uint64_t blocks() const noexcept;
  [[nodiscard]] std::uint32_t messages_in(BlockIndex block) const noexcept;
  // The message's opaque name: a keyed permutation of the index, over all 64-bit numbers.
  [[nodiscard]] std::uint64_t uid(MessageIndex index) const noexcept {
    return uids_.at(value(index));
  }
  // Nothing for a uid that no message of this corpus has.
  [[nodiscard]] std::optional<MessageIndex> index_of(std::uint64_t uid) const noexcept {
    const std::uint64_t index = uids_.inverse(uid);
    return index < spec_.count ? std::optional(MessageIndex{index}) : std::nullopt;
  }

  [[nodiscard]] rng::Key key() const noexcept { return key_; }
  [[nodiscard]] const people::Company& company() const noexcept { return *company_; }
  [[nodiscard]] const threads::Timeline& timeline() const noexcept { return *timeline_; }
  [[nodiscard]] const text::Pack& pack() const noexcept { return *pack_; }
  [[nodiscard]] const scenario::PlantingPlan& plantings() const noexcept { return plantings_; }
  [[nodiscard]] const media::FileNames& file_names() const noexcept { return file_names_; }
  [[nodiscard]] const scenario::Terms& terms() const noexcept { return terms_; }

 private:
  Corpus(const Spec& spec, std::unique_ptr<const people::Company> company,
         std::unique_ptr<const threads::Timeline> timeline, text::Pack pack,
         scenario::PlantingPlan plantings, media::FileNames file_names);

  Spec spec_;
  rng::Key key_;
  rng::Permutation uids_;
  // On the heap, because the parts refer to each other and a Corpus may be moved.
  std::unique_ptr<const people::Company> company_;
  std::unique_ptr<const threads::Timeline> timeline_;
  std::unique_ptr<const text::Pack> pack_;
  scenario::PlantingPlan plantings_;
  scenario::Terms terms_;
  media::FileNames file_names_;
};

}  // namespace haymaker::corpus
