#pragma once

// Keeps the status file of a run up to date without wearing out the place it lies in: whole each
// time, at most once a second, and at most 200 times a run besides the changes of state.

#include <string>

#include "job/status.h"
#include "sink/store.h"

namespace haymaker::job {

class StatusFile {
 public:
  // `file` is its name in `store`, which outlives it. The attempt is one more than an earlier
  // status file there says.
  StatusFile(sink::Store& store, std::string file, std::string job, UnixSeconds now);

  // The status as last worked out, written or not.
  [[nodiscard]] const Status& status() const noexcept { return status_; }

  // Writes RUNNING with the progress, if it is due.
  std::expected<void, Error> update(const Progress& progress, UnixSeconds now);
  // Writes a change of state. `error` is what to tell the person who waits; empty for success.
  std::expected<void, Error> change(State state, const Progress& progress, UnixSeconds now,
                                    std::string error);

 private:
  std::expected<void, Error> write(UnixSeconds now);

  sink::Store& store_;
  std::string file_;
  Status status_;
  UnixSeconds written_at_ = 0;
  std::uint64_t written_done_ = 0;
};

}  // namespace haymaker::job
