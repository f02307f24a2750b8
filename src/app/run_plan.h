#pragma once

#include <expected>
#include <string>

#include "app/generate.h"
#include "corpus/corpus.h"
#include "job/part_grid.h"
#include "sink/package.h"

namespace haymaker::app {

// What a run is to do, settled before anything is made.
struct RunPlan {
  corpus::Spec spec;
  sink::Packaging packaging;
  std::string out;
  job::Range range;
};

// Reads the spec, chooses what was left open and checks what is independent of the disk. A run
// without a seed takes that of the run that was begun in the same place, so that the same command
// goes on with it; else it takes `random_seed`.
std::expected<RunPlan, Errors> plan_run(const GenerateOptions& options, std::uint64_t random_seed);

// The command that makes the corpus of `plan` again, byte for byte, and goes on with it where it is
// unfinished. Safe to paste into a shell.
std::string repeat_command(const GenerateOptions& options, const RunPlan& plan);

}  // namespace haymaker::app
