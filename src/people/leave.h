#pragma once

#include <cstdint>
#include <optional>

#include "base/civil_time.h"

namespace haymaker::people {

// Days on which somebody does not work, though others do.
struct Leave {
  Days first = 0;  // The first of them.
  Days back = 0;   // The first day after them.

  friend bool operator==(const Leave&, const Leave&) = default;
};

// The leave that takes in `day`, of somebody with that `key`; nothing on most days. About 25
// working days a year: weeks of two and of one, more of them in July, August and December, and long
// weekends. Computed from the key for any day, so that no calendar is stored.
std::optional<Leave> leave_on(std::uint64_t key, Days day) noexcept;
// Whether there is one.
bool is_on_leave(std::uint64_t key, Days day) noexcept;

}  // namespace haymaker::people
