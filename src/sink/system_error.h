#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace haymaker::sink {

// What the operating system refused, as an Error that names the way out. `number` is an errno value
// and `action` what was tried, as in "cannot create".
Error system_error(int number, std::string_view action, std::string where);

}  // namespace haymaker::sink
