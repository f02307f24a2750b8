#include "app/bench.h"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "app/bench_rate.h"
#include "app/bench_table.h"
#include "app/bench_yardsticks.h"
#include "app/spec_argument.h"
#include "corpus/renderer.h"
#include "job/corpus_source.h"
#include "job/run.h"
#include "sink/store.h"

namespace haymaker::app {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMessages = 4 * job::kDefaultPartMessages;  // Shared evenly by two threads.
constexpr std::uint64_t kFiles = job::kDefaultPartMessages;
constexpr int kRounds = 5;
constexpr std::uint64_t kSampledBlocks = 8;
constexpr double kMebibyte = 1 << 20;
constexpr sink::Packaging kTar{sink::Package::tar, sink::Compression::none, 1};
constexpr sink::Packaging kTarZstd{sink::Package::tar, sink::Compression::zstd, 1};
constexpr sink::Packaging kObjects{sink::Package::objects, sink::Compression::none, 1};

constexpr Goal at_least(double bound) { return {Goal::Side::at_least, bound}; }
constexpr Goal at_most(double bound) { return {Goal::Side::at_most, bound}; }

// Of plain text alone, or with the HTML and the files of the preset.
std::expected<corpus::Corpus, Errors> compile(std::uint64_t count, bool html) {
  auto spec = corpus::resized(*corpus::preset("realistic"), count);
  if (!html) spec.html = spec.attachments.share = 0;
  return corpus::Corpus::compile(spec);
}

// A directory in memory, gone with the object.
class Scratch {
 public:
  Scratch()
      : path_((fs::exists("/dev/shm") ? fs::path("/dev/shm") : fs::temp_directory_path()) /
              fmt::format("haymaker-bench-{}", ::getpid())) {}
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  [[nodiscard]] std::string operator/(std::string_view name) const {
    return (path_ / name).string();
  }

