#pragma once

// Makes one part: mail, then index, then receipt.

#include <atomic>
#include <cstdint>
#include <expected>
#include <stop_token>

#include "job/message_source.h"
#include "job/receipt.h"
#include "job/recipe.h"
#include "sink/store.h"
#include "sink/write_behind.h"

namespace haymaker::job {

// What one thread has made; others may read it at any time. On a cache line of its own.
struct alignas(64) ThreadTally {
  std::atomic<std::uint64_t> messages = 0;
  std::atomic<std::uint64_t> bytes = 0;
};

// What a run says that was asked to stop.
Error stopped(const sink::Store& store);

// Counts into `tally` while it works, and takes back what it counted if the part is not made.
// `cancelled` if the token asks for it before the last message.
std::expected<Receipt, Error> make_part(const Part& part, const Recipe& recipe, sink::Store& store,
                                        Renderer& renderer, sink::Writing writing,
                                        const std::stop_token& stop, ThreadTally& tally);

}  // namespace haymaker::job
