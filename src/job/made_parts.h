#pragma once

// Finds out which parts earlier runs have left whole.

#include <expected>
#include <map>
#include <string>
#include <vector>

#include "job/receipt.h"
#include "job/recipe.h"
#include "sink/store.h"

namespace haymaker::job {

// The receipts of those of `parts` that are made, by the part's name. A receipt that does not read,
// or whose mail or index is gone or of another size, counts as none: the part is made again.
// `exists` where a receipt shows that the place is not for this run: it is from another spec, or it
// covers messages of this run in a part of another shape.
std::expected<std::map<std::string, Receipt>, Error> find_made_parts(
    sink::Store& store, const Recipe& recipe, const std::vector<Part>& parts);

}  // namespace haymaker::job
