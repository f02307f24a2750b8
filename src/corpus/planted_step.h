#pragma once

#include <cstdint>
#include <optional>

#include "corpus/corpus.h"
#include "scenario/step.h"
#include "threads/block_plan.h"

namespace haymaker::corpus {

struct PlantedStep {
  const scenario::Planting* planting;
  scenario::Step step;
};

// What a scenario has the message in the slot say; nothing for most messages.
std::optional<PlantedStep> planted_step(const Corpus& corpus, const threads::BlockPlan& plan,
                                        std::uint16_t slot);

}  // namespace haymaker::corpus
