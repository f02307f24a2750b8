#pragma once

#include <optional>
#include <string_view>

namespace haymaker::corpus {

// Minutes since midnight of a time as people write it: "14:30", "9am", "3.15pm", "12:05pm"; nothing
// for anything else.
std::optional<int> read_clock(std::string_view words) noexcept;

}  // namespace haymaker::corpus
