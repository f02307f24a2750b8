#include "app/bench.h"

#include <fmt/core.h>

#include <boost/json.hpp>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <vector>

#include "app/corpus_source.h"
#include "app/spec_argument.h"
#include "corpus/renderer.h"
#include "job/run.h"
#include "sink/store.h"

namespace haymaker::app {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint64_t kMessages = 100'000;
constexpr int kRounds = 3;  // Of each measurement; the fastest counts, since noise only slows.

struct Rate {
  std::uint64_t messages = 0;
  std::uint64_t bytes = 0;
  double seconds = 0;
  [[nodiscard]] double bytes_per_second() const { return static_cast<double>(bytes) / seconds; }
};

// What the table says of one pair.
struct Row {
  std::string name;
  double value;
  std::string unit;
  double ratio;
  std::string against;
};

Rate fastest(const std::function<Rate()>& measure) {
  Rate best = measure();
  for (int i = 1; i < kRounds; ++i) {
    if (const Rate rate = measure(); rate.seconds < best.seconds) best = rate;
  }
  return best;
}

Rate copy_memory() {
  constexpr std::size_t kBlock = 256 << 20;
  const std::vector<char> from(kBlock, 'x');
  std::vector<char> to(kBlock);
  const auto started = Clock::now();
  std::memcpy(to.data(), from.data(), kBlock);
  const double seconds = std::chrono::duration<double>(Clock::now() - started).count();
  return {static_cast<std::uint64_t>(to[kBlock / 2] == 'x'), kBlock, seconds};
}

std::expected<Rate, Error> generate_into(const corpus::Corpus& corpus, const std::string& out,
                                         sink::Packaging packaging, unsigned threads) {
  std::filesystem::remove_all(out);
  auto store = sink::open_store(out, sink::Durability::cached);
  if (!store) return std::unexpected(store.error());
  job::Recipe recipe;
  recipe.generator = corpus::kGeneratorVersion;
  recipe.spec = corpus::to_json(corpus.spec());
  recipe.spec_digest = corpus::spec_digest(corpus.spec());
  recipe.messages = corpus.count();
  recipe.packaging = packaging;
  const CorpusSource source(corpus);
  const auto started = Clock::now();
  auto run = job::Run::start(source, **store, recipe, {0, corpus.count()}, {.threads = threads});
  if (!run) return std::unexpected(run.error());
  const auto totals = (*run)->finish();
  if (!totals) return std::unexpected(totals.error());
  return Rate{totals->messages, totals->bytes,
              std::chrono::duration<double>(Clock::now() - started).count()};
}

void print(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    fmt::print("{:<34}{:>12.1f} {:<10}{:>9.3f} of {}\n", row.name, row.value, row.unit, row.ratio,
               row.against);
  }
}

int write_json(const std::vector<Row>& rows, const std::string& file) {
  boost::json::array list;
  for (const Row& row : rows) {
    list.push_back(boost::json::object{{"name", row.name},
                                       {"value", row.value},
                                       {"unit", row.unit},
                                       {"ratio", row.ratio},
                                       {"against", row.against}});
  }
  std::ofstream out(file);
  out << boost::json::serialize(list) << '\n';
  return out ? 0 : report(Error{ErrorCode::io, "cannot be written", file});
}

}  // namespace

int bench(const std::string& json_file) {
  const auto compile_started = Clock::now();
  const auto corpus = load_corpus({"realistic", kMessages, 1});
  if (!corpus) return report(corpus.error());
  const double compile_ms =
      std::chrono::duration<double, std::milli>(Clock::now() - compile_started).count();
  const std::filesystem::path fast =
      std::filesystem::exists("/dev/shm") ? "/dev/shm" : std::filesystem::temp_directory_path();
  const std::string scratch =
      fast / fmt::format("haymaker-bench-{}", Clock::now().time_since_epoch().count());

  Errors errors;
  const auto run = [&](const std::string& out, sink::Packaging packaging, unsigned threads) {
    return fastest([&] {
      const auto rate = generate_into(*corpus, out, packaging, threads);
      if (!rate) errors.push_back(rate.error());
      return rate.value_or(Rate{0, 0, 1});
    });
  };
  const Rate memory = fastest(copy_memory);
  const Rate one = run("null:", {}, 1);
  const Rate two = run("null:", {}, 2);
  const Rate tar = run(scratch, {sink::Package::tar, sink::Compression::none, 1}, 1);
  const Rate packed = run(scratch, {sink::Package::tar, sink::Compression::zstd, 1}, 1);
  const Rate objects = run(scratch, {sink::Package::objects, sink::Compression::none, 1}, 1);
  std::filesystem::remove_all(scratch);
  if (!errors.empty()) return report(errors);

  const auto row = [](std::string name, const Rate& rate, const Rate& other, std::string against) {
    return Row{std::move(name), rate.bytes_per_second() / 1e6, "MB/s",
               rate.bytes_per_second() / other.bytes_per_second(), std::move(against)};
  };
  const std::vector<Row> rows = {
      {"compile the default company", compile_ms, "ms", compile_ms / 50, "50 ms"},
      {"large copy in memory", memory.bytes_per_second() / 1e6, "MB/s", 1, "itself"},
      {"messages to null:, 1 thread", static_cast<double>(one.messages) / one.seconds, "1/s",
       one.bytes_per_second() / memory.bytes_per_second(), "a copy's bytes"},
      row("bytes to null:, 2 threads", two, one, "1 thread"),
      row("tar in memory, 1 thread", tar, one, "null:"),
      row("tar with zstd -1, 1 thread", packed, one, "null:"),
      row("files in memory, 1 thread", objects, one, "null:"),
  };
  print(rows);
  return json_file.empty() ? 0 : write_json(rows, json_file);
}

}  // namespace haymaker::app
