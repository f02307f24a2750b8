#pragma once

#include <cstdint>
#include <vector>

#include "people/company.h"
#include "people/headcount.h"
#include "rng/key.h"

namespace haymaker::people {

inline constexpr std::uint32_t kMostReports = 12;  // Assistants included.

// An employee's place in the company, before it has a name.
struct Post {
  DepartmentId department{0};
  SiteId site{0};
  PersonId manager = kNobody;  // Nobody's only for the chief executive.
  PersonId assistant_to = kNobody;
  Seniority seniority = Seniority::professional;
  std::uint32_t reports = 0;
  std::uint32_t division = 0;  // Of an executive.
};

// Everybody's post, so that the people of a department follow each other, its head first, and a
// manager comes before those who report to the manager. Post 0 is the chief executive's.
std::vector<Post> plan_hierarchy(const DepartmentRules& rules, const Headcount& headcount,
                                 rng::Key key);

}  // namespace haymaker::people
