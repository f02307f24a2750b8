#include "app/verification.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdio>
#include <thread>

#include "app/spec_argument.h"
#include "audit/inspect.h"
#include "audit/verify.h"

namespace haymaker::app {

int verify(const std::string& out, const std::string& truth, unsigned threads, bool json) {
  audit::VerifyOptions options;
  if (!truth.empty()) options.truth_dir = truth;
  options.threads = threads > 0 ? threads : std::max(std::thread::hardware_concurrency(), 1U);
  const auto checked = audit::verify(out, options);
  if (!checked) return report(checked.error());
  const audit::VerifyReport& found = *checked;
  if (json) {
    fmt::print("{}\n", audit::to_json(found));
    return found.good() ? 0 : 1;
  }
  for (const audit::Finding& finding : found.findings.kept())
    fmt::print(stderr, "{}: {}\n", finding.where, finding.what);
  fmt::print("{} messages, {} parts, digest {}\n", found.messages, found.parts,
             to_string(found.digest));
  if (!truth.empty())
    fmt::print("{} incidents, {} labels, {} spans\n", found.incidents, found.labels, found.spans);
  fmt::print("{}\n", found.good() ? "all is as the manifest says"
                                  : fmt::format("{} findings", found.findings.total()));
  return found.good() ? 0 : 1;
}

int inspect(const std::string& out, std::uint64_t messages, bool json) {
  const auto measured = audit::inspect(out, {.messages = messages});
  if (!measured) return report(measured.error());
  fmt::print("{}\n", json ? audit::to_json(*measured) : audit::to_table(*measured));
  return 0;
}

}  // namespace haymaker::app
