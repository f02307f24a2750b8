#pragma once

// Numbers as the bytes that zip, zlib and JPEG want, whatever the machine's own order.

#include <cstdint>

#include "base/buffer.h"

namespace haymaker::media {

inline void put_little(std::uint64_t value, int bytes, Buffer& out) {
  char* const at = out.grow(static_cast<std::size_t>(bytes));
  for (int i = 0; i < bytes; ++i) at[i] = static_cast<char>(value >> (8 * i));
  out.commit(static_cast<std::size_t>(bytes));
}

inline void put_big(std::uint64_t value, int bytes, Buffer& out) {
  char* const at = out.grow(static_cast<std::size_t>(bytes));
  for (int i = 0; i < bytes; ++i) at[i] = static_cast<char>(value >> (8 * (bytes - 1 - i)));
  out.commit(static_cast<std::size_t>(bytes));
}

}  // namespace haymaker::media
