#pragma once

// How many messages have files. Two things make one have them: chance, before its text is written,
// and the text itself where it speaks of a file (file_mention.h).

#include <cstdint>

#include "corpus/spec.h"
#include "text/pack.h"
#include "threads/block_plan.h"

namespace haymaker::corpus {

inline constexpr std::uint32_t kPerMille = 1'000;

struct FileChances {
  std::uint32_t unasked = 0;    // Per mille: of all messages, whatever they say,
  std::uint32_t mentioned = 0;  // and of those others whose text speaks of a file.
};

// Of a message's own files: a forward has besides the files of what it forwards, an answer does
// not. Planted messages whose words stand elsewhere have files less often by those whose words
// stand in one, so that all planted messages together have files as often as others. Of machines it
// is the topic that says how often their messages have files (text::Topic::files).
FileChances file_chances(const AttachmentSpec& spec, threads::Traffic traffic,
                         threads::MessageKind kind, const text::Topic& topic,
                         bool planted) noexcept;

}  // namespace haymaker::corpus
