#pragma once

#include <cstdint>

#include "base/buffer.h"
#include "rng/stream.h"
#include "text/fact.h"
#include "text/situation.h"

namespace haymaker::text {

// Appends a fact as the author would write it. The stream decides the value and the author's taste
// the manner, so that two people speak of one amount, each in his own way. `number` is 0 or 2 to 9.
void append_fact(Fact fact, std::uint32_t number, const Situation& situation, const Pack& pack,
                 rng::Stream& stream, Buffer& out) noexcept;

}  // namespace haymaker::text
