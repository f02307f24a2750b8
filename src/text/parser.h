#pragma once

#include <span>

#include "text/tree.h"

namespace haymaker::text {

// Parses the files of a pack (docs/formats/grammar.md). All mistakes of all files are appended to
// `errors`; the tree holds what could be understood and points into `sources`.
PackTree parse_pack(std::span<const Source> sources, Errors& errors);

}  // namespace haymaker::text
