#include "text/program.h"

#include <algorithm>

namespace haymaker::text {

std::uint32_t Choice::weight(std::uint32_t branch) const noexcept {
  switch (op().detail & kKind) {
    case kEven: return 1;
    case kPicks: return static_cast<std::uint32_t>(std::count(picks(), picks() + bound(), branch));
    default: return entry(branches() + branch);
  }
}

}  // namespace haymaker::text
