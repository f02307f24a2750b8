#pragma once

#include "base/buffer.h"
#include "mime/envelope.h"
#include "mime/part.h"

namespace haymaker::mime {

// Appends a whole message as it lies in the company's archive: header, empty line, body, each line
// ending in CRLF, in the shape of the sender's client. A pure function of its arguments. It
// allocates nothing once `out` has grown to the size of such a message.
//
// Of a list of addresses that is too long for a field (kLongestField), the last are left out: write
// to a distribution list instead.
void append_message(const Envelope& envelope, const Part& body, Buffer& out) noexcept;

}  // namespace haymaker::mime
