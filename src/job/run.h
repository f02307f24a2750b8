#pragma once

// The engine: threads that take the parts of a range one after the other, render their messages and
// write them into a store.
//
//   start() -> threads: { next part -> render, append ... -> receipt } -> finish(): manifest
//
// Memory follows threads and parts, never messages. Whatever the number of threads, and whoever
// they belong to, the same files with the same bytes arise.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <expected>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

#include "job/manifest.h"
#include "job/message_source.h"
#include "job/part_maker.h"
#include "job/progress.h"
#include "job/recipe.h"
#include "job/status_file.h"
#include "sink/store.h"

namespace haymaker::job {

// What a run may use of the machine. The files are the same whatever it says.
struct Crew {
  unsigned threads = 1;  // That render; at least one.
  // `behind` gives each of them a second one that writes: worth it with processors to spare.
  sink::Writing writing = sink::Writing::in_line;
  // False where others lend theirs, part by part, by make_next(): at most `threads` at a time.
  bool own = true;
};

class Run {
 public:
  // Checks the range, settles the recipe in the store, claims the range, looks up what earlier runs
  // have made, and starts the crew on the rest. Source and store outlive the run.
  // `bad_input` for a range, packaging or count that does not fit; `exists` for a place that is not
  // for this run.
  static std::expected<std::unique_ptr<Run>, Error> start(const MessageSource& source,
                                                          sink::Store& store, Recipe recipe,
                                                          Range range, Crew crew);
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;
  ~Run();  // Cancels and waits for the threads.

  // Takes the next part and makes it on the calling thread. False, at once, where no part is left
  // to take. Safe from any thread.
  bool make_next();

  // Safe from any thread; costs a few loads for each thread of the run.
  [[nodiscard]] Progress progress() const;
  // Waits until nothing is left to make or the run has been stopped, and no part is under way, but
  // not longer; says whether it is so.
  bool wait_for(std::chrono::milliseconds longest);
  // Asks the threads to stop after the message at hand. Parts under way are given up, finished ones
  // stay. Safe from any thread; not from a signal handler.
  void cancel();

  // Waits for the parts under way and writes the manifest if all are made. The first error
  // otherwise, `cancelled` if the run was asked to stop; what is whole by then is found by the next
  // run. Called once.
  std::expected<Totals, Error> finish();

 private:
  Run(const MessageSource& source, sink::Store& store, Recipe recipe, Range range, Crew crew);

  // Where one thread at a time works: what it needs is made once and lent to whoever sits there.
  struct Seat {
    std::unique_ptr<Renderer> renderer;  // Made by the first to sit there.
    ThreadTally tally;
  };

  // The next part and a free seat; null where there is none of either.
  const Part* take(Seat*& seat);
  void give_back(Seat& seat, std::expected<Receipt, Error> made);
  std::expected<Receipt, Error> make(const Part& part, Seat& seat);
  [[nodiscard]] bool has_ended() const;
  std::expected<Totals, Error> write_manifest();

  const MessageSource& source_;
  sink::Store& store_;
  const Recipe recipe_;
  const Range range_;
  const sink::Writing writing_;
  const std::vector<Part> parts_;
  std::unique_ptr<sink::Claim> claim_;
  std::vector<Part> to_make_;
  Progress found_;  // What earlier runs have made, and the totals.

  std::stop_source stop_;
  std::atomic<std::uint64_t> parts_made_ = 0;
  std::vector<Seat> seats_;

  std::mutex mutex_;  // Guards what follows.
  std::condition_variable ended_;
  std::size_t next_ = 0;  // In to_make_.
  std::size_t under_way_ = 0;
  std::vector<Seat*> free_;  // Seats that nobody has taken.
  std::vector<Receipt> receipts_;
  std::optional<Error> error_;

  std::vector<std::jthread> threads_;
};

// Waits for the run and keeps its status file while it goes; at each step, ten times a second,
// calls `show`, which may cancel the run. `now` is the clock. The state at the end is COMPLETED,
// FAILED or CANCELLED.
std::expected<Totals, Error> follow(Run& run, StatusFile& status,
                                    const std::function<UnixSeconds()>& now,
                                    const std::function<void(const Progress&)>& show);

}  // namespace haymaker::job
