#include "rng/stream.h"

#include <algorithm>

#include "base/int128.h"

namespace haymaker::rng {

// Many streams end within their first block, so that comes alone; of a longer one two blocks are
// made at a time, because a processor makes both in the time that it waits for the multiplications
// of one.
void Stream::refill() noexcept {
  const auto make_block = [this](std::size_t place) {
    const Philox::ctr_type words = Philox{}(Philox::ctr_type{{block_++, lane_, 0, 0}}, key_);
    std::ranges::copy(words, words_.begin() + static_cast<std::ptrdiff_t>(place));
  };
  const bool first = block_ == 0;
  if (!first) make_block(0);
  make_block(words_.size() / 2);
  used_ = first ? kHalves / 2 : 0;
}

std::uint64_t Stream::below64(std::uint64_t bound) noexcept {
  return bounded<Uint128>([this]() noexcept { return next64(); }, bound);
}

}  // namespace haymaker::rng
