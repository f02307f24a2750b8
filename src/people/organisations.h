#pragma once

#include "people/naming.h"
#include "people/roster.h"

namespace haymaker::people {

// Adds the company itself as organisation 0, then the clients and vendors of the spec with their
// contacts. All names and domains differ. The roster has its sites.
void add_organisations(const NameSource& names, Roster& roster);

}  // namespace haymaker::people
