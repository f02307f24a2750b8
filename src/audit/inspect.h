#pragma once

// Measures how far a corpus is from real mail and from templates (docs/formats/inspect.md).

#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "audit/mail_sample.h"
#include "audit/metric.h"
#include "base/error.h"

namespace haymaker::audit {

struct InspectOptions {
  std::uint64_t messages = 10'000;  // At most so many are measured.
};

struct InspectReport {
  std::uint64_t messages = 0;  // In the sample.
  std::vector<Metric> metrics;

  // True where no metric misses its goal.
  [[nodiscard]] bool good() const noexcept;
};

// Reads a sample of the corpus and measures it, each class of mail apart.
std::expected<InspectReport, Error> inspect(const std::filesystem::path& out_dir,
                                            const InspectOptions& options);
// The same for a sample in hand.
InspectReport measure(const MailSample& sample);

// A table for people: metric, value, goal, "pass" or "FAIL", a block a class.
std::string to_table(const InspectReport& report);
// {"messages": ..., "good": ..., "metrics": [{"class", "metric", "sample", "value", "goal",
// "pass"}]}, `pass` being null where there is no goal.
std::string to_json(const InspectReport& report);

}  // namespace haymaker::audit
