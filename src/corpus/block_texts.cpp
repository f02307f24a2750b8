#include "corpus/block_texts.h"

namespace haymaker::corpus {

using threads::BlockPlan;
using threads::kNoParent;

void BlockTexts::start(const BlockPlan& plan) {
  arena_.clear();
  own_.assign(plan.messages.size(), {});
  subjects_.assign(plan.conversations.size(), {});
  planted_.assign(plan.messages.size(), {});
  spans_.clear();
}

void BlockTexts::need(const BlockPlan& plan, const Scene& scene, std::uint16_t slot) {
  for (std::uint16_t at = slot; at != kNoParent; at = plan.messages[at].parent) {
    if (own_[at].end == 0) write(plan, scene, at);
  }
}

void BlockTexts::write(const BlockPlan& plan, const Scene& scene, std::uint16_t slot) {
  const text::Situation situation = scene.situation(plan, slot);
  const auto at = [&] { return static_cast<std::uint32_t>(arena_.size()); };
  if (plan.messages[slot].parent == kNoParent) {
    // Whoever begins the conversation words its subject; need() always comes up to that message.
    Slice& subject = subjects_[plan.messages[slot].conversation];
    subject.begin = at();
    composer_.append_subject(situation, arena_);
    subject.end = at();
  }
  Slice& own = own_[slot];
  own.begin = at();
  composer_.append_body(situation, arena_);
  planted_[slot].begin = static_cast<std::uint32_t>(spans_.size());
  for (const text::PlantedSpan span : composer_.spans()) {
    spans_.push_back({span.begin - own.begin, span.end - own.begin});
  }
  planted_[slot].end = static_cast<std::uint32_t>(spans_.size());
  if (situation.greets && situation.voice.signature) {
    arena_.append('\n');
    composer_.append_signature(situation, arena_);
  }
  own.end = at();
}

}  // namespace haymaker::corpus
