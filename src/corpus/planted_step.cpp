#include "corpus/planted_step.h"

namespace haymaker::corpus {

std::optional<PlantedStep> planted_step(const Corpus& corpus, const threads::BlockPlan& plan,
                                        std::uint16_t slot) {
  const threads::PlannedMessage& message = plan.messages[slot];
  const std::uint32_t pin = plan.conversations[message.conversation].pin;
  if (pin == threads::kNoPin) return std::nullopt;
  const scenario::Planting& planting = corpus.plantings().planting(pin);
  if (message.ordinal >= planting.steps) return std::nullopt;
  return PlantedStep{&planting, scenario::step_of(planting, corpus.pack().topic(planting.scenario),
                                                  message.ordinal)};
}

}  // namespace haymaker::corpus
