#pragma once

#include <string_view>

#include "base/buffer.h"
#include "rng/stream.h"
#include "scenario/evasion.h"

namespace haymaker::scenario {

// Appends a word of three ASCII letters or more as the operator writes it. Where a word gives an
// operator nothing to do ("rhythm" has no vowel), dots part its letters instead, so that what is
// appended never equals `word`.
void append_disguised(Evasion evasion, std::string_view word, rng::Stream& stream, Buffer& out);

}  // namespace haymaker::scenario
