#include "base/digest.h"

#include <xxhash.h>

#include "base/append.h"

namespace haymaker {

Digest& Digest::operator+=(Digest other) noexcept {
  low += other.low;
  high += other.high + (low < other.low ? 1U : 0U);
  return *this;
}

Digest digest(std::string_view bytes) noexcept {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return {hash.low64, hash.high64};
}

std::string to_string(Digest digest) {
  Buffer text(32);
  append_hex(digest.high, 16, text);
  append_hex(digest.low, 16, text);
  return std::string(text.view());
}

}  // namespace haymaker
