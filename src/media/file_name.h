#pragma once

// Names of attached files as people and programs give them: "Castellan_recon_v3_FINAL.xlsx",
// "scan_20250114_0932.pdf", "Übersicht Budget März.xlsx". The patterns are data, in packs/media.

#include <array>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "base/buffer.h"
#include "base/civil_time.h"
#include "base/error.h"
#include "media/file_kind.h"
#include "rng/key.h"
#include "rng/weighted.h"

namespace haymaker::media {

// What a name may mention. Borrowed.
struct NameFacts {
  std::string_view topic = {};   // A few words: "Castellan reconciliation".
  std::string_view author = {};  // "Anna Smith"
  UnixSeconds at = 0;            // When the file was named.
  int offset_minutes = 0;        // East of Greenwich, of the clock on the author's wall.
};

class FileNames {
 public:
  // The patterns of packs/media/file_names.txt. bad_input, with the line, where one cannot be read.
  static std::expected<FileNames, Error> load();
  // `text` in the format of that file; `name` stands in errors.
  static std::expected<FileNames, Error> parse(std::string_view text, std::string_view name);

  // A name with its extension, in UTF-8, without what file systems forbid.
  void append(FileKind kind, const NameFacts& facts, rng::Key key, Buffer& out) const;

 private:
  std::array<std::vector<std::string>, kFileKinds> patterns_;
  std::array<rng::WeightedTable, kFileKinds> tables_;
};

}  // namespace haymaker::media
