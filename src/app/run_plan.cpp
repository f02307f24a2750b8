#include "app/run_plan.h"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

#include "job/recipe.h"

namespace haymaker::app {

namespace {

namespace fs = std::filesystem;

// Of the run that was begun in `out`, whatever it makes: a place that is not for this run is
// refused later, by its recipe.
std::optional<std::uint64_t> seed_in(const std::string& out) {
  std::ifstream file(fs::path(out) / job::kRecipeFile, std::ios::binary);
  if (!file) return std::nullopt;
  const auto recipe = job::parse_recipe(std::string(std::istreambuf_iterator<char>(file), {}));
  if (!recipe) return std::nullopt;
  const auto spec = corpus::parse_spec(recipe->spec);
  if (!spec) return std::nullopt;
  return spec->seed;
}

bool lies_in(const std::string& inner, const std::string& outer) {
  const fs::path in = fs::weakly_canonical(inner);
  const fs::path out = fs::weakly_canonical(outer);
  return std::ranges::mismatch(out, in).in1 == out.end();
}

std::expected<void, Error> check_places(const GenerateOptions& options, const std::string& out) {
  if (options.truth.empty() || out == "null:" || !lies_in(options.truth, out)) return {};
  return std::unexpected(Error{
      ErrorCode::bad_input,
      "lies within " + out + ", where the system under test reads; choose a directory outside",
      "--truth"});
}

std::string shell_word(const std::string& word) {
  constexpr std::string_view kPlain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789%+,-./:=@_";
  if (!word.empty() && word.find_first_not_of(kPlain) == std::string::npos) return word;
  std::string out = "'";
  for (const char c : word) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + "'";
}

}  // namespace

std::expected<RunPlan, Errors> plan_run(const GenerateOptions& options, std::uint64_t random_seed) {
  RunPlan plan;
  plan.out =
      !options.out.empty() ? options.out : "out/" + fs::path(options.spec.name).stem().string();
  auto spec = load_spec(options.spec, seed_in(plan.out).value_or(random_seed));
  if (!spec) return std::unexpected(std::move(spec.error()));
  plan.spec = std::move(*spec);
  const auto package = sink::parse_package(options.package);
  const auto compression = sink::parse_compression(options.compress);
  if (!package) return std::unexpected(Errors{package.error()});
  if (!compression) return std::unexpected(Errors{compression.error()});
  plan.packaging = {*package, *compression};
  const std::uint64_t rest = options.first < plan.spec.count ? plan.spec.count - options.first : 0;
  plan.range = {options.first, options.limit.value_or(rest)};
  for (const auto& fits : {sink::check(plan.packaging),
                           job::check_range(plan.spec.count, job::kDefaultPartMessages, plan.range),
                           check_places(options, plan.out)}) {
    if (!fits) return std::unexpected(Errors{fits.error()});
  }
  return plan;
}

std::string repeat_command(const GenerateOptions& options, const RunPlan& plan) {
  std::string command =
      fmt::format("haymaker generate {} --count {} --seed {} --package {}",
                  shell_word(options.spec.name), plan.spec.count, plan.spec.seed, options.package);
  if (options.compress != "none") command += " --compress " + options.compress;
  if (plan.range.count < plan.spec.count)
    command += fmt::format(" --first {} --limit {}", plan.range.first, plan.range.count);
  command += " --out " + shell_word(plan.out);
  if (!options.truth.empty()) command += " --truth " + shell_word(options.truth);
  return command;
}

}  // namespace haymaker::app
