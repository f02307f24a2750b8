#include "corpus/planted_index.h"

#include <algorithm>

namespace haymaker::corpus {

std::uint64_t planted_count(const Corpus& corpus, Planted kind) noexcept {
  const auto plantings = corpus.plantings().plantings();
  if (kind == Planted::incident) return corpus.plantings().incidents();
  return static_cast<std::uint64_t>(
      std::ranges::count_if(plantings, [](const auto& planting) { return planting.decoy; }));
}

std::optional<MessageIndex> planted_index(const Corpus& corpus, Renderer& renderer, Planted kind,
                                          std::uint64_t number) {
  const scenario::PlantingPlan& plan = corpus.plantings();
  const auto pin = std::ranges::find_if(plan.pins(), [&](const threads::Pin& candidate) {
    const scenario::Planting& planting = plan.planting(candidate.tag);
    return planting.decoy == (kind == Planted::decoy) && planting.number == number &&
           planting.first_step == 0;
  });
  if (pin == plan.pins().end()) return std::nullopt;
  const threads::BlockPlan& block = renderer.plan_of(BlockIndex{pin->block});
  const auto first = std::ranges::find_if(block.messages, [&](const auto& message) {
    return message.pin == pin->tag && message.step == 0;
  });
  if (first == block.messages.end()) return std::nullopt;
  const auto slot = static_cast<std::uint64_t>(first - block.messages.begin());
  return MessageIndex{pin->block * threads::kBlockSize + slot};
}

}  // namespace haymaker::corpus
