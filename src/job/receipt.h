#pragma once

// The receipt of a part, index/<part>.json, is renamed into place after the part's mail and index.
// A part counts as made if, and only if, its receipt is there.

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "base/digest.h"
#include "base/error.h"
#include "job/part_grid.h"

namespace haymaker::job {

struct Receipt {
  Part part;
  std::string spec_digest;       // As in the recipe.
  std::uint64_t bytes = 0;       // Of all messages.
  Digest digest;                 // The sum of the messages' digests.
  std::string file;              // "mail/part-00000.tar"; "mail" where each message is a file.
  std::uint64_t file_bytes = 0;  // Its size; the sum of the messages' sizes for "mail".
  friend bool operator==(const Receipt&, const Receipt&) = default;
};

std::string receipt_file(std::string_view part);  // "index/part-00000.json"
std::string index_file(std::string_view part);    // "index/part-00000.csv.zst"
// True for a name in the folder index/ that is a receipt's: "part-00000.json".
bool is_receipt_name(std::string_view name);

// One line of JSON, fields in a fixed order, without a line end.
std::string to_json(const Receipt& receipt);
// `corrupt` if the text is not one that to_json() wrote.
std::expected<Receipt, Error> parse_receipt(std::string_view text);

}  // namespace haymaker::job
