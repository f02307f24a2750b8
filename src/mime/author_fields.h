#pragma once

#include "base/buffer.h"
#include "mime/delivery.h"
#include "mime/part.h"
#include "mime/part_writer.h"

namespace haymaker::mime {

// The fields that the author's client writes, in its own order: who, to whom, when, what about, in
// answer to what, and the Content-* fields of `body`, whose promises are returned.
[[nodiscard]] Framing append_author_fields(const Delivery& delivery, const Part& body,
                                           PartWriter& parts, Buffer& out);

}  // namespace haymaker::mime
