#pragma once

// The header of an entry in a tar archive (POSIX.1-2017, pax, "ustar Interchange Format"), for
// files of any kind. Single messages have a faster way of their own, in sink/tar_part.h.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/buffer.h"
#include "base/civil_time.h"

namespace haymaker::sink {

inline constexpr std::size_t kTarBlock = 512;
inline constexpr std::size_t kTarEnd = 2 * kTarBlock;  // Zeros at the end of an archive.

// How many zeros follow a content of that size.
constexpr std::size_t tar_padding(std::uint64_t size) noexcept {
  return static_cast<std::size_t>((kTarBlock - size % kTarBlock) % kTarBlock);
}

// Appends the header of a regular file, mode 0644. False, and nothing appended, for what ustar
// cannot say: a name above 100 bytes, a size of 8 GiB or more.
bool append_tar_header(std::string_view name, std::uint64_t size, UnixSeconds time, Buffer& out);

}  // namespace haymaker::sink
