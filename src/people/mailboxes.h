#pragma once

#include "people/department_rules.h"
#include "people/roster.h"

namespace haymaker::people {

// Adds the shared mailboxes of the departments, then the distribution lists: of all staff, of each
// department, site, team, topic of several teams and project. The roster has its employees, teams
// and projects.
void add_shared_mailboxes(const DepartmentRules& rules, Roster& roster);
void add_distribution_lists(Roster& roster);

}  // namespace haymaker::people
