#include "corpus/topic_table.h"

#include <algorithm>
#include <string_view>

namespace haymaker::corpus {

namespace {

// The departments of a topic are named by what they do; in the order of people::Function.
constexpr std::array<std::string_view, people::kFunctions> kFunctionNames = {
    "trading", "sales",   "operations", "research", "banking", "wealth",     "compliance",
    "risk",    "finance", "technology", "hr",       "legal",   "facilities", "executive"};

}  // namespace

TopicTable::TopicTable(const text::Pack& pack,
                       const std::function<bool(const text::Topic&)>& wanted) {
  std::vector<std::uint32_t> weights;
  const auto topics = pack.topics();
  for (std::size_t i = 0; i < topics.size(); ++i) {
    if (!wanted(topics[i])) continue;
    topics_.push_back(static_cast<text::TopicId>(i));
    weights.push_back(topics[i].weight);
  }
  if (!weights.empty()) weights_ = rng::WeightedTable(weights);
}

std::array<TopicTable, people::kFunctions> topics_by_function(const text::Pack& pack,
                                                              text::TopicKind kind) {
  std::array<TopicTable, people::kFunctions> tables;
  for (std::size_t function = 0; function < tables.size(); ++function) {
    tables[function] = TopicTable(pack, [&](const text::Topic& topic) {
      const auto& departments = topic.departments;
      return topic.kind == kind &&
             (departments.empty() ||
              std::ranges::find(departments, kFunctionNames[function]) != departments.end());
    });
  }
  return tables;
}

std::optional<text::ActId> act_named(const text::Pack& pack, std::string_view name) {
  for (std::size_t i = 0; i < pack.acts(); ++i) {
    const auto act = static_cast<text::ActId>(i);
    if (pack.act_name(act) == name) return act;
  }
  return std::nullopt;
}

}  // namespace haymaker::corpus
