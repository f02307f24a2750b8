#include <benchmark/benchmark.h>

#include "people/company.h"

namespace haymaker::people {

namespace {

constexpr Days kFirst = 20'089;  // 2025
constexpr Days kLast = 20'453;

// The first is what the others are compared with: one draw from a stream.
void draw_word(benchmark::State& state) {
  rng::Stream stream(rng::Key::root(1));
  for (auto _ : state) benchmark::DoNotOptimize(stream.next64());
}

void draw_author(benchmark::State& state) {
  const Company company = Company::compile({}, rng::Key::root(1), kFirst, kLast).value();
  rng::Stream stream(rng::Key::root(2));
  for (auto _ : state) {
    benchmark::DoNotOptimize(company.draw_author(SiteId{0}, kFirst + 100, stream));
  }
}

void draw_colleague(benchmark::State& state) {
  const Company company = Company::compile({}, rng::Key::root(1), kFirst, kLast).value();
  rng::Stream stream(rng::Key::root(2));
  std::uint32_t author = 0;
  for (auto _ : state) {
    author = (author + 1) % 5'000;
    benchmark::DoNotOptimize(company.draw_colleague(PersonId{author}, kFirst + 100, stream));
  }
}

void compile(benchmark::State& state) {
  const CompanySpec spec{.employees = static_cast<std::uint32_t>(state.range(0))};
  for (auto _ : state) {
    benchmark::DoNotOptimize(Company::compile(spec, rng::Key::root(1), kFirst, kLast));
  }
}

BENCHMARK(draw_word);
BENCHMARK(draw_author);
BENCHMARK(draw_colleague);
BENCHMARK(compile)->Arg(5'000)->Unit(benchmark::kMillisecond);
BENCHMARK(compile)->Arg(200'000)->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace haymaker::people
