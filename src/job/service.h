#pragma once

// Jobs from order to deletion: a queue, a few jobs at a time that share the threads fairly, and a
// store that outlives the process. A job that was queued or running when a process ended, however
// it ended, goes on by itself in the next one.

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <expected>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "job/conductor.h"
#include "job/job_store.h"
#include "job/order.h"
#include "job/workers.h"

namespace haymaker::job {

class Service {
 public:
  struct Options {
    std::filesystem::path data;  // Made if it does not exist; belongs to one service at a time.
    unsigned threads = 1;        // That render, for all jobs together.
    unsigned most_running = 4;   // Jobs at a time; the others wait in the order of their creation.
    std::function<UnixSeconds()> now;
    std::function<std::string()> new_id;  // Opaque, letters and digits, never the same again.
    // Hears of each change of a job, on the thread that brings it about, which it does not hold up.
    // `before` is null for a new job, `after` for one that is deleted.
    std::function<void(const Status* before, const Status* after)> tell;
  };

  // Goes on with what an earlier process left. `exists` where another one uses the place.
  static std::expected<std::unique_ptr<Service>, Error> open(Options options);
  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;
  // Parks what runs, within a second.
  ~Service();

  // An order that was made before under the same key is not made again.
  std::expected<JobStore::Added, Error> create(const Order& order, const Idempotency& idempotency);
  std::expected<JobRecord, Error> find(std::string_view id);
  // The newest first; numbers below `before`.
  std::expected<std::vector<JobRecord>, Error> list(std::uint64_t before, std::uint64_t limit);

  // `exists` where the state does not allow it; the message says which state it is. A running job
  // stops within a second; what is whole by then stays, for resume().
  std::expected<JobRecord, Error> cancel(std::string_view id);
  std::expected<JobRecord, Error> resume(std::string_view id);
  // For a job that has ended: it is gone at once, its files and its key soon after.
  std::expected<void, Error> remove(std::string_view id);

  [[nodiscard]] const Places& places() const noexcept { return places_; }

 private:
  Service(Options options, std::unique_ptr<sink::Claim> claim, std::unique_ptr<JobStore> store);

  void take_up(std::vector<JobRecord> unfinished);
  void conduct_jobs(const std::stop_token& stop);
  void conduct(JobRecord record, std::unique_lock<std::mutex>& lock);
  [[nodiscard]] bool remove_files_of(std::string_view id, const std::stop_token& stop) const;
  void remove_files(const std::stop_token& stop);
  void enqueue(const JobRecord& record);
  void keep(const JobRecord& record);
  void overlay(JobRecord& record) const;
  std::expected<JobRecord, Error> find_locked(std::string_view id);

  const Options options_;
  const Places places_;
  const std::unique_ptr<sink::Claim> claim_;
  const std::unique_ptr<JobStore> store_;
  Workers workers_;

  std::mutex mutex_;  // Guards what follows.
  std::condition_variable_any changed_;
  bool closing_ = false;
  std::deque<std::string> queue_;  // Ids.
  std::map<std::string, Conductor*, std::less<>> active_;
  // Last words that the store would not take, on a full disk, say.
  std::map<std::string, JobRecord, std::less<>> unsaved_;
  std::deque<std::string> to_remove_;

  std::vector<std::jthread> conductors_;
  std::jthread remover_;
};

}  // namespace haymaker::job
