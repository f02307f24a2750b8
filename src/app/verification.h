#pragma once

#include <string>

namespace haymaker::app {

// Re-reads the corpus in `out` and says what is wrong with it, if anything. With `truth`, the
// answer key of that directory, too. Returns the exit code: 0 only if nothing is wrong.
int verify(const std::string& out, const std::string& truth, unsigned threads, bool json);

}  // namespace haymaker::app
