#pragma once

#include <cstdint>
#include <string>

#include "app/spec_argument.h"

namespace haymaker::app {

// Commands that look and write nothing. Each prints to standard output and returns the exit code.
int preview(const SpecArgument& spec, std::uint64_t index);  // The bytes of one .eml.
int truth(const SpecArgument& spec, std::uint64_t index);    // Its labels, one a line.
int list_presets();
int list_scenarios();
int check_spec(const std::string& file);
// Messages, bytes, files and seconds of a run, from a sample of its messages.
int estimate(const SpecArgument& spec);

}  // namespace haymaker::app
