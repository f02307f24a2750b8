#pragma once

#include <string>
#include <string_view>

#include "audit/answer_key.h"
#include "audit/message_view.h"

namespace haymaker::audit {

// What is wrong with the span in the message `bytes`, which `reader` has read, as a sentence; empty
// if its text stands there exactly: in the decoded part, in the HTML alternative and in the bytes
// of the file, as far as the span names them. Of words in an attached file: if the part has its
// name and the bytes of its digest.
std::string check_span(const PlantedSpan& span, std::string_view bytes,
                       const MessageReader& reader);

}  // namespace haymaker::audit
