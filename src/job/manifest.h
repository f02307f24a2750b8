#pragma once

// The manifest says that a corpus, or a shard of one, is complete, and what it consists of. It is
// written last. It holds no time, host or thread, so that it is equal for equal corpora.
//
// A run over everything writes manifest.json. A run over a shard writes manifest-<first>.json; the
// run that finds the receipts of all messages in its place writes manifest.json as well.

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"
#include "base/error.h"
#include "job/part_grid.h"
#include "job/receipt.h"
#include "job/recipe.h"
#include "sink/store.h"

namespace haymaker::job {

inline constexpr std::string_view kManifestFile = "manifest.json";

// "manifest.json" or "manifest-000000016384.json"; likewise for status and ".txt".
std::string run_file(std::string_view stem, std::uint64_t messages, Range range,
                     std::string_view suffix);

struct Totals {
  std::uint64_t messages = 0;
  std::uint64_t bytes = 0;
  std::uint64_t parts = 0;
  Digest digest;
  friend bool operator==(const Totals&, const Totals&) = default;
};
Totals add_up(const std::vector<Receipt>& receipts);

// The recipe's fields, the range, the totals and the receipts, in a fixed order.
std::string manifest_json(const Recipe& recipe, Range range, const std::vector<Receipt>& receipts);

struct Manifest {
  Recipe recipe;
  Range range;
  Totals totals;
  std::vector<Receipt> parts;
};
// `corrupt` if the text is not one that manifest_json() wrote, or if it does not add up: the parts
// lie end to end over the range and sum to the totals.
std::expected<Manifest, Error> parse_manifest(std::string_view text);

// Joins the shards in one place: writes manifest.json if the receipts there make up the whole
// corpus, and returns whether they do. `corrupt` if they overlap or come from different specs.
// Shards that were written in different places are first copied into one.
std::expected<bool, Error> join_manifests(sink::Store& store);

}  // namespace haymaker::job
