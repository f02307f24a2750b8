#pragma once

#include <optional>

#include "base/buffer.h"
#include "mime/envelope.h"
#include "mime/part.h"
#include "mime/text_span.h"

namespace haymaker::mime {

// Appends a whole message as it lies in the company's archive: header, empty line, body, each line
// ending in CRLF, in the shape of the sender's client. A pure function of its arguments. It
// allocates nothing once `out` has grown to the size of such a message.
//
// Of a list of addresses that is too long for a field (kLongestField), the last are left out: write
// to a distribution list instead.
//
// Returns where the first plain text lies among the bytes that were appended, if it stands there
// as it is but for its line ends (7bit); nothing where an encoding hides it.
std::optional<TextSpan> append_message(const Envelope& envelope, const Part& body,
                                       Buffer& out) noexcept;

}  // namespace haymaker::mime
