#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "people/department_rules.h"
#include "people/site_rules.h"
#include "rng/key.h"

namespace haymaker::people {

// Parts of `total` in proportion to the weights, by the method of largest remainders; they add up
// to `total` exactly. At least one weight is positive.
std::vector<std::uint32_t> apportion(std::uint32_t total, std::span<const std::uint32_t> weights);

// As many of `total` as `room` has place for: in proportion to the weights where there is room, and
// the rest wherever there is most room left. `room` loses what is given.
std::vector<std::uint32_t> apportion_within(std::uint32_t total,
                                            std::span<const std::uint32_t> weights,
                                            std::span<std::uint32_t> room);

// How many people each department has at each site.
struct Headcount {
  std::vector<std::uint32_t> by_site;
  std::uint32_t main_site = 0;         // The largest, where the executives sit.
  std::vector<bool> division_is_led;   // Has an executive of its own.
  std::uint32_t executive_office = 0;  // Its people: chief executive, executives, assistants.
  std::uint32_t executive_assistants = 0;
  // [department][site]; the executive office, department 0, is at the main site.
  std::vector<std::vector<std::uint32_t>> by_department;
};

// Adds up to `employees` exactly, and by site to the shares of the sites exactly.
Headcount plan_headcount(const DepartmentRules& rules, std::span<const SiteRule> sites,
                         std::uint32_t employees, rng::Key key);

}  // namespace haymaker::people
