#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace haymaker {

// 128 bits that stand for a message, or, added up, for a set of messages. Addition is modulo 2^128,
// so the digest of a corpus does not depend on the order or the sharding in which its messages are
// made.
struct Digest {
  std::uint64_t low = 0;
  std::uint64_t high = 0;

  Digest& operator+=(Digest other) noexcept;
  friend bool operator==(Digest, Digest) = default;
};

// XXH3-128 of the bytes: fast and well distributed, not meant to resist an attacker.
Digest digest(std::string_view bytes) noexcept;

// 32 lower-case hexadecimal digits, the high half first.
std::string to_string(Digest digest);

}  // namespace haymaker
