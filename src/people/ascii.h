#pragma once

#include <string_view>

#include "base/buffer.h"

namespace haymaker::people {

// Appends `text` as it stands in an address: ASCII lower-case letters and digits. Letters of the
// Latin script lose their marks or are written out (ø o, ß ss, æ ae, ł l, þ th); a hyphen stays;
// each run of anything else becomes one `separator`, and none stands at the ends ('\0': none at
// all).
void append_address_part(std::string_view text, char separator, Buffer& out);

}  // namespace haymaker::people
