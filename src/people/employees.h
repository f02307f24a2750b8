#pragma once

#include <vector>

#include "people/department_rules.h"
#include "people/hierarchy.h"
#include "people/naming.h"
#include "people/roster.h"

namespace haymaker::people {

// Adds the employees, one a post, with their names, habits and dates; then the departments, the
// teams and the seats. The roster has its spec, key, period, sites and room for all addresses.
void add_employees(const std::vector<Post>& posts, const DepartmentRules& rules,
                   const NameSource& names, Roster& roster);

}  // namespace haymaker::people
