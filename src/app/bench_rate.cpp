#include "app/bench_rate.h"

#include <algorithm>
#include <ctime>

namespace haymaker::app {

namespace {

double seconds_of(clockid_t clock) {
  timespec now = {};
  ::clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

}  // namespace

Stopwatch::Stopwatch()
    : processor_s_(seconds_of(CLOCK_PROCESS_CPUTIME_ID)), wall_s_(seconds_of(CLOCK_MONOTONIC)) {}

Rate Stopwatch::stop(std::uint64_t messages, std::uint64_t bytes) const {
  return {messages, bytes, seconds_of(CLOCK_PROCESS_CPUTIME_ID) - processor_s_,
          seconds_of(CLOCK_MONOTONIC) - wall_s_};
}

Rate Rounds::median(std::string_view name) const {
  std::vector<double> processor;
  std::vector<double> wall;
  for (const Rate& rate : of(name)) {
    processor.push_back(rate.processor_s);
    wall.push_back(rate.wall_s);
  }
  Rate middle = of(name).front();
  middle.processor_s = app::median(processor);
  middle.wall_s = app::median(wall);
  return middle;
}

double Rounds::ratio(std::string_view name, std::string_view to, Speed speed) const {
  std::vector<double> ratios;
  ratios.reserve(of(name).size());
  for (std::size_t round = 0; round < of(name).size(); ++round)
    ratios.push_back((of(name)[round].*speed)() / (of(to)[round].*speed)());
  return app::median(ratios);
}

std::expected<Rounds, Error> measure_in_turns(
    const std::vector<std::pair<std::string, Measurement>>& all, int rounds) {
  Rounds found;
  for (int round = 0; round < rounds; ++round) {
    for (const auto& [name, measure] : all) {
      const auto rate = measure();
      if (!rate) return std::unexpected(rate.error());
      found.add(name, *rate);
    }
  }
  return found;
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

}  // namespace haymaker::app