 private:
  fs::path path_;
};

std::expected<Rate, Error> generate_into(const corpus::Corpus& corpus, const std::string& out,
                                         sink::Packaging packaging, unsigned threads) {
  std::error_code ignored;
  if (out != "null:") fs::remove_all(out, ignored);
  auto store = sink::open_store(out, sink::Durability::cached);
  if (!store) return std::unexpected(store.error());
  job::Recipe recipe;
  recipe.generator = corpus::kGeneratorVersion;
  recipe.spec = corpus::to_json(corpus.spec());
  recipe.spec_digest = corpus::spec_digest(corpus.spec());
  recipe.messages = corpus.count();
  recipe.packaging = packaging;
  const job::CorpusSource source(corpus);
  const Stopwatch watch;
  auto run = job::Run::start(source, **store, recipe, {0, corpus.count()}, {.threads = threads});
  if (!run) return std::unexpected(run.error());
  const auto totals = (*run)->finish();
  if (!totals) return std::unexpected(totals.error());
  return watch.stop(totals->messages, totals->bytes);
}

std::vector<std::string> parts_in(const std::string& out) {
  std::vector<std::string> paths;
  for (const fs::directory_entry& entry : fs::directory_iterator(out + "/mail")) {
    if (entry.path().extension() == ".tar") paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  return paths;
}

Rate compile_once() {
  const Stopwatch watch;
  const auto corpus = compile(kMessages, true);
  return watch.stop(corpus ? corpus->count() : 0, 0);
}

// Blocks from all over the corpus, whose cost is that of any.
Rate render_sample(const corpus::Corpus& corpus) {
  corpus::Renderer renderer(corpus);
  corpus::Rendered message;
  std::uint64_t bytes = 0;
  std::uint64_t messages = 0;
  const std::uint64_t whole = corpus.count() / threads::kBlockSize;
  const Stopwatch watch;
  for (std::uint64_t i = 0; i < kSampledBlocks; ++i) {
    const std::uint64_t first = whole * i / kSampledBlocks * threads::kBlockSize;
    for (std::uint64_t slot = 0; slot < threads::kBlockSize; ++slot, ++messages) {
      renderer.render(MessageIndex{first + slot}, message);
      bytes += message.bytes.size();
    }
  }
  return watch.stop(messages, bytes);
}

Row row_of(const Rounds& rounds, Rounds::Speed speed, std::string name, std::string_view what,
           std::string_view to, std::string against, std::optional<Goal> goal) {
  return {std::move(name),
          (rounds.median(what).*speed)() / 1e6,
          "MB/s",
          rounds.ratio(what, to, speed),
          std::move(against),
          goal};
}

// Messages a second of the peer, each as large as ours on average.
std::optional<Row> measure_peer(const std::string& program, const Rate& ours) {
  const auto peer = run_peer(program, ours.bytes / ours.messages);
  if (!peer) return std::nullopt;
  return Row{"text messages, 1 thread",
             ours.messages_per_processor_s(),
             "1/s",
             ours.messages_per_processor_s() / peer->messages_per_processor_s(),
             "Faker with email.message",
             at_least(1000)};
}

// What two corpora, one of plain text and one with HTML, cost to render, pack and write.
std::expected<std::vector<Row>, Errors> measure_rates(const Scratch& scratch,
                                                      const BenchOptions& options) {
  const auto text = compile(kMessages, false);
  const auto html = compile(kMessages, true);
  const auto few = compile(kFiles, true);
  for (const auto* corpus : {&text, &html, &few}) {
    if (!*corpus) return std::unexpected(corpus->error());
  }
  const unsigned cores = std::max(std::thread::hardware_concurrency(), 2U);
  const std::vector<MailFile> files = render_files(*few);
  const std::string out = scratch / "out";
  const std::string tar = scratch / "tar";
  if (const auto made = generate_into(*html, tar, kTar, 1); !made)
    return std::unexpected(Errors{made.error()});
  const std::vector<std::string> tars = parts_in(tar);
  const auto into = [&](const auto& corpus, const std::string& place, sink::Packaging packaging,
                        unsigned threads) {
    return [&corpus, place, packaging, threads] {
      return generate_into(*corpus, place, packaging, threads);
    };
  };
  const auto found = measure_in_turns({{"compile", compile_once},
                                       {"text, two", into(text, "null:", {}, 2)},
                                       {"text", into(text, "null:", {}, 1)},
                                       {"memory", copy_memory},
                                       {"html", into(html, "null:", {}, 1)},
                                       {"tar", into(html, out, kTar, 1)},
                                       {"tar.zst", into(html, out, kTarZstd, 1)},
                                       {"zstd", [&] { return compress_files(tars); }},
                                       {"tar.zst, all", into(html, out, kTarZstd, cores)},
                                       {"files", into(few, out, kObjects, 1)},
                                       {"bare", [&] { return write_files(files, out); }},
                                       {"files, all", into(few, out, kObjects, cores)}},
                                      kRounds);
  if (!found) return std::unexpected(Errors{found.error()});
  constexpr Rounds::Speed kByProcessor = &Rate::bytes_per_processor_s;
  constexpr Rounds::Speed kByWall = &Rate::bytes_per_wall_s;
  const double compile_ms = found->median("compile").processor_s * 1e3;
  const Rate one = found->median("text");
  std::vector<Row> rows = {
      {"compile the default company", compile_ms, "ms", compile_ms / 50, "50 ms", at_most(1)}};
  const auto add = [&](Rounds::Speed speed, std::string name, std::string_view what,
                       std::string_view to, std::string against, std::optional<Goal> goal) {
    rows.push_back(row_of(*found, speed, std::move(name), what, to, std::move(against), goal));
  };
  add(kByProcessor, "large copy in memory", "memory", "memory", "itself", {});
  add(kByProcessor, "text to null:, 1 thread", "text", "memory", "the copy in memory",
      at_least(1.0 / 12));
  rows.push_back({"  messages of it",
                  one.messages_per_processor_s(),
                  "1/s",
                  one.messages_per_processor_s() / 250'000,
                  "250,000 messages/s",
                  {}});
  add(kByWall, "text to null:, 2 threads", "text, two", "text", "1 thread", at_least(1.9));
  add(kByProcessor, "  work of 2 threads", "text, two", "text", "1 thread, by processor time", {});
  add(kByProcessor, "with HTML to null:, 1 thread", "html", "memory", "the copy in memory", {});
  add(kByProcessor, "tar in memory, 1 thread", "tar", "html", "null:", at_least(0.7));
  add(kByProcessor, "tar with zstd -1, 1 thread", "tar.zst", "zstd", "zstd -1 on the same tar", {});
  add(kByWall, "tar with zstd -1, all cores", "tar.zst, all", "zstd", "zstd -1 on the same tar",
      at_least(1));
  add(kByProcessor, "files in memory, 1 thread", "files", "bare", "bare create-write-close", {});
  add(kByWall, "files in memory, all cores", "files, all", "bare", "bare create-write-close",
      at_least(0.9));
  if (const auto peer = measure_peer(options.peer, one)) rows.push_back(*peer);
  return rows;
}

// What a message costs, and memory takes, as the corpus grows.
std::expected<std::vector<Row>, Errors> measure_growth() {
  constexpr std::uint64_t kSizes[] = {10'000, 100'000, 1'000'000, 10'000'000};
  std::vector<corpus::Corpus> corpora;
  std::vector<std::pair<std::string, Measurement>> samples;
  samples.reserve(std::size(kSizes));
  for (const std::uint64_t size : kSizes) {
    auto corpus = compile(size, true);
    if (!corpus) return std::unexpected(corpus.error());
    corpora.push_back(std::move(*corpus));
  }
  for (const corpus::Corpus& corpus : corpora)
    samples.emplace_back(std::to_string(corpus.count()), [&] { return render_sample(corpus); });
  const auto found = measure_in_turns(samples, kRounds);
  if (!found) return std::unexpected(Errors{found.error()});
  const std::string least = std::to_string(kSizes[0]);
  std::vector<Row> rows;
  for (const std::uint64_t size : kSizes) {
    const std::string name = std::to_string(size);
    rows.push_back({fmt::format("cost of a message, of {}", size),
                    1e6 / found->median(name).messages_per_processor_s(), "us/message",
                    found->ratio(least, name, &Rate::bytes_per_processor_s),
                    fmt::format("of {}, for each byte", kSizes[0]), at_most(1.05)});
  }
  return rows;
}

std::expected<std::vector<Row>, Errors> measure_memory(bool long_run) {
  std::vector<std::uint64_t> sizes = {10'000, 100'000, 1'000'000};
  if (long_run) sizes.push_back(10'000'000);
  std::vector<Row> rows;
  for (const std::uint64_t size : sizes) {
    const auto peak = peak_memory(size, "null:");
    if (!peak) return std::unexpected(Errors{peak.error()});
    rows.push_back({fmt::format("peak memory, {} messages", size), *peak / kMebibyte, "MiB",
                    *peak / kMebibyte / 256, "256 MiB", at_most(1)});
  }
  return rows;
}

}  // namespace

int bench(const BenchOptions& options) {
  const Scratch scratch;
  std::vector<Row> rows;
  for (const auto& part :
       {measure_rates(scratch, options), measure_growth(), measure_memory(options.long_run)}) {
    if (!part) return report(part.error());
    rows.insert(rows.end(), part->begin(), part->end());
  }
  print(rows);
  if (options.json_file.empty()) return 0;
  const auto written = write_json(rows, options.json_file);
  return written ? 0 : report(written.error());
}

}  // namespace haymaker::app
