#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.h"

namespace haymaker::text {

// One file of a pack. Its views must outlive the compilation only.
struct Source {
  std::string_view name;  // "packs/en/core/moves.hay", as it is to appear in errors.
  std::string_view text;
};

// A place in a file; lines and columns count from 1, columns in bytes.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

// bad_input with the line and a caret below the place:
//
//   packs/en/core/moves.hay:12:7: unknown rule `asks`
//       Could you <asks> it?
//                 ^
Error error_at(const Source& source, Position position, std::string_view message);

}  // namespace haymaker::text
