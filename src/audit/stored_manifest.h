#pragma once

// What manifest.json says of a corpus (docs/formats/output.md), as far as reading it back needs it.

#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "base/digest.h"
#include "base/error.h"

namespace haymaker::audit {

struct StoredPart {
  std::string name;  // "part-00000"
  std::string file;  // "mail/part-00000.tar.zst"; "mail" where each message is a file.
  std::uint64_t messages = 0;
  std::uint64_t bytes = 0;
  Digest digest;
};

struct StoredManifest {
  std::uint64_t messages = 0;
  std::uint64_t bytes = 0;
  Digest digest;
  std::vector<StoredPart> parts;
};

// Reads manifest.json; where there is none, all manifest-<first>.json of shards as one.
// not_found if there is neither, that is: if the corpus is not complete; `corrupt` for a manifest
// that does not read.
std::expected<StoredManifest, Error> read_manifest(const std::filesystem::path& out_dir);

}  // namespace haymaker::audit
