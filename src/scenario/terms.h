#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/pack.h"

namespace haymaker::scenario {

// The explicit terms of each scenario, as a lexicon of surveillance would list them: the entries of
// the scenario's own `lexicon`, in lower case, the longest first.
class Terms {
 public:
  explicit Terms(const text::Pack& pack);

  // None for a topic that is not a scenario.
  [[nodiscard]] std::span<const std::string_view> of(text::TopicId scenario) const noexcept {
    return views_[static_cast<std::size_t>(scenario)];
  }

 private:
  std::vector<std::vector<std::string>> words_;  // By topic.
  std::vector<std::vector<std::string_view>> views_;
};

}  // namespace haymaker::scenario
