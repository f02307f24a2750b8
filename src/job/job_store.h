#pragma once

// The jobs of a service in an SQLite file, so that a process that ends, however it ends, finds them
// again. Safe for several threads at once.

#include <cstdint>
#include <expected>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "job/database.h"
#include "job/job_record.h"

namespace haymaker::job {

// What makes an order safe to repeat: the key that the client chose for it, and a digest of what it
// asked for. Without a key each order is a new one.
struct Idempotency {
  std::string key;
  std::string digest;
};

class JobStore {
 public:
  static std::expected<std::unique_ptr<JobStore>, Error> open(const std::string& path);

  struct Added {
    JobRecord record;
    bool is_new = true;
  };
  // Gives the record its number. An order that was made before under the same key returns the job
  // of then; `bad_input` if the key was used for another order.
  std::expected<Added, Error> add(JobRecord record, const Idempotency& idempotency);
  // Writes what changes while a job runs: status, digest, cancel_asked.
  std::expected<void, Error> save(const JobRecord& record);
  // `not_found` for an id that is none, or whose job has been deleted.
  std::expected<JobRecord, Error> find(std::string_view id);
  // At most `limit` jobs, the newest first, numbered below `before`.
  std::expected<std::vector<JobRecord>, Error> list(std::uint64_t before, std::uint64_t limit);
  // Jobs that are queued or running, the oldest first.
  std::expected<std::vector<JobRecord>, Error> unfinished();

  // Deletes in two steps, so that a kill between them leaves no files that nobody knows of: hide()
  // first, erase() once the files are gone.
  std::expected<void, Error> hide(std::string_view id);
  std::expected<std::vector<std::string>, Error> hidden();
  std::expected<void, Error> erase(std::string_view id);

 private:
  explicit JobStore(Database database) : database_(std::move(database)) {}

  std::expected<std::vector<JobRecord>, Error> read(Statement statement);
  std::expected<JobRecord, Error> find_locked(std::string_view id);
  std::expected<JobRecord, Error> repeated(const Idempotency& idempotency);

  std::mutex mutex_;  // Guards the database.
  Database database_;
};

}  // namespace haymaker::job
