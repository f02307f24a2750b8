#pragma once

#include "people/roster.h"

namespace haymaker::people {

// Adds the programs that send notices and newsletters, and how much each sends.
void add_systems(Roster& roster);

}  // namespace haymaker::people
