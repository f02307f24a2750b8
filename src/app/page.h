#pragma once

#include <span>

#include "base/embedded.h"

namespace haymaker::app {

// The page as it was built into the program from web/dist; empty where it was built without one.
std::span<const EmbeddedFile> page_files() noexcept;

}  // namespace haymaker::app
