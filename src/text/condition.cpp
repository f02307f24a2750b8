#include "text/condition.h"

#include <algorithm>
#include <array>

namespace haymaker::text {

namespace {
constexpr std::array<std::string_view, 25> kNames = {
    "formal",   "chatty",  "reply",      "forward", "first",  "last",   "group",
    "external", "to_boss", "to_junior",  "morning", "friday", "monday", "month_end",
    "mobile",   "british", "attachment", "case1",   "case2",  "case3",  "case4",
    "case5",    "case6",   "case7",      "case8"};
}  // namespace

std::optional<Condition> condition_named(std::string_view name) noexcept {
  const auto found = std::ranges::find(kNames, name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Condition>(found - kNames.begin());
}

}  // namespace haymaker::text
