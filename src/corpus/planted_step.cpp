#include "corpus/planted_step.h"

namespace haymaker::corpus {

std::optional<PlantedStep> planted_step(const Corpus& corpus, const threads::BlockPlan& plan,
                                        std::uint16_t slot) {
  const threads::PlannedMessage& message = plan.messages[slot];
  if (message.pin == threads::kNoPin) return std::nullopt;
  const scenario::Planting& planting = corpus.plantings().planting(message.pin);
  const text::Topic& scenario = corpus.pack().topic(planting.scenario);
  return PlantedStep{&planting, scenario::step_of(planting, scenario, message.step)};
}

}  // namespace haymaker::corpus
