#pragma once

namespace haymaker::app {

// From here on the first SIGINT or SIGTERM is a wish for a clean stop, which whoever loops looks
// for by interrupted(); a second one ends the process as usual. A write beyond the limit for a file
// (ulimit -f) fails as other writes do and no longer ends the process.
void take_signals();
bool interrupted();

}  // namespace haymaker::app
