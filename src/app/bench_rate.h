#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
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

// What several measurements took that were made in turns, round by round.
class Rounds {
 public:
  using Speed = double (Rate::*)() const;

  void add(const std::string& name, const Rate& rate) { rates_[name].push_back(rate); }

  // The work of one, and the median of either time.
  [[nodiscard]] Rate median(std::string_view name) const;
  // How much faster one is than another: the median over the rounds of what the two of a round
  // give. A machine that others load is as slow for both of them.
  [[nodiscard]] double ratio(std::string_view name, std::string_view to, Speed speed) const;

 private:
  [[nodiscard]] const std::vector<Rate>& of(std::string_view name) const {
    return rates_.find(name)->second;
  }

  std::map<std::string, std::vector<Rate>, std::less<>> rates_;
};

// Measures each in turn, in the order given, `rounds` times over. What is to be compared should
// stand together.
std::expected<Rounds, Error> measure_in_turns(
    const std::vector<std::pair<std::string, Measurement>>& all, int rounds);

// The middle value; of an even number the upper one of the middle. Not of none.
double median(std::vector<double> values);

}  // namespace haymaker::app
