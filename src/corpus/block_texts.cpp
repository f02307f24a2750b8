#include "corpus/block_texts.h"

#include <algorithm>
#include <numeric>

#include "corpus/planted_step.h"

namespace haymaker::corpus {

using threads::BlockPlan;
using threads::kNoParent;

void BlockTexts::start(const BlockPlan& plan) {
  arena_.clear();
  own_.assign(plan.messages.size(), {});
  said_.assign(plan.messages.size(), {});
  subjects_.assign(plan.conversations.size(), {});
  planted_.assign(plan.messages.size(), {});
  planted_subjects_.assign(plan.conversations.size(), {});
  words_.clear();
  run_ = 0;
  next_ = 0;
}

void BlockTexts::need(const BlockPlan& plan, const Scene& scene, std::uint16_t slot) {
  run_ = slot == next_ ? run_ + 1 : 0;
  next_ = slot + 1U;
  if (run_ == kRunOfAll) write_all(plan, scene);
  for (std::uint16_t at = slot; at != kNoParent; at = plan.messages[at].parent) {
    if (own_[at].end == 0) write(plan, scene, at);
  }
}

void BlockTexts::write_all(const BlockPlan& plan, const Scene& scene) {
  order_.resize(plan.messages.size());
  std::iota(order_.begin(), order_.end(), std::uint16_t{0});
  std::ranges::sort(order_, {}, [&](std::uint16_t slot) {
    const MessageScene& message = scene.message(slot);
    const text::TopicId topic = scene.conversation(static_cast<std::uint16_t>(message.scene)).topic;
    return std::uint64_t{value(topic)} << 32 | std::uint64_t{value(message.act)} << 16 | slot;
  });
  for (const std::uint16_t slot : order_) {
    if (own_[slot].end == 0) write(plan, scene, slot);
  }
}

void BlockTexts::write(const BlockPlan& plan, const Scene& scene, std::uint16_t slot) {
  const text::Situation situation = scene.situation(plan, slot);
  if (plan.messages[slot].parent == kNoParent) {
    // Whoever begins the conversation words its subject; need() always comes up to that message.
    const std::uint16_t conversation = plan.messages[slot].conversation;
    Slice& subject = subjects_[conversation];
    subject.begin = at();
    composer_.append_subject(situation, arena_);
    subject.end = at();
    planted_subjects_[conversation] = keep_planted(plan, slot, subject);
  }
  Slice& own = own_[slot];
  own.begin = at();
  composer_.append_body(situation, arena_);
  own.end = at();
  planted_[slot] = keep_planted(plan, slot, own);
  said_[slot] = own;
  if (situation.greets && situation.voice.signature) {
    arena_.append('\n');
    composer_.append_signature(situation, arena_);
    own.end = at();
  }
}

// Keeps the words that were planted in the text that the composer has just written, disguised where
// the step says so. The plain words go before the text, which thereby moves.
BlockTexts::Slice BlockTexts::keep_planted(const BlockPlan& plan, std::uint16_t slot, Slice& text) {
  const auto spans = composer_.spans();
  Slice kept{static_cast<std::uint32_t>(words_.size()), static_cast<std::uint32_t>(words_.size())};
  const auto planted = planted_step(corpus_, plan, slot);
  if (spans.empty() || !planted) return kept;
  const bool disguised = scenario::is_operator(planted->step.evasion);
  const auto terms = corpus_.terms().of(planted->planting->scenario);
  rng::Stream stream(corpus_.key() / "evasion" / plan.messages[slot].pin /
                     plan.messages[slot].ordinal);
  undisguised_.clear();
  undisguised_.append(slice(text));
  arena_.truncate(text.begin);
  for (const text::PlantedSpan span : spans) {
    const Slice plain{at(), at() + (span.end - span.begin)};
    arena_.append(undisguised_.view().substr(span.begin - text.begin, span.end - span.begin));
    words_.push_back({0, 0, plain});
  }
  const std::uint32_t old_begin = text.begin;
  text.begin = at();
  std::uint32_t done = 0;  // Of the undisguised text.
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const std::uint32_t begin = spans[i].begin - old_begin;
    const std::uint32_t end = spans[i].end - old_begin;
    arena_.append(undisguised_.view().substr(done, begin - done));
    BlockTexts::Planted& words = words_[kept.begin + i];
    words.begin = at() - text.begin;
    const std::string_view plain = undisguised_.view().substr(begin, end - begin);
    if (disguised) {
      scenario::append_evaded(planted->step.evasion, plain, terms, stream, arena_);
    } else {
      arena_.append(plain);
    }
    words.end = at() - text.begin;
    done = end;
  }
  arena_.append(undisguised_.view().substr(done));
  text.end = at();
  kept.end = static_cast<std::uint32_t>(words_.size());
  return kept;
}

}  // namespace haymaker::corpus
