#pragma once

// Compression on the way into another sink. The compressed bytes depend on the bytes and the level
// only, never on how they were cut into calls.

#include <memory>

#include "sink/byte_sink.h"

namespace haymaker::sink {

// One Zstandard frame (RFC 8878) with a checksum, as the zstd program writes it. Levels 1 to 19.
std::unique_ptr<ByteSink> zstd_sink(std::unique_ptr<ByteSink> next, int level);

// Gzip (RFC 1952) as a row of members of one mebibyte each, which a reader joins by the rule of
// section 2.2. Levels 1 to 12.
std::unique_ptr<ByteSink> gzip_sink(std::unique_ptr<ByteSink> next, int level);

}  // namespace haymaker::sink
