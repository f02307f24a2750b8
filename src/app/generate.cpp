#include "app/generate.h"

#include <fmt/core.h>

#include <boost/json.hpp>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <memory>
#include <string>
#include <thread>

#include "app/interruption.h"
#include "app/progress_bar.h"
#include "app/run_plan.h"
#include "app/secrets.h"
#include "job/corpus_source.h"
#include "job/key_writer.h"
#include "job/run.h"
#include "sink/store.h"

namespace haymaker::app {

namespace {

UnixSeconds now() {
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

// Of this process so far, in bytes; 0 where the system does not say.
std::uint64_t peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    std::uint64_t kibibytes = 0;
    if (word == "VmHWM:" && status >> kibibytes) return kibibytes * 1024;
  }
  return 0;
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

void print_totals(const GenerateOptions& options, const RunPlan& plan, const job::Totals& totals,
                  const job::KeyCounts& key, double seconds) {
  if (options.json) {
    const boost::json::object line{
        {"messages", totals.messages},  {"bytes", totals.bytes},
        {"seconds", seconds},           {"parts", totals.parts},
        {"seed", plan.spec.seed},       {"incidents", key.incidents},
        {"labels", key.labels},         {"digest", to_string(totals.digest)},
        {"peak_memory", peak_memory()}, {"repeat", repeat_command(options, plan)}};
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

std::expected<job::Totals, Error> run(const RunPlan& plan, const GenerateOptions& options,
                                      const corpus::Corpus& corpus, sink::Store& store) {
  const job::CorpusSource source(corpus);
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
    if (interrupted()) engine.cancel();
    if (!options.json) return bar.show(progress);
    if (const UnixSeconds at = now(); at != told) {
      told = at;
      print_progress_line(progress);
    }
  });
  bar.clear();
  return totals;
}

// What went wrong, and the way on where there is one.
int report_stop(const Error& error, const GenerateOptions& options, const RunPlan& plan) {
  const bool resumes = plan.out != "null:" && error.code != ErrorCode::exists;
  if (resumes) {
    fmt::print(stderr, "haymaker: {}\nWhat is whole stays in {}; this goes on from there:\n  {}\n",
               to_string(error), plan.out, repeat_command(options, plan));
    return 1;
  }
  return report(error);
}

}  // namespace

int generate(const GenerateOptions& options) {
  const auto plan = plan_run(options, new_seed());
  if (!plan) return report_wrong_use(plan.error());
  take_signals();
  const auto started = std::chrono::steady_clock::now();
  const auto corpus = corpus::Corpus::compile(plan->spec);
  if (!corpus) return report_wrong_use(corpus.error());
  auto store = sink::open_store(plan->out, sink::Durability::cached);
  if (!store) return report(store.error());
  std::unique_ptr<sink::Store> key_store;
  if (!options.truth.empty()) {
    auto opened = job::open_key(options.truth, corpus::spec_digest(plan->spec));
    if (!opened) return report(opened.error());
    key_store = std::move(*opened);
  }
  const auto totals = run(*plan, options, *corpus, **store);
  if (!totals) return report_stop(totals.error(), options, *plan);
  job::KeyCounts key;
  if (key_store) {
    const auto written = job::write_key(*corpus, *key_store);
    if (!written) return report_stop(written.error(), options, *plan);
    key = *written;
  }
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
  print_totals(options, *plan, *totals, key, seconds);
  return 0;
}

}  // namespace haymaker::app
