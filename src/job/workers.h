#pragma once

// Threads that several runs share, a part at a time. A free thread goes to the run that has the
// fewest of them, and among equals to the one that has waited longest, so that a small job is not
// behind a large one.

#include <condition_variable>
#include <list>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

#include "job/run.h"

namespace haymaker::job {

class Workers {
 public:
  explicit Workers(unsigned threads);
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;
  // Waits for the parts under way. No share lives any longer.
  ~Workers();

  // For Crew, with `own` false.
  [[nodiscard]] unsigned threads() const noexcept { return static_cast<unsigned>(threads_.size()); }

  struct Turn {
    Run* run = nullptr;
    unsigned inside = 0;     // Threads that make a part of it.
    bool exhausted = false;  // Nothing is left to take.
  };

  // The threads work on a run for as long as its share lives. The end of a share waits for the
  // parts under way, so a run that is to be left early is cancelled before.
  class Share {
   public:
    Share(Workers& workers, Run& run);
    Share(const Share&) = delete;
    Share& operator=(const Share&) = delete;
    ~Share();

   private:
    Workers& workers_;
    std::list<Turn>::iterator turn_;
  };

 private:
  void work(const std::stop_token& stop);
  // The turn to take next, moved to the end of the line; end() where there is nothing to do.
  std::list<Turn>::iterator next_turn();

  std::mutex mutex_;  // Guards the turns.
  std::condition_variable_any changed_;
  std::list<Turn> turns_;  // The one that has waited longest comes first.
  std::vector<std::jthread> threads_;
};

}  // namespace haymaker::job
