#pragma once

#include <string_view>

namespace haymaker::text {

// True where `text` is said with "an": by the sound of its first word, so "an hour", "a user", "an
// FX trade", "an 8". A rule of thumb with the exceptions that business English meets.
bool takes_an(std::string_view text) noexcept;

}  // namespace haymaker::text
