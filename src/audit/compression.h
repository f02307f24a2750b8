#pragma once

#include <string_view>

namespace haymaker::audit {

// Bytes over compressed bytes; 0 for no bytes.
double gzip_ratio(std::string_view bytes);             // As by `gzip -9`.
double zstd_ratio(std::string_view bytes, int level);  // As by `zstd -level`.

}  // namespace haymaker::audit
