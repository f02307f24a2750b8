// What a draw costs. Every decision of a corpus is one of these, about a hundred for a message.
//
//   next64      the price of the generator itself
//   below       one uniform decision among 1,000
//   weighted    one weighted decision among 1,000
//   open        a new stream by name and its first draw: the price of a named decision
//   permute     the place of one of a million items, without a table

#include <benchmark/benchmark.h>

#include <vector>

#include "rng/permutation.h"
#include "rng/stream.h"
#include "rng/weighted.h"

namespace haymaker::rng {
namespace {

constexpr Key kKey = Key::root(1) / "bench";

void next64(benchmark::State& state) {
  Stream stream(kKey);
  for (auto _ : state) benchmark::DoNotOptimize(stream.next64());
}
BENCHMARK(next64);

void below(benchmark::State& state) {
  Stream stream(kKey);
  for (auto _ : state) benchmark::DoNotOptimize(stream.below(1'000));
}
BENCHMARK(below);

void weighted(benchmark::State& state) {
  std::vector<std::uint32_t> weights;
  for (std::uint32_t place = 1; place <= 1'000; ++place) weights.push_back(100'000 / place);
  const WeightedTable table(weights);
  Stream stream(kKey);
  for (auto _ : state) benchmark::DoNotOptimize(table.draw(stream));
}
BENCHMARK(weighted);

void open(benchmark::State& state) {
  std::uint64_t id = 0;
  for (auto _ : state) {
    Stream stream(kKey / "thread" / id++ / "subject");
    benchmark::DoNotOptimize(stream.below(1'000));
  }
}
BENCHMARK(open);

void permute(benchmark::State& state) {
  const Permutation permutation(kKey, 1'000'000);
  std::uint64_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(permutation.at(i++ % 1'000'000));
}
BENCHMARK(permute);

}  // namespace
}  // namespace haymaker::rng
