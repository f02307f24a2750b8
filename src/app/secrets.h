#pragma once

// What nobody can guess, from the system's own source of randomness.

#include <cstdint>
#include <expected>
#include <string>

#include "base/error.h"

namespace haymaker::app {

std::string new_secret();  // 256 bits in hexadecimal.
std::string new_job_id();  // 80 bits in 16 letters and digits.
std::uint64_t new_seed();  // 48 bits: short enough to type.

struct Tokens {
  std::string user;   // Opens all but the answer key.
  std::string truth;  // Opens the answer key, too.
};

// Reads "token: ..." and "truth: ..." from a file that its owner alone may read; makes the file,
// with new secrets, if there is none. `denied` if others may read it, `bad_input` if a token is
// missing, shorter than 16 characters, or the same as the other.
std::expected<Tokens, Error> load_tokens(const std::string& path);

}  // namespace haymaker::app
