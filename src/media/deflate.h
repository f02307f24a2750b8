#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/buffer.h"

namespace haymaker::media {

// Compresses by RFC 1951 with the fixed Huffman codes and one candidate for each match. It is our
// own because a corpus must have the same bytes next year: a library's output changes with its
// version. Reusable; no call shows in the bytes of another.
class Deflater {
 public:
  // The raw stream. Where the codes would not make it smaller, the bytes are stored as they are.
  void append_deflated(std::string_view bytes, Buffer& out);

  // The same inside the wrapper of RFC 1950.
  void append_zlib(std::string_view bytes, Buffer& out);

 private:
  static constexpr int kHashBits = 12;

  // The latest place of each hash of four bytes. Places go on counting from call to call, so that
  // those of an earlier one are known by being too small, and nothing must be cleared.
  std::array<std::uint32_t, std::size_t{1} << kHashBits> latest_{};
  std::uint32_t next_place_ = 1;
};

// The stream of RFC 1951 that holds `bytes` as they are, 65,535 to a block.
void append_stored(std::string_view bytes, Buffer& out);

}  // namespace haymaker::media
