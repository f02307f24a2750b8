#pragma once

#include "mime/delivery.h"
#include "mime/pen.h"

namespace haymaker::mime {

// What the filters and the transport of Exchange leave in a header, beside the fields of the
// organisation and the tenant (archive_fields.h).

// Exchange Online, of mail that never left it or left it by the same tenant.
void put_online_filters(Pen& pen, const Delivery& delivery);
// Exchange Online, of mail that came from outside.
void put_inbound_filters(Pen& pen, const Delivery& delivery);
// An Exchange server of one's own.
void put_local_transport(Pen& pen, const Delivery& delivery);

}  // namespace haymaker::mime
