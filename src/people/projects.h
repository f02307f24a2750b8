#pragma once

#include "people/roster.h"

namespace haymaker::people {

// Adds the projects, about one for fourteen employees, each of 5 to 25 people (or of all in a
// smaller company) half from one department. The roster has its employees.
void add_projects(Roster& roster);

}  // namespace haymaker::people
