#include "app/verbs.h"

#include <filesystem>
#include <vector>

#include "app/bench.h"
#include "app/completion.h"
#include "app/inspection.h"
#include "app/verification.h"

namespace haymaker::app {

namespace {

constexpr const char* kExitCodes =
    "Exit codes: 0 done; 1 failed or stopped; 2 the command line or the spec makes no sense.";
constexpr unsigned kMostThreads = 1'024;
constexpr unsigned kMostJobs = 64;

// A verb, whose help ends in examples and the exit codes.
CLI::App& add_verb(CLI::App& app, const std::string& name, const std::string& about,
                   const std::string& examples) {
  CLI::App* const verb = app.add_subcommand(name, about);
  verb->footer("Examples:\n" + examples + "\n" + kExitCodes);
  return *verb;
}

std::string known_spec(const std::string& name) {
  if (std::filesystem::is_regular_file(name)) return "";
  const auto preset = corpus::preset(name);
  return preset ? "" : to_string(preset.error());
}

CLI::Option* add_spec_name(CLI::App& verb, std::string& name) {
  return verb.add_option("spec", name, "A preset (see `haymaker presets`) or a JSON file")
      ->type_name("SPEC")
      ->check(CLI::Validator(known_spec, ""))
      ->required();
}

void add_spec(CLI::App& verb, SpecArgument& spec) {
  add_spec_name(verb, spec.name);
  verb.add_option("--count", spec.count,
                  "How many messages; what a preset plants keeps its share of them");
  verb.add_option("--seed", spec.seed, "The seed: equal seeds give equal corpora");
}

void add_threads(CLI::App& verb, unsigned& threads) {
  verb.add_option("--threads", threads, "0: one for each core")
      ->check(CLI::Range(0U, kMostThreads).description(""))
      ->capture_default_str();
}

// An option or a place that takes one of a few words.
CLI::Option* add_choice(CLI::App& verb, const std::string& name, std::string& word,
                        const std::vector<std::string>& words, const std::string& about) {
  return verb.add_option(name, word, about)
      ->check(CLI::IsMember(words).description(""))
      ->type_name(CLI::detail::generate_set(words));
}

void declare_generate(CLI::App& app, Arguments& arguments) {
  GenerateOptions& options = arguments.generate;
  CLI::App& verb = add_verb(
      app, "generate", "Make a corpus, or go on with one that was stopped",
      "  haymaker generate smoke                      1,000 files in out/smoke, a seed is chosen\n"
      "  haymaker generate realistic --seed 7 --count 20000 --out out/r --truth out/r-truth\n"
      "  haymaker generate million --package tar --compress zstd --out out/m\n"
      "  haymaker generate spec.json --out null: --json     count and discard, as JSON lines\n"
      "  haymaker generate million --seed 7 --first 0 --limit 500000 --out out/m   half of it\n");
  add_spec(verb, options.spec);
  verb.add_option("--out", options.out,
                  "A directory, or null: to count and discard; default out/<spec>")
      ->type_name("DIR");
  verb.add_option("--truth", options.truth, "A directory of its own for the sealed answer key")
      ->type_name("DIR");
  add_choice(verb, "--package", options.package, {"objects", "tar", "zip", "mbox"},
             "How messages are put together")
      ->capture_default_str();
  add_choice(verb, "--compress", options.compress, {"none", "zstd", "gzip"},
             "How a package is compressed")
      ->capture_default_str();
  add_threads(verb, options.threads);
  verb.add_option("--first", options.first, "A shard: its first message")->capture_default_str();
  verb.add_option("--limit", options.limit, "A shard: how many messages");
  verb.add_flag("--json", options.json,
                "Progress as JSON lines; the last one has the totals, digest and seed");
  verb.callback([&] { arguments.exit_code = generate(arguments.generate); });
}

void declare_serve(CLI::App& app, Arguments& arguments) {
  ServeOptions& options = arguments.serve;
  CLI::App& verb =
      add_verb(app, "serve", "Serve the page and the API, and run jobs",
               "  haymaker serve                               http://127.0.0.1:8080/, for this "
               "machine alone\n"
               "  haymaker serve --port 0 --data out/jobs      on a port that the system chooses\n"
               "  haymaker serve --host 0.0.0.0 --token-file tokens.txt     for others, who need "
               "the token\n");
  verb.add_option("--host", options.host,
                  "The address to listen on; beyond this machine, requests need a token")
      ->capture_default_str();
  verb.add_option("--port", options.port, "0: the system chooses")->capture_default_str();
  verb.add_option("--data", options.data, "Where jobs are kept")
      ->type_name("DIR")
      ->capture_default_str();
  verb.add_option("--token-file", options.token_file,
                  "The tokens of users and of the answer key; made if there is no such file")
      ->type_name("FILE");
  add_threads(verb, options.threads);
  verb.add_option("--jobs", options.jobs, "How many jobs run at a time; the others wait")
      ->check(CLI::Range(1U, kMostJobs).description(""))
      ->capture_default_str();
  verb.callback([&] { arguments.exit_code = serve(arguments.serve); });
}

void declare_looks(CLI::App& app, Arguments& arguments) {
  CLI::App& show = add_verb(app, "preview", "Print one message, byte for byte",
                            "  haymaker preview realistic 17\n"
                            "  haymaker preview spec.json 0 --seed 7 > message.eml\n");
  add_spec(show, arguments.spec);
  show.add_option("index", arguments.index, "0 is the first")->required();
  show.callback([&] { arguments.exit_code = preview(arguments.spec, arguments.index); });

  CLI::App& labels =
      add_verb(app, "truth", "Print what is planted in one message, as JSON lines",
               "  haymaker truth smoke 17 --seed 7        prints nothing if nothing is planted\n");
  add_spec(labels, arguments.spec);
  labels.add_option("index", arguments.index, "0 is the first")->required();
  labels.callback([&] { arguments.exit_code = truth(arguments.spec, arguments.index); });

  CLI::App& size = add_verb(app, "estimate", "Say how large a corpus will be and how long it takes",
                            "  haymaker estimate million\n"
                            "  haymaker estimate realistic --count 5000000\n");
  add_spec(size, arguments.spec);
  size.callback([&] { arguments.exit_code = estimate(arguments.spec); });
}

void declare_lists(CLI::App& app, Arguments& arguments) {
  add_verb(app, "presets", "List what can be made without writing a spec", "  haymaker presets\n")
      .callback([&] { arguments.exit_code = list_presets(); });
  add_verb(app, "scenarios", "List what can be planted", "  haymaker scenarios\n").callback([&] {
    arguments.exit_code = list_scenarios();
  });
  CLI::App& spec =
      add_verb(app, "spec", "Work with spec files", "  haymaker spec check my-company.json\n");
  spec.require_subcommand(1);
  CLI::App& check =
      add_verb(spec, "check", "Report every mistake of a spec, or print it with all its fields",
               "  haymaker spec check my-company.json\n"
               "  haymaker spec check smoke > mine.json     a preset to begin with\n");
  add_spec_name(check, arguments.file);
  check.callback([&] { arguments.exit_code = check_spec(arguments.file); });
}

void declare_audits(CLI::App& app, Arguments& arguments) {
  CLI::App& whole = add_verb(app, "verify", "Re-read a corpus and check all that it claims",
                             "  haymaker verify out/m\n"
                             "  haymaker verify out/m --truth out/m-truth --json\n");
  whole.add_option("out", arguments.out, "The directory of the corpus")
      ->type_name("DIR")
      ->required();
  whole.add_option("--truth", arguments.truth, "The directory of its answer key")->type_name("DIR");
  add_threads(whole, arguments.threads);
  whole.add_flag("--json", arguments.json, "The result as one JSON object");
  whole.callback([&] {
    arguments.exit_code = verify(arguments.out, arguments.truth, arguments.threads, arguments.json);
  });

  CLI::App& look = add_verb(app, "inspect", "Measure the diversity of a corpus, against goals",
                            "  haymaker inspect out/m\n"
                            "  haymaker inspect out/m --messages 50000 --json\n");
  look.add_option("out", arguments.out, "The directory of the corpus")
      ->type_name("DIR")
      ->required();
  look.add_option("--messages", arguments.sample, "How many messages to measure at most")
      ->capture_default_str();
  look.add_flag("--json", arguments.json, "The metrics as JSON");
  look.callback(
      [&] { arguments.exit_code = inspect(arguments.out, arguments.sample, arguments.json); });
}

void declare_tools(CLI::App& app, Arguments& arguments) {
  CLI::App& measure =
      add_verb(app, "bench", "Measure the engine on this machine, in ratios within one run",
               "  haymaker bench\n"
               "  haymaker bench --json bench.json\n"
               "  haymaker bench --long                     up to 10,000,000 messages\n");
  BenchOptions& options = arguments.bench;
  measure.add_option("--json", options.json_file, "Also write the table to this file")
      ->type_name("FILE");
  measure.add_flag("--long", options.long_run, "The memory of 10,000,000 messages, too");
  measure
      .add_option("--peer", options.peer,
                  "A Python program that makes mail, run by $HAYMAKER_PYTHON or python3")
      ->type_name("FILE")
      ->capture_default_str();
  measure.callback([&] { arguments.exit_code = bench(arguments.bench); });

  CLI::App& script =
      add_verb(app, "completion", "Print the script that completes command lines in a shell",
               "  source <(haymaker completion bash)        # in ~/.bashrc\n"
               "  source <(haymaker completion zsh)         # in ~/.zshrc, after compinit\n"
               "  haymaker completion fish > ~/.config/fish/completions/haymaker.fish\n");
  add_choice(script, "shell", arguments.shell, {"bash", "zsh", "fish"}, "Which shell")->required();
  script.callback([&] { arguments.exit_code = complete_for(app, arguments.shell); });
}

}  // namespace

void declare_verbs(CLI::App& app, Arguments& arguments) {
  app.description(
      "Makes realistic, synthetic e-mail of a fictional company, exactly and repeatably.");
  app.footer(
      std::string("Examples:\n"
                  "  haymaker generate smoke --out out/smoke      a thousand messages as files\n"
                  "  haymaker generate million --package tar --compress zstd\n"
                  "  haymaker preview realistic 17                one message\n"
                  "  haymaker VERB --help                         the options of a verb\n\n") +
      kExitCodes);
  app.require_subcommand(1);
  app.set_version_flag("--version", std::string(corpus::kGeneratorVersion));
  declare_generate(app, arguments);
  declare_serve(app, arguments);
  declare_audits(app, arguments);
  declare_looks(app, arguments);
  declare_lists(app, arguments);
  declare_tools(app, arguments);
}

}  // namespace haymaker::app
