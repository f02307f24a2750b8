#pragma once

// Checks one part of a corpus: its index against its mail, each message against its row and the
// rules, and the planted spans against the text.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "audit/answer_key.h"
#include "audit/finding.h"
#include "audit/stored_manifest.h"
#include "base/digest.h"

namespace haymaker::audit {

// An answer whose parent is not in its own part.
struct OpenReply {
  std::uint64_t uid = 0;
  std::string parent;  // The identifier in In-Reply-To, with its angle brackets.
};

struct PartResult {
  std::uint64_t messages = 0;
  std::uint64_t bytes = 0;
  Digest digest;
  std::uint64_t spans = 0;               // Planted spans that were looked up.
  std::vector<std::uint64_t> id_hashes;  // stable_hash() of each Message-ID.
  std::vector<std::uint64_t> labelled;   // Messages that the answer key names, in order.
  std::vector<OpenReply> open_replies;
  Findings findings;
};

// `key` may be null. `tick` is called after each message.
PartResult check_part(const std::filesystem::path& out_dir, const StoredPart& part,
                      const AnswerKey* key, const std::function<void()>& tick);

}  // namespace haymaker::audit
