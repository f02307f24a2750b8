#include "people/headcount.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "rng/stream.h"

namespace haymaker::people {

namespace {

constexpr std::uint32_t kFewestInDepartment = 8;  // On average; a small company has few of them.
constexpr std::uint32_t kFewestWithAssistants = 200;  // Employees of a company that has assistants.
constexpr std::uint32_t kMostSitesOfDepartment = 9;
constexpr std::uint32_t kFewestAtSite = 6;  // Of one department, on average.

// How many departments of the same function are larger.
std::size_t rank_in_function(const DepartmentRules& rules, const DepartmentRule& department) {
  return static_cast<std::size_t>(std::ranges::count_if(rules.departments, [&](const auto& other) {
    return other.function == department.function && other.share > department.share;
  }));
}

// The shares of as many departments as the company is large enough for; those of the others are
// zero. The largest of each function come first, so that a small company has something of each.
std::vector<std::uint32_t> department_weights(const DepartmentRules& rules,
                                              std::uint32_t employees) {
  std::vector<std::pair<std::size_t, std::uint32_t>> order;  // Rank, department.
  for (std::uint32_t i = 1; i < rules.departments.size(); ++i) {
    order.emplace_back(rank_in_function(rules, rules.departments[i]), i);
  }
  std::ranges::sort(order, [&](const auto& a, const auto& b) {
    const auto key = [&](const auto& entry) {
      return std::tuple(entry.first, ~rules.departments[entry.second].share, entry.second);
    };
    return key(a) < key(b);
  });
  const std::size_t count =
      std::clamp<std::size_t>(employees / kFewestInDepartment, 2, order.size());
  std::vector<std::uint32_t> weights(rules.departments.size());
  for (const auto& [rank, i] : std::span(order).first(count)) {
    weights[i] = rules.departments[i].share;
  }
  return weights;
}

// A division with one department needs nobody between its head and the chief executive.
void plan_executives(const DepartmentRules& rules, std::span<const std::uint32_t> weights,
                     std::uint32_t employees, Headcount& plan) {
  std::vector<std::uint32_t> departments(rules.divisions.size());
  for (std::size_t i = 1; i < weights.size(); ++i) {
    if (weights[i] != 0) ++departments[rules.departments[i].division];
  }
  std::uint32_t executives = 1;
  for (const std::uint32_t count : departments) {
    plan.division_is_led.push_back(count > 1);
    executives += count > 1 ? 1U : 0U;
  }
  plan.executive_assistants = employees < kFewestWithAssistants ? 0 : executives;
  plan.executive_office = executives + plan.executive_assistants;
}

// How much a department is drawn to a site: front offices away from where operations gather.
std::uint32_t attraction(Place place, const SiteRule& site, std::uint32_t room,
                         rng::Stream& stream) {
  const std::uint32_t whim = 70 + stream.below(61);
  const std::uint32_t percent = place == Place::front  ? 10'000 / site.back_percent
                                : place == Place::back ? site.back_percent
                                                       : 100;
  return static_cast<std::uint32_t>(std::uint64_t{room} * whim * percent / 1000);
}

// Leaves the greatest weights, as many as a department of that size has sites.
void keep_strongest(std::vector<std::uint32_t>& weights, std::uint32_t people) {
  const std::uint32_t sites =
      std::clamp<std::uint32_t>(people / kFewestAtSite, 1, kMostSitesOfDepartment);
  if (sites >= weights.size()) return;
  std::vector<std::uint32_t> sorted = weights;
  std::ranges::sort(sorted, std::ranges::greater());
  for (std::uint32_t& weight : weights) {
    if (weight < sorted[sites - 1]) weight = 0;
  }
}

}  // namespace

std::vector<std::uint32_t> apportion(std::uint32_t total, std::span<const std::uint32_t> weights) {
  const std::uint64_t sum = std::accumulate(weights.begin(), weights.end(), std::uint64_t{0});
  std::vector<std::uint32_t> parts(weights.size());
  std::vector<std::uint32_t> order;
  order.reserve(weights.size());
  std::uint32_t left = total;
  for (std::uint32_t i = 0; i < weights.size(); ++i) {
    order.push_back(i);
    parts[i] = static_cast<std::uint32_t>(std::uint64_t{total} * weights[i] / sum);
    left -= parts[i];
  }
  // The largest remainder first, and of equal ones the first.
  std::ranges::sort(order, {}, [&](std::uint32_t i) {
    return std::pair(sum - std::uint64_t{total} * weights[i] % sum, i);
  });
  for (std::uint32_t i = 0; i < left; ++i) ++parts[order[i]];
  return parts;
}

std::vector<std::uint32_t> apportion_within(std::uint32_t total,
                                            std::span<const std::uint32_t> weights,
                                            std::span<std::uint32_t> room) {
  std::vector<std::uint32_t> parts(weights.size());
  if (std::ranges::any_of(weights, [](std::uint32_t weight) { return weight > 0; })) {
    parts = apportion(total, weights);
  }
  std::uint32_t left = total;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    parts[i] = std::min(parts[i], room[i]);
    room[i] -= parts[i];
    left -= parts[i];
  }
  while (left > 0) {
    const auto widest = std::ranges::max_element(room);
    if (*widest == 0) break;
    const std::uint32_t given = std::min(left, *widest);
    parts[static_cast<std::size_t>(widest - room.begin())] += given;
    *widest -= given;
    left -= given;
  }
  return parts;
}

Headcount plan_headcount(const DepartmentRules& rules, std::span<const SiteRule> sites,
                         std::uint32_t employees, rng::Key key) {
  Headcount plan;
  plan.by_site = apportion(employees, shares_of(sites));
  plan.main_site =
      static_cast<std::uint32_t>(std::ranges::max_element(plan.by_site) - plan.by_site.begin());
  const std::vector<std::uint32_t> weights = department_weights(rules, employees);
  plan_executives(rules, weights, employees, plan);

  const std::vector<std::uint32_t> totals = apportion(employees - plan.executive_office, weights);
  std::vector<std::uint32_t> room = plan.by_site;
  plan.by_department.assign(totals.size(), std::vector<std::uint32_t>(sites.size()));
  // The executives who find no room at the main site sit where there is most.
  std::vector<std::uint32_t> main_only(sites.size());
  main_only[plan.main_site] = 1;
  plan.by_department[0] = apportion_within(plan.executive_office, main_only, room);

  rng::Stream stream(key / "headcount");
  for (const Place place : {Place::front, Place::every, Place::back}) {
    for (std::size_t i = 1; i < totals.size(); ++i) {
      if (rules.departments[i].place != place || totals[i] == 0) continue;
      std::vector<std::uint32_t> attractions;
      attractions.reserve(sites.size());
      for (std::size_t site = 0; site < sites.size(); ++site) {
        attractions.push_back(attraction(place, sites[site], room[site], stream));
      }
      keep_strongest(attractions, totals[i]);
      plan.by_department[i] = apportion_within(totals[i], attractions, room);
    }
  }
  return plan;
}

}  // namespace haymaker::people
