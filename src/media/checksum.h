#pragma once

// Checksums of zip and PNG (CRC-32, ISO 3309) and of zlib (Adler-32, RFC 1950). Their values are
// fixed by their standards, so a library may compute them.

#include <cstdint>
#include <string_view>

namespace haymaker::media {

std::uint32_t crc32(std::string_view bytes, std::uint32_t before = 0) noexcept;
std::uint32_t adler32(std::string_view bytes) noexcept;

}  // namespace haymaker::media
