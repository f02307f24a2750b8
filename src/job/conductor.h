#pragma once

// Takes one job from its record to its end: compiles the spec, runs the engine on threads that are
// lent to it, keeps status.txt, and writes the answer key last.

#include <atomic>
#include <filesystem>
#include <functional>
#include <mutex>
#include <stop_token>

#include "corpus/corpus.h"
#include "job/job_record.h"
#include "job/status_file.h"
#include "job/workers.h"

namespace haymaker::job {

// Where a service keeps what a job makes. The sealed key lies under a folder of its own.
struct Places {
  std::filesystem::path data;

  [[nodiscard]] std::filesystem::path corpus(std::string_view job) const {
    return data / "jobs" / job;
  }
  [[nodiscard]] std::filesystem::path truth(std::string_view job) const {
    return data / "truth" / job;
  }
};

class Conductor {
 public:
  // `now` is the clock; `tell` hears of every step, five times a second at most, on the thread that
  // conducts.
  Conductor(JobRecord record, const Places& places, Workers& workers,
            const std::function<UnixSeconds()>& now,
            const std::function<void(const Status&)>& tell);
  Conductor(const Conductor&) = delete;
  Conductor& operator=(const Conductor&) = delete;

  // Returns the record with its last state: COMPLETED, FAILED, CANCELLED, or QUEUED if parked.
  // Called once.
  JobRecord conduct();

  // Both are safe from any thread and take effect within a message.
  void cancel();
  void park();  // Stops the job so that the next process goes on with it.

  [[nodiscard]] Status status() const;

 private:
  std::expected<Totals, Error> make();
  std::expected<Totals, Error> run(const corpus::Corpus& corpus, sink::Store& store);
  std::expected<void, Error> write_truth(const corpus::Corpus& corpus);
  void stop();
  void show(const Status& status);
  void end(const std::expected<Totals, Error>& totals);

  JobRecord record_;
  const Places& places_;
  Workers& workers_;
  const std::function<UnixSeconds()>& now_;
  const std::function<void(const Status&)>& tell_;
  std::unique_ptr<sink::Store> store_;
  std::unique_ptr<StatusFile> file_;
  Progress progress_;

  std::stop_source stop_;
  std::atomic<bool> parked_ = false;
  mutable std::mutex mutex_;  // Guards what follows.
  Run* run_ = nullptr;
  Status shown_;
};

}  // namespace haymaker::job
