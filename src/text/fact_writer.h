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

}  // namespace haymaker::text
