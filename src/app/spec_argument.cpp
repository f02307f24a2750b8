#include "app/spec_argument.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace haymaker::app {

namespace {

// A spec is a page of text; more is something else.
constexpr std::uintmax_t kLargestSpec = 1 << 20;
// Mistakes beyond these would push the first ones off the screen.
constexpr std::size_t kMostShown = 20;

std::expected<std::string, Error> read_file(const std::string& path) {
  std::error_code code;
  const std::uintmax_t size = std::filesystem::file_size(path, code);
  if (!code && size > kLargestSpec) {
    return std::unexpected(
        Error{ErrorCode::bad_input, "is larger than a spec can be (1 MiB)", path});
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::unexpected(Error{ErrorCode::denied, "cannot be read", path});
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// The mistakes of a file, which their paths then begin with.
Errors within(const std::string& file, Errors errors) {
  for (Error& error : errors) error.where = file + ": " + error.where;
  return errors;
}

}  // namespace

std::expected<corpus::Spec, Errors> load_spec(const SpecArgument& argument,
                                              std::uint64_t chosen_seed) {
  corpus::Spec spec;
  if (std::filesystem::is_regular_file(argument.name)) {
    const auto text = read_file(argument.name);
    if (!text) return std::unexpected(Errors{text.error()});
    corpus::Spec defaults;
    defaults.seed = chosen_seed;
    auto parsed = corpus::parse_spec(*text, defaults);
    if (!parsed) return std::unexpected(within(argument.name, std::move(parsed.error())));
    spec = std::move(*parsed);
  } else {
    auto preset = corpus::preset(argument.name);
    if (!preset) return std::unexpected(Errors{preset.error()});
    spec =
        argument.count && *argument.count > 0 ? corpus::resized(*preset, *argument.count) : *preset;
    spec.seed = chosen_seed;
  }
  if (argument.count) spec.count = *argument.count;
  if (argument.seed) spec.seed = *argument.seed;
  // The options pass the same checks as the file.
  return corpus::parse_spec(corpus::to_json(spec));
}

std::expected<corpus::Corpus, Errors> load_corpus(const SpecArgument& argument) {
  const auto spec = load_spec(argument, 1);
  if (!spec) return std::unexpected(spec.error());
  auto corpus = corpus::Corpus::compile(*spec);
  if (!corpus && std::filesystem::is_regular_file(argument.name))
    return std::unexpected(within(argument.name, std::move(corpus.error())));
  return corpus;
}

int report(const Errors& errors) {
  const std::size_t shown = std::min(errors.size(), kMostShown);
  for (std::size_t i = 0; i < shown; ++i)
    fmt::print(stderr, "haymaker: {}\n", to_string(errors[i]));
  if (shown < errors.size()) fmt::print(stderr, "haymaker: and {} more\n", errors.size() - shown);
  return 1;
}

int report(const Error& error) { return report(Errors{error}); }

int report_wrong_use(const Errors& errors) {
  report(errors);
  return kWrongUse;
}

}  // namespace haymaker::app
