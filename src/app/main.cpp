#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <exception>

#include "app/bench.h"
#include "app/generate.h"
#include "app/inspection.h"
#include "app/verification.h"

namespace {

constexpr const char* kAbout =
    "Makes realistic, synthetic e-mail of a fictional company, exactly and repeatably.\n\n"
    "Examples:\n"
    "  haymaker generate smoke --out out/smoke          a thousand messages as files\n"
    "  haymaker generate million --package tar --compress zstd\n"
    "  haymaker preview realistic 17                    one message, on standard output\n";

constexpr int kWrongUse = 2;

void add_spec(CLI::App& command, haymaker::app::SpecArgument& spec) {
  command.add_option("spec", spec.name, "A preset (see `haymaker presets`) or a JSON file")
      ->required();
  command.add_option("--count", spec.count, "How many messages, in place of the spec's number");
  command.add_option("--seed", spec.seed, "The seed: equal seeds give equal corpora");
}

void add_generate(CLI::App& app, haymaker::app::GenerateOptions& options, int& exit_code) {
  CLI::App* const command = app.add_subcommand("generate", "Make a corpus");
  add_spec(*command, options.spec);
  command->add_option("--out", options.out,
                      "A directory, or null: to count and discard; default out/<spec>");
  command->add_option("--truth", options.truth, "The directory for the sealed answer key");
  command->add_option("--package", options.package, "objects, tar, zip or mbox")
      ->capture_default_str();
  command->add_option("--compress", options.compress, "none, zstd or gzip")->capture_default_str();
  command->add_option("--threads", options.threads, "0: one for each core")->capture_default_str();
  command->add_option("--first", options.first, "A shard: its first message")
      ->capture_default_str();
  command->add_option("--limit", options.limit, "A shard: how many messages");
  command->add_flag("--json", options.json, "Progress and result as JSON lines");
  command->callback([&] { exit_code = haymaker::app::generate(options); });
}

int run(int argc, char** argv) {
  CLI::App app(kAbout, "haymaker");
  app.require_subcommand(1);
  app.set_version_flag("--version", std::string(haymaker::corpus::kGeneratorVersion));
  int exit_code = 0;

  haymaker::app::GenerateOptions options;
  add_generate(app, options, exit_code);

  haymaker::app::SpecArgument spec;
  std::uint64_t index = 0;
  CLI::App* const preview = app.add_subcommand("preview", "Print one message");
  add_spec(*preview, spec);
  preview->add_option("index", index, "0 is the first")->required();
  preview->callback([&] { exit_code = haymaker::app::preview(spec, index); });

  CLI::App* const truth_command =
      app.add_subcommand("truth", "Print what is planted in one message, as JSON lines");
  add_spec(*truth_command, spec);
  truth_command->add_option("index", index, "0 is the first")->required();
  truth_command->callback([&] { exit_code = haymaker::app::truth(spec, index); });

  app.add_subcommand("scenarios", "List what can be planted")->callback([&] {
    exit_code = haymaker::app::list_scenarios();
  });

  CLI::App* const estimate = app.add_subcommand("estimate", "Say how large a corpus will be");
  add_spec(*estimate, spec);
  estimate->callback([&] { exit_code = haymaker::app::estimate(spec); });

  app.add_subcommand("presets", "List the presets")->callback([&] {
    exit_code = haymaker::app::list_presets();
  });

  std::string file;
  CLI::App* const spec_command = app.add_subcommand("spec", "Work with spec files");
  spec_command->require_subcommand(1);
  CLI::App* const check =
      spec_command->add_subcommand("check", "Check a file and print the whole spec");
  check->add_option("file", file, "A JSON file or a preset")->required();
  check->callback([&] { exit_code = haymaker::app::check_spec(file); });

  std::string out;
  std::string truth;
  unsigned threads = 0;
  bool json = false;
  CLI::App* const verify =
      app.add_subcommand("verify", "Re-read a corpus and check all that it claims");
  verify->add_option("out", out, "The directory of the corpus")->required();
  verify->add_option("--truth", truth, "The directory of its answer key");
  verify->add_option("--threads", threads, "0: one for each core")->capture_default_str();
  verify->add_flag("--json", json, "The result as JSON");
  verify->callback([&] { exit_code = haymaker::app::verify(out, truth, threads, json); });

  std::uint64_t sample = 10'000;
  CLI::App* const inspect =
      app.add_subcommand("inspect", "Measure the diversity of a corpus, against goals");
  inspect->add_option("out", out, "The directory of the corpus")->required();
  inspect->add_option("--messages", sample, "How many messages to measure at most")
      ->capture_default_str();
  inspect->add_flag("--json", json, "The metrics as JSON");
  inspect->callback([&] { exit_code = haymaker::app::inspect(out, sample, json); });

  std::string json_file;
  CLI::App* const bench =
      app.add_subcommand("bench", "Measure the engine on this machine, in ratios");
  bench->add_option("--json", json_file, "Also write the table to this file");
  bench->callback([&] { exit_code = haymaker::app::bench(json_file); });

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : kWrongUse;
  }
  return exit_code;
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
