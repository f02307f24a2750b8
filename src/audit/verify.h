#pragma once

// Re-reads a corpus from its files and says whether it is what its manifest, its index and its
// answer key claim (docs/formats/verify.md).

#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "audit/finding.h"
#include "base/digest.h"
#include "base/error.h"

namespace haymaker::audit {

struct VerifyOptions {
  std::optional<std::filesystem::path> truth_dir;
  unsigned threads = 1;  // Parts are checked side by side.
  // Called now and then, by one thread at a time, with messages done and in all.
  std::function<void(std::uint64_t, std::uint64_t)> progress;
};

struct VerifyReport {
  std::uint64_t messages = 0;  // As read.
  std::uint64_t bytes = 0;
  std::uint64_t parts = 0;
  Digest digest;
  std::uint64_t incidents = 0;
  std::uint64_t labels = 0;
  std::uint64_t spans = 0;
  Findings findings;

  [[nodiscard]] bool good() const noexcept { return findings.total() == 0; }
};

// What is wrong with the corpus is a finding. An Error is returned only where there is no corpus or
// no answer key to check. The findings do not depend on the threads.
std::expected<VerifyReport, Error> verify(const std::filesystem::path& out_dir,
                                          const VerifyOptions& options);

// One object; `findings` holds those that were kept, {where, what}.
std::string to_json(const VerifyReport& report);

}  // namespace haymaker::audit
