#include "people/relationships.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "rng/stream.h"
#include "rng/weighted.h"

namespace haymaker::people {

namespace {

constexpr std::uint32_t kMostRelationships = 6;
constexpr std::uint32_t kTriesPerRelationship = 4;

using Pairs = std::vector<std::pair<std::uint32_t, OrganisationId>>;

// The organisations of one kind, from `first` on.
struct Side {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  rng::WeightedTable size;         // Some organisations are dealt with by many.
  std::vector<PersonId> facing{};  // Who deals with organisations of this kind.
};

Side side_of(std::uint32_t first, std::uint32_t count) {
  std::vector<std::uint32_t> weights;
  weights.reserve(count);
  for (std::uint32_t rank = 0; rank < count; ++rank) weights.push_back(20'000 / (rank + 8) + 1);
  return {.first = first, .count = count, .size = rng::WeightedTable(weights)};
}

void draw_organisations(PersonId employee, const Side& side, rng::Stream& stream, Pairs& pairs) {
  const std::uint32_t wanted = 1 + stream.below(kMostRelationships);
  const std::size_t start = pairs.size();
  for (std::uint32_t i = 0; i < wanted * kTriesPerRelationship; ++i) {
    const OrganisationId id{side.first + side.size.draw(stream)};
    const auto own = std::span(pairs).subspan(start);
    const bool is_known = std::ranges::any_of(own, [&](const auto& p) { return p.second == id; });
    if (!is_known) pairs.emplace_back(value(employee), id);
    if (pairs.size() - start == wanted) return;
  }
}

// An organisation that nobody chose goes to one of those who face its kind, or to the chief
// executive where nobody does.
void own_the_rest(const Side& side, rng::Key key, const std::vector<bool>& owned, Pairs& pairs) {
  rng::Stream stream(key);
  for (std::uint32_t i = side.first; i < side.first + side.count; ++i) {
    if (owned[i]) continue;
    const PersonId owner = side.facing.empty() ? PersonId{0} : stream.pick(std::span(side.facing));
    pairs.emplace_back(value(owner), OrganisationId{i});
  }
}

}  // namespace

void add_relationships(const DepartmentRules& rules, Roster& roster) {
  Side clients = side_of(1, roster.spec.clients);
  Side vendors = side_of(1 + roster.spec.clients, roster.spec.vendors);
  Pairs pairs;
  for (const PersonId id : roster.everyone) {
    const Person& person = roster.people[value(id)];
    const DepartmentRule& rule = rules.departments[value(person.department)];
    rng::Stream stream(roster.key / "relationships" / value(id));
    Side& side = rule.counterpart == OrganisationKind::client ? clients : vendors;
    if (!stream.chance(rule.outside_percent, 100) || side.count == 0) continue;
    side.facing.push_back(id);
    draw_organisations(id, side, stream, pairs);
  }
  std::vector<bool> owned(roster.organisations.size());
  for (const auto& [employee, organisation] : pairs) owned[value(organisation)] = true;
  own_the_rest(clients, roster.key / "client owners", owned, pairs);
  own_the_rest(vendors, roster.key / "vendor owners", owned, pairs);

  std::vector<std::pair<std::uint32_t, PersonId>> owners;
  owners.reserve(pairs.size());
  for (const auto& [employee, organisation] : pairs) {
    owners.emplace_back(value(organisation), PersonId{employee});
  }
  roster.relationships = Grouped<OrganisationId>(roster.everyone.size(), pairs);
  roster.owners = Grouped<PersonId>(roster.organisations.size(), owners);
}

}  // namespace haymaker::people
