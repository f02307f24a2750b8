#include "corpus/planted_step.h"

namespace haymaker::corpus {

std::optional<PlantedStep> planted_step(const Corpus& corpus, const threads::BlockPlan& plan,
                                        std::uint16_t slot) {
  const threads::PlannedMessage& message = plan.messages[slot];
  if (message.pin == threads::kNoPin) return std::nullopt;
  const scenario::Planting& planting = corpus.plantings().planting(message.pin);
  const text::Topic& scenario = corpus.pack().topic(planting.scenario);
  const people::Person& author = corpus.company().person(message.author);
  const bool outside = author.kind == people::PersonKind::contact;
  return PlantedStep{&planting, scenario::step_of(planting, scenario, message.step,
                                                  {.side = outside ? scenario::Side::outside
                                                                   : scenario::Side::company,
                                                   .language = author.locale})};
}

}  // namespace haymaker::corpus
