#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>

#include "app/verbs.h"

namespace {

int run(int argc, char** argv) {
  using namespace haymaker;
  app::Arguments arguments;
  CLI::App command_line("", "haymaker");
  app::declare_verbs(command_line, arguments);
  try {
    command_line.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return command_line.exit(error) == 0 ? 0 : app::kWrongUse;
  }
  // What could not be printed was not done: the disk behind the standard output may be full.
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
    fmt::print(stderr, "haymaker: the standard output cannot be written\n");
    return 1;
  }
  return arguments.exit_code;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    fmt::print(stderr, "haymaker: {}\n", error.what());
    return 1;
  }
}
