#include "mime/delivery.h"

namespace haymaker::mime {

std::uint64_t Delivery::build() const noexcept {
  // 15.20.7339 was current in the week of 4 March 2024, day 19,786.
  constexpr std::int64_t kKnownBuild = 7'339;
  constexpr std::int64_t kKnownDay = 19'786;
  const std::int64_t weeks = (days_from_seconds(envelope.date) - kKnownDay) / 7;
  const std::int64_t build = kKnownBuild + 21 * weeks;
  return static_cast<std::uint64_t>(build > 1'000 ? build : 1'000);
}

}  // namespace haymaker::mime
