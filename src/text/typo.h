#pragma once

#include <cstdint>
#include <span>

#include "base/buffer.h"
#include "rng/stream.h"
#include "text/machine.h"

namespace haymaker::text {

// Mistypes words of out[from, end): swaps, drops or doubles a letter of about `per_mille` of a
// thousand plain lower-case words of four letters and more. Planted spans keep their words and
// follow the shifts.
void mistype(std::size_t from, std::uint32_t words, std::uint32_t per_mille, rng::Stream& stream,
             std::span<PlantedSpan> spans, Buffer& out) noexcept;

}  // namespace haymaker::text
