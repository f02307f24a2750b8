// Stands in for the page in a program that is built without one.

#include "app/page.h"

namespace haymaker::app {

std::span<const EmbeddedFile> page_files() noexcept { return {}; }

}  // namespace haymaker::app
