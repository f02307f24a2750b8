#pragma once

#include <string_view>
#include <vector>

#include "text/tree.h"

namespace haymaker::text {

// Parses the markup of one alternative: weight, conditions, then words and expansions. `place` is
// where `line` begins in the source. Mistakes are appended to `errors`; the result is what could be
// understood.
Alternative parse_alternative(const Source& source, Position place, std::string_view line,
                              Errors& errors);

}  // namespace haymaker::text
