#pragma once

// Reads the messages of a corpus back, whichever way it was packed: mail/<2 hex>/<uid>.eml,
// mail/part-*.tar, .zip or .mbox, plain or compressed.

#include <cstdint>
#include <expected>
#include <filesystem>
#include <memory>
#include <string_view>

#include "audit/index_part.h"
#include "audit/stored_manifest.h"
#include "base/error.h"

namespace haymaker::audit {

struct StoredMessage {
  std::string_view uid;    // The base name without ".eml".
  std::string_view path;   // As the index has it; empty in an mbox file, which has no names.
  std::string_view bytes;  // The whole .eml.
};

// The messages of one part, from front to end, one in memory at a time.
class MessageStream {
 public:
  MessageStream() = default;
  MessageStream(const MessageStream&) = delete;
  MessageStream& operator=(const MessageStream&) = delete;
  virtual ~MessageStream() = default;

  // False at the end. The views are valid until the next call. After `not_found` (one message's own
  // file is missing) the stream goes on; after any other error it is over.
  virtual std::expected<bool, Error> next(StoredMessage& out) = 0;
};

// Opens a part's mail. `index` is the part's; it outlives the stream and tells which files belong
// to a part where each message is a file.
std::expected<std::unique_ptr<MessageStream>, Error> open_mail(const std::filesystem::path& out_dir,
                                                               const StoredPart& part,
                                                               const IndexPart& index);

// "index/part-00000.csv.zst" of the part.
std::filesystem::path index_path(const std::filesystem::path& out_dir, const StoredPart& part);

// The uid in "mail/3f/3fa209c177e01b5d.eml": the base name without ".eml", whatever it is.
std::string_view uid_in(std::string_view path) noexcept;

}  // namespace haymaker::audit
