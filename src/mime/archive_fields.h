#pragma once

#include "base/buffer.h"
#include "mime/delivery.h"

namespace haymaker::mime {

// The fields that the company's own servers add to what they keep: X-MS-Exchange-*, and on mail
// from outside the verdicts of the filters.
void append_archive_fields(const Delivery& delivery, bool has_attachments, Buffer& out);

}  // namespace haymaker::mime
