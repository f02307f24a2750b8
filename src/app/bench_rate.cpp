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

Rate median_of(const std::vector<Rate>& rates) {
  Rate middle = rates.front();
  std::vector<double> processor;
  std::vector<double> wall;
  for (const Rate& rate : rates) {
    processor.push_back(rate.processor_s);
    wall.push_back(rate.wall_s);
  }
  middle.processor_s = median(processor);
  middle.wall_s = median(wall);
  return middle;
}

}  // namespace

Stopwatch::Stopwatch()
    : processor_s_(seconds_of(CLOCK_PROCESS_CPUTIME_ID)), wall_s_(seconds_of(CLOCK_MONOTONIC)) {}

Rate Stopwatch::stop(std::uint64_t messages, std::uint64_t bytes) const {
  return {messages, bytes, seconds_of(CLOCK_PROCESS_CPUTIME_ID) - processor_s_,
          seconds_of(CLOCK_MONOTONIC) - wall_s_};
}

std::expected<std::map<std::string, Rate>, Error> measure_in_turns(
    const std::map<std::string, Measurement>& all, int rounds) {
  std::map<std::string, std::vector<Rate>> found;
  for (int round = 0; round < rounds; ++round) {
    for (const auto& [name, measure] : all) {
      const auto rate = measure();
      if (!rate) return std::unexpected(rate.error());
      found[name].push_back(*rate);
    }
  }
  std::map<std::string, Rate> medians;
  for (const auto& [name, rates] : found) medians[name] = median_of(rates);
  return medians;
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

}  // namespace haymaker::app
