#pragma once

#include <chrono>

#include "job/progress.h"

namespace haymaker::app {

// One line on a terminal that says how far a run is, how fast it goes and how long it will take.
// Silent where standard error is not a terminal.
class ProgressBar {
 public:
  using Clock = std::chrono::steady_clock;

  ProgressBar();
  void show(const job::Progress& progress);
  void clear() const;  // Wipes the line, so that the next one is free.

 private:
  bool terminal_;
  Clock::time_point started_ = Clock::now();
};

}  // namespace haymaker::app
