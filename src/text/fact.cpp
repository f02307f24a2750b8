#include "text/fact.h"

#include <algorithm>
#include <array>

namespace haymaker::text {

namespace {
// In the order of the enumeration.
constexpr auto kNames = std::to_array<std::string_view>(
    {"client",   "client.person", "vendor",  "project", "system",   "person",       "person.full",
     "team",     "desk",          "site",    "city",    "me",       "me.full",      "me.title",
     "me.phone", "me.address",    "you",     "boss",    "company",  "site.address", "amount",
     "price",    "pct",           "bps",     "n",       "count",    "qty",          "issuer",
     "ticker",   "isin",          "date",    "day",     "deadline", "month",        "quarter",
     "year",     "time",          "earlier", "past",    "daypart",  "back",         "weekday",
     "ref",      "file",          "room",    "phone",   "url",      "product"});
static_assert(kNames.size() == static_cast<std::size_t>(Fact::product) + 1);
}  // namespace

std::optional<Fact> fact_named(std::string_view name) noexcept {
  const auto found = std::ranges::find(kNames, name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Fact>(found - kNames.begin());
}

}  // namespace haymaker::text
