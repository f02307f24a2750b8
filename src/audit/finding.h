#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace haymaker::audit {

struct Finding {
  std::string where;  // A uid, a path within the corpus, or the name of a part, label or incident.
  std::string what;   // A sentence without a full stop.
  friend bool operator==(const Finding&, const Finding&) = default;
};

// Counts every finding and keeps the first of them, so that a corpus that is wrong throughout does
// not fill the memory.
class Findings {
 public:
  static constexpr std::size_t kMostKept = 1'000;

  void add(std::string where, std::string what) {
    if (++total_ <= kMostKept) kept_.push_back({std::move(where), std::move(what)});
  }
  // Puts the other's findings after these.
  void add(Findings&& other) {
    total_ += other.total_;
    for (Finding& finding : other.kept_) {
      if (kept_.size() == kMostKept) break;
      kept_.push_back(std::move(finding));
    }
  }

  [[nodiscard]] std::uint64_t total() const noexcept { return total_; }
  [[nodiscard]] const std::vector<Finding>& kept() const noexcept { return kept_; }

 private:
  std::uint64_t total_ = 0;
  std::vector<Finding> kept_;
};

}  // namespace haymaker::audit
