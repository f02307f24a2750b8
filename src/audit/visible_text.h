#pragma once

#include <string>
#include <string_view>

namespace haymaker::audit {

// What a browser shows of a piece of HTML: without its tags, with its character references resolved
// (the decimal ones, and amp, lt, gt, quot, nbsp), in UTF-8.
std::string visible_text(std::string_view html);

// Without blanks, line ends, no-break spaces and the ">" of quotes: equal for two layouts of the
// same words.
std::string without_layout(std::string_view text);

}  // namespace haymaker::audit
