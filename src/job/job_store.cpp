#include "job/job_store.h"

namespace haymaker::job {
namespace {

// The recipe and the status are kept in the forms that they have in files, which are read back by
// the same parsers; the columns beside them are what is searched by.
constexpr const char* kSchema = R"(
CREATE TABLE IF NOT EXISTS jobs (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  recipe TEXT NOT NULL,
  created INTEGER NOT NULL,
  cancel_asked INTEGER NOT NULL,
  state TEXT NOT NULL,
  status TEXT NOT NULL,
  digest TEXT NOT NULL,
  order_key TEXT UNIQUE,
  order_digest TEXT NOT NULL,
  hidden INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS jobs_by_state ON jobs (state);
)";

constexpr std::string_view kColumns =
    "SELECT number, id, title, recipe, created, cancel_asked, status, digest FROM jobs ";

std::string status_text(const Status& status) {
  Buffer text;
  append_status(status, text);
  return std::string(text.view());
}

std::expected<JobRecord, Error> read_record(const Statement& row) {
  JobRecord record;
  record.number = row.count(0);
  record.id = row.text(1);
  record.title = row.text(2);
  auto recipe = parse_recipe(row.text(3));
  if (!recipe) return std::unexpected(std::move(recipe.error()));
  record.recipe = std::move(*recipe);
  record.created = row.number(4);
  record.cancel_asked = row.number(5) != 0;
  auto status = parse_status(row.text(6));
  if (!status) return std::unexpected(std::move(status.error()));
  record.status = std::move(*status);
  record.digest = row.text(7);
  return record;
}

std::unexpected<Error> no_such_job(std::string_view id) {
  return std::unexpected(Error{ErrorCode::not_found, "is no job", std::string(id)});
}

}  // namespace

std::expected<std::unique_ptr<JobStore>, Error> JobStore::open(const std::string& path) {
  auto database = Database::open(path);
  if (!database) return std::unexpected(std::move(database.error()));
  auto made = database->execute(kSchema);
  if (!made) return std::unexpected(std::move(made.error()));
  return std::unique_ptr<JobStore>(new JobStore(std::move(*database)));
}

std::expected<JobRecord, Error> JobStore::repeated(const Idempotency& idempotency) {
  auto known = database_.prepare("SELECT id, order_digest, hidden FROM jobs WHERE order_key = ?");
  const auto found = known.bind(idempotency.key).step();
  if (!found) return std::unexpected(found.error());
  if (!*found) return no_such_job(idempotency.key);
  if (known.text(1) != idempotency.digest) {
    return std::unexpected(
        Error{ErrorCode::bad_input, "was used before for another order", "Idempotency-Key"});
  }
  if (known.number(2) != 0) {
    return std::unexpected(
        Error{ErrorCode::bad_input, "was used for a job that is deleted", "Idempotency-Key"});
  }
  return find_locked(known.text(0));
}

std::expected<JobStore::Added, Error> JobStore::add(JobRecord record,
                                                    const Idempotency& idempotency) {
  const std::lock_guard lock(mutex_);
  if (!idempotency.key.empty()) {
    auto before = repeated(idempotency);
    if (before) return Added{std::move(*before), false};
    if (before.error().code != ErrorCode::not_found) {
      return std::unexpected(std::move(before.error()));
    }
  }
  auto insert = database_.prepare(
      "INSERT INTO jobs (id, title, recipe, created, cancel_asked, state, status, digest,"
      " order_key, order_digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''), ?)"
      " RETURNING number");
  const auto row = insert.bind(record.id)
                       .bind(record.title)
                       .bind(to_json(record.recipe))
                       .bind(record.created)
                       .bind(std::int64_t{record.cancel_asked})
                       .bind(name(record.status.state))
                       .bind(status_text(record.status))
                       .bind(record.digest)
                       .bind(idempotency.key)
                       .bind(idempotency.digest)
                       .step();
  if (!row) return std::unexpected(row.error());
  record.number = insert.count(0);
  if (const auto done = insert.run(); !done) return std::unexpected(done.error());
  return Added{std::move(record), true};
}

std::expected<void, Error> JobStore::save(const JobRecord& record) {
  const std::lock_guard lock(mutex_);
  return database_
      .prepare(
          "UPDATE jobs SET cancel_asked = ?, state = ?, status = ?, digest = ? WHERE number = ?")
      .bind(std::int64_t{record.cancel_asked})
      .bind(name(record.status.state))
      .bind(status_text(record.status))
      .bind(record.digest)
      .bind(static_cast<std::int64_t>(record.number))
      .run();
}

std::expected<std::vector<JobRecord>, Error> JobStore::read(Statement statement) {
  std::vector<JobRecord> records;
  for (;;) {
    const auto row = statement.step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return records;
    auto record = read_record(statement);
    if (!record) return std::unexpected(std::move(record.error()));
    records.push_back(std::move(*record));
  }
}

std::expected<JobRecord, Error> JobStore::find_locked(std::string_view id) {
  auto found = read(
      std::move(database_.prepare(std::string(kColumns) + "WHERE id = ? AND hidden = 0").bind(id)));
  if (!found) return std::unexpected(std::move(found.error()));
  if (found->empty()) return no_such_job(id);
  return std::move(found->front());
}

std::expected<JobRecord, Error> JobStore::find(std::string_view id) {
  const std::lock_guard lock(mutex_);
  return find_locked(id);
}

std::expected<std::vector<JobRecord>, Error> JobStore::list(std::uint64_t before,
                                                            std::uint64_t limit) {
  const std::lock_guard lock(mutex_);
  auto statement = database_.prepare(
      std::string(kColumns) + "WHERE hidden = 0 AND number < ? ORDER BY number DESC LIMIT ?");
  statement.bind(static_cast<std::int64_t>(before)).bind(static_cast<std::int64_t>(limit));
  return read(std::move(statement));
}

std::expected<std::vector<JobRecord>, Error> JobStore::unfinished() {
  const std::lock_guard lock(mutex_);
  return read(database_.prepare(std::string(kColumns) +
                                "WHERE hidden = 0 AND state IN ('QUEUED', 'RUNNING')"
                                " ORDER BY number"));
}

std::expected<void, Error> JobStore::hide(std::string_view id) {
  const std::lock_guard lock(mutex_);
  return database_.prepare("UPDATE jobs SET hidden = 1 WHERE id = ?").bind(id).run();
}

std::expected<std::vector<std::string>, Error> JobStore::hidden() {
  const std::lock_guard lock(mutex_);
  auto statement = database_.prepare("SELECT id FROM jobs WHERE hidden = 1 ORDER BY number");
  std::vector<std::string> ids;
  for (;;) {
    const auto row = statement.step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return ids;
    ids.push_back(statement.text(0));
  }
}

// The write-ahead log is emptied, too: what is deleted is not to be found in it.
std::expected<void, Error> JobStore::erase(std::string_view id) {
  const std::lock_guard lock(mutex_);
  auto done = database_.prepare("DELETE FROM jobs WHERE id = ? AND hidden = 1").bind(id).run();
  if (!done) return done;
  return database_.execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace haymaker::job
