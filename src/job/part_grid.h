#pragma once

// How a corpus is cut into parts. The cuts lie on a grid that is the same for every run, so that
// the parts do not depend on threads, and shards that begin and end on the grid make the very files
// of a run over everything.
//
//   messages   0         16,384        32,768        49,152   50,000
//   grid       |-- 00000 --|-- 00001 --|-- 00002 --|- 00003 -|
//   a shard            [20,000 ...          40,000)
//   its parts          part-00001-03616, part-00002

#include <cstdint>
#include <expected>
#include <string>
#include <vector>

#include "base/error.h"

namespace haymaker::job {

// The messages first .. first + count - 1.
struct Range {
  std::uint64_t first = 0;
  std::uint64_t count = 0;

  [[nodiscard]] std::uint64_t end() const noexcept { return first + count; }
  [[nodiscard]] bool overlaps(Range other) const noexcept {
    return first < other.end() && other.first < end();
  }
  friend bool operator==(Range, Range) = default;
};

struct Part {
  std::string name;  // "part-00001", or "part-00001-03616" where it begins inside its cell.
  Range range;
  friend bool operator==(const Part&, const Part&) = default;
};

inline constexpr std::uint64_t kPartUnit = 1'024;  // Parts are whole blocks of the corpus.
inline constexpr std::uint64_t kDefaultPartMessages = 16'384;

// bad_input unless `part_messages` is a positive multiple of kPartUnit, and `range` is not empty
// and lies within `messages`. `where` is "part_messages", "first" or "limit".
std::expected<void, Error> check_range(std::uint64_t messages, std::uint64_t part_messages,
                                       Range range);

// The parts of `range`, in order. Disjoint ranges never share a name. The arguments have passed
// check_range().
std::vector<Part> cut_into_parts(std::uint64_t messages, std::uint64_t part_messages, Range range);

}  // namespace haymaker::job
