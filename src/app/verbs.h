#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>

#include "app/bench.h"
#include "app/generate.h"
#include "app/serve.h"
#include "app/spec_argument.h"

namespace haymaker::app {

// What a command line says. Each verb reads the fields that it needs.
struct Arguments {
  GenerateOptions generate;
  SpecArgument spec;
  std::uint64_t index = 0;
  std::string file;
  std::string out;
  std::string truth;
  unsigned threads = 0;
  std::uint64_t sample = 10'000;
  bool json = false;
  BenchOptions bench;
  ServeOptions serve;
  std::string shell;
  int exit_code = 0;  // Of the verb that ran.
};

// Declares every verb with its options, help and examples. Parsing `app` then runs the verb that it
// finds and leaves its exit code in `arguments`, which outlives `app`.
//
// The type names of options say what a shell can complete: SPEC, DIR, FILE, or {a,b,c}.
void declare_verbs(CLI::App& app, Arguments& arguments);

}  // namespace haymaker::app
