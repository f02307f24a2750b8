#include "media/checksum.h"

#include <libdeflate.h>

namespace haymaker::media {

std::uint32_t crc32(std::string_view bytes, std::uint32_t before) noexcept {
  return libdeflate_crc32(before, bytes.data(), bytes.size());
}

std::uint32_t adler32(std::string_view bytes) noexcept {
  return libdeflate_adler32(1, bytes.data(), bytes.size());
}

}  // namespace haymaker::media
