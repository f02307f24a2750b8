#pragma once

#include <string>

namespace haymaker::app {

// Measures the engine against this machine: every figure is a ratio of two things that ran in this
// one run. Prints the table and, with a file name, writes it as JSON. Returns the exit code.
int bench(const std::string& json_file);

}  // namespace haymaker::app
