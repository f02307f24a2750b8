#include "rng/stream.h"

#include "base/int128.h"

namespace haymaker::rng {

void Stream::refill() noexcept {
  words_ = Philox{}(Philox::ctr_type{{block_++, 0, 0, 0}}, key_);
  used_ = 0;
}

std::uint64_t Stream::below64(std::uint64_t bound) noexcept {
  return bounded<Uint128>([this]() noexcept { return next64(); }, bound);
}

}  // namespace haymaker::rng
