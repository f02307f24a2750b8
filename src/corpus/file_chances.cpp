#include "corpus/file_chances.h"

#include <algorithm>

#include "scenario/incident_shape.h"

namespace haymaker::corpus {

namespace {

using threads::MessageKind;
using threads::Traffic;

// How often the text of a message between people speaks of a file though none was drawn, per mille,
// as measured over the packs; and how often a message has files, in percent of
// AttachmentSpec::share.
struct Habit {
  std::uint32_t mentions = 0;
  std::uint32_t share = 0;
};

Habit habit_of(Traffic traffic, MessageKind kind) noexcept {
  if (traffic == Traffic::personal) return {40, 70};
  return kind == MessageKind::first ? Habit{125, 155} : Habit{65, 90};
}

// The share with which the percentages of topics have been chosen.
constexpr std::uint32_t kUsualShare = 18;

// Nine in ten who say that something is attached have not forgotten it.
constexpr std::uint32_t kAttachedPerMille = 900;

}  // namespace

FileChances file_chances(const AttachmentSpec& spec, Traffic traffic, MessageKind kind,
                         const text::Topic& topic, bool planted) noexcept {
  if (kind == MessageKind::auto_reply) return {};
  if (traffic == Traffic::notice || traffic == Traffic::newsletter)
    return {std::min(kPerMille, topic.files * 10 * spec.share / kUsualShare), 0};
  const Habit habit = habit_of(traffic, kind);
  std::uint32_t wanted = std::min(kPerMille, spec.share * habit.share / 10);
  // Words in files are first told by the first message of a conversation.
  if (planted && kind == MessageKind::first) {
    constexpr std::uint32_t kTaken = scenario::kInFilesPerMille;
    wanted = (wanted - std::min(wanted, kTaken)) * kPerMille / (kPerMille - kTaken);
  }
  if (wanted == 0) return {};
  // wanted = unasked + (1 - unasked) * mentions * mentioned
  const std::uint32_t mentioned = std::min(kAttachedPerMille, wanted * kPerMille / habit.mentions);
  const std::uint32_t by_text = habit.mentions * mentioned / kPerMille;
  const std::uint32_t rest = wanted - std::min(wanted, by_text);
  return {rest * kPerMille / (kPerMille - by_text), mentioned};
}

}  // namespace haymaker::corpus
