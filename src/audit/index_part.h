#pragma once

// Reads index/<part>.csv.zst (docs/formats/output.md): RFC 4180 with a header line, one row a
// message.

#include <cstdint>
#include <expected>
#include <filesystem>
#include <string_view>
#include <vector>

#include "base/buffer.h"
#include "base/civil_time.h"
#include "base/digest.h"
#include "base/error.h"

namespace haymaker::audit {

struct IndexRow {
  std::uint64_t uid = 0;
  std::string_view path;        // "mail/3f/3fa2….eml", or the name within the part's archive.
  std::string_view message_id;  // With its angle brackets.
  UnixSeconds date = 0;
  std::uint64_t bytes = 0;
  Digest digest;
};

// The rows of one part, all in memory: a part is bounded, a corpus is not.
class IndexPart {
 public:
  // `corrupt` for a row that does not read; `where` is the file and the line.
  static std::expected<IndexPart, Error> read(const std::filesystem::path& path);

  // In the order of the part.
  [[nodiscard]] const std::vector<IndexRow>& rows() const noexcept { return rows_; }

 private:
  Buffer text_;  // What the rows' views look into; its bytes stay in place when it is moved.
  std::vector<IndexRow> rows_;
};

}  // namespace haymaker::audit
