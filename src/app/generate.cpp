#include "app/generate.h"

#include <fmt/core.h>

#include <boost/json.hpp>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <random>
#include <thread>

#include "app/corpus_source.h"
#include "app/key_writer.h"
#include "app/progress_bar.h"
#include "job/run.h"
#include "sink/store.h"

namespace haymaker::app {

namespace {

volatile std::sig_atomic_t interrupted = 0;
void interrupt(int /*signal*/) { interrupted = 1; }

UnixSeconds now() {
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

struct Plan {
  corpus::Spec spec;
  sink::Packaging packaging;
  std::string out;
  job::Range range;
  bool seed_was_chosen = false;
};

std::expected<Plan, Errors> plan_run(const GenerateOptions& options) {
  Plan plan;
  const std::uint64_t chosen =
      (std::uint64_t{std::random_device{}()} << 16 ^ std::random_device{}()) & 0xFFFFFFFFFFFF;
  auto spec = load_spec(options.spec, chosen);
  if (!spec) return std::unexpected(spec.error());
  plan.spec = std::move(*spec);
  plan.seed_was_chosen = plan.spec.seed == chosen && !options.spec.seed;
  const auto package = sink::parse_package(options.package);
  const auto compression = sink::parse_compression(options.compress);
  if (!package) return std::unexpected(Errors{package.error()});
  if (!compression) return std::unexpected(Errors{compression.error()});
  plan.packaging = {*package, *compression};
  if (const auto fits = sink::check(plan.packaging); !fits)
    return std::unexpected(Errors{fits.error()});
  plan.out = !options.out.empty()
                 ? options.out
                 : "out/" + std::filesystem::path(options.spec.name).stem().string();
  const std::uint64_t rest = options.first < plan.spec.count ? plan.spec.count - options.first : 0;
  plan.range = {options.first, options.limit.value_or(rest)};
  return plan;
}

std::string repeat_command(const GenerateOptions& options, const Plan& plan) {
  std::string command =
      fmt::format("haymaker generate {} --count {} --seed {} --package {}", options.spec.name,
                  plan.spec.count, plan.spec.seed, options.package);
  if (options.compress != "none") command += " --compress " + options.compress;
  command += " --out " + plan.out;
  return options.truth.empty() ? command : command + " --truth " + options.truth;
}

void print_progress_line(const job::Progress& progress) {
  const boost::json::object line{{"messages_done", progress.messages_done},
                                 {"messages_total", progress.messages_total},
                                 {"bytes", progress.bytes},
                                 {"parts_done", progress.parts_done},
                                 {"parts_total", progress.parts_total}};
  fmt::print("{}\n", boost::json::serialize(line));
  std::fflush(stdout);
}

void print_totals(const GenerateOptions& options, const Plan& plan, const job::Totals& totals,
                  const KeyCounts& key, double seconds) {
  if (options.json) {
    const boost::json::object line{
        {"messages", totals.messages}, {"bytes", totals.bytes},
        {"seconds", seconds},          {"parts", totals.parts},
        {"seed", plan.spec.seed},      {"incidents", key.incidents},
        {"labels", key.labels},        {"digest", to_string(totals.digest)}};
    fmt::print("{}\n", boost::json::serialize(line));
    return;
  }
  fmt::print("{} messages, {:.1f} MB in {:.1f} s\n", totals.messages,
             static_cast<double>(totals.bytes) / 1e6, seconds);
  fmt::print("  mail    {}/mail\n  index   {}/index\n  digest  {}\n", plan.out, plan.out,
             to_string(totals.digest));
  if (!options.truth.empty()) {
    fmt::print("  key     {}: {} incidents, {} labels\n", options.truth, key.incidents, key.labels);
  }
  fmt::print("  repeat  {}\n", repeat_command(options, plan));
}

std::expected<job::Totals, Error> run(const Plan& plan, const GenerateOptions& options,
                                      const corpus::Corpus& corpus, sink::Store& store) {
  const CorpusSource source(corpus);
  job::Recipe recipe;
  recipe.generator = corpus::kGeneratorVersion;
  recipe.spec = corpus::to_json(plan.spec);
  recipe.spec_digest = corpus::spec_digest(plan.spec);
  recipe.messages = plan.spec.count;
  recipe.packaging = plan.packaging;
  const unsigned threads =
      options.threads > 0 ? options.threads : std::max(std::thread::hardware_concurrency(), 1U);
  auto started = job::Run::start(source, store, recipe, plan.range, {.threads = threads});
  if (!started) return std::unexpected(started.error());
  job::Run& engine = **started;
  job::StatusFile status(store, job::run_file("status", plan.spec.count, plan.range, ".txt"),
                         recipe.spec_digest.substr(0, 12), now());
  ProgressBar bar;
  UnixSeconds told = 0;
  auto totals = job::follow(engine, status, now, [&](const job::Progress& progress) {
    if (interrupted != 0) engine.cancel();
    if (!options.json) return bar.show(progress);
    if (const UnixSeconds at = now(); at != told) {
      told = at;
      print_progress_line(progress);
    }
  });
  bar.clear();
  return totals;
}

}  // namespace

int generate(const GenerateOptions& options) {
  const auto plan = plan_run(options);
  if (!plan) return report(plan.error());
  const auto started = std::chrono::steady_clock::now();
  const auto corpus = corpus::Corpus::compile(plan->spec);
  if (!corpus) return report(corpus.error());
  auto store = sink::open_store(plan->out, sink::Durability::cached);
  if (!store) return report(store.error());
  std::signal(SIGINT, interrupt);
  std::signal(SIGTERM, interrupt);
  const auto totals = run(*plan, options, *corpus, **store);
  if (!totals) {
    report(totals.error());
    if (plan->out != "null:") {
      fmt::print(stderr, "What is whole stays in {}; this goes on from there:\n  {}\n", plan->out,
                 repeat_command(options, *plan));
    }
    return 1;
  }
  std::expected<KeyCounts, Error> key;
  if (!options.truth.empty()) key = write_key(*corpus, options.truth);
  if (!key) return report(key.error());
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
  print_totals(options, *plan, *totals, *key, seconds);
  return 0;
}

}  // namespace haymaker::app
