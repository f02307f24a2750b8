#pragma once

#include <limits>
#include <span>
#include <string_view>

#include "base/buffer.h"
#include "mime/text_span.h"

namespace haymaker::mime {

// What becomes of a span whose words are cut off.
inline constexpr TextSpan kGone = {std::numeric_limits<std::size_t>::max(),
                                   std::numeric_limits<std::size_t>::max()};

// Answers a quote between its lines: the first paragraph of `own`, then `header`, then paragraphs
// of `marked` ("> " before each line, append_marked) with paragraphs of `own` between them, up to
// half of those that either has; then the rest of `own`, and nothing of the rest of the quote. The
// spans are in bytes of their text and become bytes of what is appended, counted from where it
// begins, or kGone. False, and nothing done, where either text has too few paragraphs to do so.
bool append_between_lines(std::string_view own, std::span<TextSpan> own_spans,
                          std::string_view header, std::string_view marked,
                          std::span<TextSpan> marked_spans, Buffer& out);

}  // namespace haymaker::mime
