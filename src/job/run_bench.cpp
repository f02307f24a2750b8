// What the engine and the sink cost on top of rendering, for messages of four kilobytes that take
// about four microseconds each to make. Compare within one run: tar is to reach 0.7 of the rate of
// null on the same number of threads.

#include <benchmark/benchmark.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "base/hash.h"
#include "job/run.h"
#include "job/test_source.h"

namespace haymaker::job {
namespace {

constexpr std::uint64_t kMessages = 8 * kDefaultPartMessages;

// Words of text, drawn one after the other, so that the bytes differ and compress like prose.
class WordRenderer final : public Renderer {
 public:
  void render(MessageIndex index, Rendered& out) noexcept override {
    constexpr std::size_t kSize = 4'000;
    bytes_.clear();
    std::uint64_t state = mix64(value(index));
    while (bytes_.size() < kSize) {
      state = mix64(state + 1);
      for (int word = 0; word < 4; ++word) {
        const std::uint64_t letters = mix64((state >> (16 * word)) % 4'096);
        char* const room = bytes_.grow(8);
        for (int c = 0; c < 8; ++c) room[c] = kLetters[(letters >> (5 * c)) % kLetters.size()];
        bytes_.commit(4 + letters % 5);
      }
    }
    out = {.bytes = bytes_.view(),
           .message_id = "<000000000000.1741166047.mail@northfield.example>",
           .uid = mix64(value(index)),
           .date = 1'741'166'047,
           .digest = digest(bytes_.view())};
  }

 private:
  static constexpr std::string_view kLetters = "etaoin shrdlu cmfwyp vbgkjqxz e ";
  Buffer bytes_;
};

class WordSource final : public MessageSource {
 public:
  [[nodiscard]] std::uint64_t count() const override { return kMessages; }
  [[nodiscard]] std::unique_ptr<Renderer> new_renderer() const override {
    return std::make_unique<WordRenderer>();
  }
};

void run_into(benchmark::State& state, const std::string& where, sink::Packaging packaging) {
  Recipe recipe = test_recipe(kMessages, packaging);
  recipe.part_messages = kDefaultPartMessages;
  const WordSource source;
  for (auto _ : state) {
    const auto store = sink::open_store(where, sink::Durability::cached);
    auto run =
        job::Run::start(source, **store, recipe, {0, kMessages},
                        {static_cast<unsigned>(state.range(0)),
                         state.range(1) != 0 ? sink::Writing::behind : sink::Writing::in_line});
    if (!run || !(*run)->finish()) return state.SkipWithError("the run failed");
    state.PauseTiming();
    if (where != "null:") std::filesystem::remove_all(where);
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kMessages));
}

std::string memory_disk() { return "/dev/shm/haymaker-bench-" + std::to_string(::getpid()); }

void run_null(benchmark::State& state) { run_into(state, "null:", {}); }
void run_tar(benchmark::State& state) {
  run_into(state, memory_disk(), {sink::Package::tar, sink::Compression::none, 1});
}
void run_tar_zstd(benchmark::State& state) {
  run_into(state, memory_disk(), {sink::Package::tar, sink::Compression::zstd, 1});
}

BENCHMARK(run_null)
    ->ArgNames({"threads", "behind"})
    ->ArgsProduct({{1, 2}, {0, 1}})
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(run_tar)
    ->ArgNames({"threads", "behind"})
    ->ArgsProduct({{1, 2}, {0, 1}})
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(run_tar_zstd)
    ->ArgNames({"threads", "behind"})
    ->ArgsProduct({{1, 2}, {0, 1}})
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace haymaker::job
