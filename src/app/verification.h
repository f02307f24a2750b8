#pragma once

#include <cstdint>
#include <string>

namespace haymaker::app {

// Re-reads the corpus in `out` and says what is wrong with it, if anything. With `truth`, the
// answer key of that directory, too. Returns the exit code: 0 only if nothing is wrong.
int verify(const std::string& out, const std::string& truth, unsigned threads, bool json);

// Measures how far the mail in `out` is from real mail and from templates, on at most `messages` of
// it. Returns 0 also where goals are missed: it is a measurement.
int inspect(const std::string& out, std::uint64_t messages, bool json);

}  // namespace haymaker::app
