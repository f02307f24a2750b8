#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "people/company.h"
#include "rng/stream.h"
#include "rng/weighted.h"
#include "text/pack.h"

namespace haymaker::corpus {

// Topics of a pack to draw from, by their weights.
class TopicTable {
 public:
  TopicTable() = default;
  TopicTable(const text::Pack& pack, const std::function<bool(const text::Topic&)>& wanted);

  [[nodiscard]] bool empty() const noexcept { return topics_.empty(); }
  // Only where the table is not empty.
  text::TopicId draw(rng::Stream& stream) const noexcept { return topics_[weights_.draw(stream)]; }

 private:
  std::vector<text::TopicId> topics_;
  rng::WeightedTable weights_;
};

// The topics of a kind that each function of a department may begin, by people::Function: those
// that name it, and those that name nobody.
std::array<TopicTable, people::kFunctions> topics_by_function(const text::Pack& pack,
                                                              text::TopicKind kind);

// The act of that name, where the pack has one.
std::optional<text::ActId> act_named(const text::Pack& pack, std::string_view name);

}  // namespace haymaker::corpus
