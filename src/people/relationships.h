#pragma once

#include "people/department_rules.h"
#include "people/roster.h"

namespace haymaker::people {

// Gives those employees who face outside 1 to 6 clients or vendors each, large ones to more of
// them, and everybody's organisations an owner. The roster has its organisations.
void add_relationships(const DepartmentRules& rules, Roster& roster);

}  // namespace haymaker::people
