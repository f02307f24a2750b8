#pragma once

#include "people/company.h"
#include "people/person.h"
#include "rng/key.h"

namespace haymaker::people {

// How the person writes, from where the person is from, what they do, how high they stand, and what
// they write with (all of which must be set). About 55 percent of messages come to have a greeting.
Voice draw_voice(const Person& person, Function function, bool british, rng::Key key);

}  // namespace haymaker::people
