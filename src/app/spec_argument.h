#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>

#include "base/error.h"
#include "corpus/corpus.h"

namespace haymaker::app {

inline constexpr int kWrongUse = 2;  // The exit code where what was asked makes no sense.

// What names a corpus on the command line: a preset or a JSON file, and the options that change it.
struct SpecArgument {
  std::string name;
  std::optional<std::uint64_t> count;
  std::optional<std::uint64_t> seed;
};

// The spec that the argument means. A preset without a seed gets `chosen_seed`.
std::expected<corpus::Spec, Errors> load_spec(const SpecArgument& argument,
                                              std::uint64_t chosen_seed);

// Both steps at once, for commands that only look.
std::expected<corpus::Corpus, Errors> load_corpus(const SpecArgument& argument);

// Each mistake on a line of its own, on standard error; returns the exit code 1.
int report(const Errors& errors);
int report(const Error& error);
// The same for a command line or a spec that makes no sense; returns the exit code 2.
int report_wrong_use(const Errors& errors);

}  // namespace haymaker::app
