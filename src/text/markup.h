#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "text/tree.h"

namespace haymaker::text {

// Parses the markup of one alternative: weight, conditions, then words and expansions. `place` is
// where `line` begins in the source; `cases` are those of the topic that it belongs to. Mistakes
// are appended to `errors`; the result is what could be understood.
Alternative parse_alternative(const Source& source, Position place, std::string_view line,
                              std::span<const Weighted> cases, Errors& errors);

}  // namespace haymaker::text
