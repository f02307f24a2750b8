#pragma once

#include <vector>

#include "people/department_rules.h"
#include "people/hierarchy.h"
#include "people/roster.h"

namespace haymaker::people {

// Adds a team for each employee with reports, sets the teams of all employees and their seats at
// home. The roster has its employees, departments and room for seats.
void add_teams(const std::vector<Post>& posts, const DepartmentRules& rules, Roster& roster);

}  // namespace haymaker::people
