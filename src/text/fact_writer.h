#pragma once

#include <cstdint>
#include <string_view>

#include "base/buffer.h"
#include "rng/stream.h"
#include "text/fact.h"
#include "text/situation.h"

namespace haymaker::text {

// A fact as the author would write it. The stream decides the value and the author's taste the
// manner, so that two people speak of one amount, each in his own way. `number` is 0 or 2 to 9. The
// words lie in the situation, in the pack or in `room`, and are valid until that changes.
std::string_view fact_words(Fact fact, std::uint32_t number, const Situation& situation,
                            const Pack& pack, rng::Stream& stream, Buffer& room) noexcept;

// What decides the value of a fact throughout a conversation.
inline rng::Stream fact_stream(rng::Key conversation, Fact fact, std::uint32_t number) noexcept {
  constexpr std::uint64_t kFactLanes = std::uint64_t{1} << 61;
  return rng::Stream(conversation, kFactLanes | static_cast<std::uint64_t>(fact) << 8 | number);
}

}  // namespace haymaker::text
