#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/error.h"

namespace haymaker::app {

// Work and what it took. Processor time is that of all threads of the process: it counts little of
// what else a machine does; the clock on the wall counts all of it, and how threads share work.
struct Rate {
  std::uint64_t messages = 0;
  std::uint64_t bytes = 0;
  double processor_s = 0;
  double wall_s = 0;

  [[nodiscard]] double bytes_per_processor_s() const {
    return static_cast<double>(bytes) / processor_s;
  }
  [[nodiscard]] double messages_per_processor_s() const {
    return static_cast<double>(messages) / processor_s;
  }
  [[nodiscard]] double bytes_per_wall_s() const { return static_cast<double>(bytes) / wall_s; }
};

// From its construction on.
class Stopwatch {
 public:
  Stopwatch();
  [[nodiscard]] Rate stop(std::uint64_t messages, std::uint64_t bytes) const;

 private:
  double processor_s_;
  double wall_s_;
};

// Does the work once and says how fast it was.
using Measurement = std::function<std::expected<Rate, Error>()>;

// Measures each in turn, `rounds` times over, and returns the median of each by its name: its work,
// and the median of either time.
std::expected<std::map<std::string, Rate>, Error> measure_in_turns(
    const std::map<std::string, Measurement>& all, int rounds);

// The middle value; of an even number the upper one of the middle. Not of none.
double median(std::vector<double> values);

}  // namespace haymaker::app
