#include "rng/stream.h"

#include "base/int128.h"

namespace haymaker::rng {

void Stream::refill() noexcept {
  words_ = Philox{}(Philox::ctr_type{{block_++, 0, 0, 0}}, key_);
  used_ = 0;
}

std::uint64_t Stream::below64(std::uint64_t bound) noexcept {
  // The same method as below(), one width up.
  const std::uint64_t threshold = (0U - bound) % bound;
  while (true) {
    const auto product = static_cast<Uint128>(next64()) * bound;
    if (static_cast<std::uint64_t>(product) >= threshold) {
      return static_cast<std::uint64_t>(product >> 64);
    }
  }
}

}  // namespace haymaker::rng
