#include "corpus/corpus.h"

#include <algorithm>

#include "corpus/packs.h"
#include "threads/block_plan.h"

namespace haymaker::corpus {

using threads::kBlockSize;

std::expected<Corpus, Errors> Corpus::compile(const Spec& spec) {
  const auto first_day = parse_iso_date(spec.first_day);
  const auto last_day = parse_iso_date(spec.last_day);
  if (!first_day || !last_day || *last_day < *first_day || spec.count == 0) {
    return std::unexpected(
        Errors{{ErrorCode::bad_input, "the period or the count makes no corpus", "spec"}});
  }
  auto company = people::Company::compile(spec.company, rng::Key::root(spec.seed) / "company",
                                          *first_day, *last_day);
  if (!company) return std::unexpected(std::move(company.error()));
  auto pack = text::Pack::open(english_pack().front().bytes());
  if (!pack) return std::unexpected(std::move(pack.error()));
  auto file_names = media::FileNames::load();
  if (!file_names) return std::unexpected(Errors{std::move(file_names.error())});
  // The timeline refers to the company, which therefore stays where it is from here on.
  auto settled = std::make_unique<const people::Company>(std::move(*company));
  auto timeline = std::make_unique<const threads::Timeline>(*settled, *first_day, *last_day);
  scenario::PlantingSpec planted = spec.scenarios;
  planted.files = spec.attachments.share > 0;
  auto plantings = scenario::PlantingPlan::compile(planted, *pack, *timeline, spec.count,
                                                   rng::Key::root(spec.seed) / "scenario");
  if (!plantings) return std::unexpected(std::move(plantings.error()));
  return Corpus(spec, std::move(settled), std::move(timeline), std::move(*pack),
                std::move(*plantings), std::move(*file_names));
}

Corpus::Corpus(const Spec& spec, std::unique_ptr<const people::Company> company,
               std::unique_ptr<const threads::Timeline> timeline, text::Pack pack,
               scenario::PlantingPlan plantings, media::FileNames file_names)
    : spec_(spec),
      key_(rng::Key::root(spec.seed)),
      uids_(key_ / "uid", 0),
      company_(std::move(company)),
      timeline_(std::move(timeline)),
      pack_(std::make_unique<const text::Pack>(std::move(pack))),
      plantings_(std::move(plantings)),
      terms_(*pack_),
      file_names_(std::move(file_names)) {}

std::uint64_t Corpus::blocks() const noexcept {
  return (spec_.count + kBlockSize - 1) / kBlockSize;
}

std::uint32_t Corpus::messages_in(BlockIndex block) const noexcept {
  const std::uint64_t before = value(block) * kBlockSize;
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(spec_.count - before, kBlockSize));
}

}  // namespace haymaker::corpus
