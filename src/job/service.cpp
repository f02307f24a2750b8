#include "job/service.h"

#include <algorithm>

#include "sink/store.h"

namespace haymaker::job {
namespace {

constexpr std::string_view kLockFile = "haymaker.lock";

std::expected<std::unique_ptr<sink::Claim>, Error> claim_place(const std::filesystem::path& data) {
  auto store = sink::open_store(data.string(), sink::Durability::cached);
  if (!store) return std::unexpected(std::move(store.error()));
  if (!(*store)->size(kLockFile)) {
    auto made = sink::put(**store, kLockFile, "");
    if (!made) return std::unexpected(std::move(made.error()));
  }
  auto claim = (*store)->claim(kLockFile, 0, 1);
  if (!claim && claim.error().code == ErrorCode::exists) {
    return std::unexpected(Error{ErrorCode::exists, "is in use by another server", data.string()});
  }
  return claim;
}

std::unexpected<Error> not_now(const JobRecord& record, std::string_view what) {
  return std::unexpected(
      Error{ErrorCode::exists,
            "is " + std::string(name(record.status.state)) + "; " + std::string(what), record.id});
}

Recipe recipe_of(const Order& order) {
  Recipe recipe;
  recipe.generator = corpus::kGeneratorVersion;
  recipe.spec = corpus::to_json(order.spec);
  recipe.spec_digest = corpus::spec_digest(order.spec);
  recipe.messages = order.spec.count;
  recipe.packaging = order.packaging;
  return recipe;
}

}  // namespace

std::expected<std::unique_ptr<Service>, Error> Service::open(Options options) {
  auto claim = claim_place(options.data);
  if (!claim) return std::unexpected(std::move(claim.error()));
  auto store = JobStore::open((options.data / "jobs.sqlite3").string());
  if (!store) return std::unexpected(std::move(store.error()));
  auto unfinished = (*store)->unfinished();
  if (!unfinished) return std::unexpected(std::move(unfinished.error()));
  auto hidden = (*store)->hidden();
  if (!hidden) return std::unexpected(std::move(hidden.error()));

  std::unique_ptr<Service> service(
      new Service(std::move(options), std::move(*claim), std::move(*store)));
  service->to_remove_.assign(hidden->begin(), hidden->end());
  service->take_up(std::move(*unfinished));
  Service* const s = service.get();
  for (unsigned i = 0; i < s->options_.most_running; ++i) {
    s->conductors_.emplace_back([s](const std::stop_token& stop) { s->conduct_jobs(stop); });
  }
  s->remover_ = std::jthread([s](const std::stop_token& stop) { s->remove_files(stop); });
  return service;
}

Service::Service(Options options, std::unique_ptr<sink::Claim> claim,
                 std::unique_ptr<JobStore> store)
    : options_(std::move(options)),
      places_{options_.data},
      claim_(std::move(claim)),
      store_(std::move(store)),
      workers_(options_.threads) {}

Service::~Service() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
    for (const auto& [id, conductor] : active_) conductor->park();
  }
  for (std::jthread& thread : conductors_) thread.request_stop();
  conductors_.clear();
}

void Service::take_up(std::vector<JobRecord> unfinished) {
  for (JobRecord& record : unfinished) {
    if (record.cancel_asked) {
      record.status.state = State::cancelled;
      record.cancel_asked = false;
    } else {
      record.status.state = State::queued;
      queue_.push_back(record.id);
    }
    keep(record);
  }
}

// Waits for jobs and conducts them one after the other.
void Service::conduct_jobs(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, stop, [this] { return !queue_.empty(); });
    if (stop.stop_requested() || closing_) return;
    if (queue_.empty()) continue;
    const std::string id = std::move(queue_.front());
    queue_.pop_front();
    auto record = find_locked(id);
    if (!record || record->status.state == State::cancelled) continue;
    conduct(std::move(*record), lock);
  }
}

// Holds the lock at both ends, and between a job's place in the queue and its conductor, so that a
// job that is to be cancelled is always in one of the two.
void Service::conduct(JobRecord record, std::unique_lock<std::mutex>& lock) {
  Status before = record.status;
  const std::function<void(const Status&)> tell = [&](const Status& after) {
    options_.tell(&before, &after);
    before = after;
  };
  record.status.state = State::running;
  record.status.error.clear();
  Conductor conductor(record, places_, workers_, options_.now, tell);
  active_.emplace(record.id, &conductor);
  keep(record);
  lock.unlock();
  const JobRecord end = conductor.conduct();
  lock.lock();
  active_.erase(end.id);
  keep(end);
  lock.unlock();
  tell(end.status);
  lock.lock();
}

void Service::keep(const JobRecord& record) {
  if (store_->save(record)) {
    unsaved_.erase(record.id);
  } else {
    unsaved_.insert_or_assign(record.id, record);
  }
}

void Service::overlay(JobRecord& record) const {
  if (const auto unsaved = unsaved_.find(record.id); unsaved != unsaved_.end()) {
    record = unsaved->second;
  }
  if (const auto active = active_.find(record.id); active != active_.end()) {
    record.status = active->second->status();
  }
}

std::expected<JobRecord, Error> Service::find_locked(std::string_view id) {
  auto record = store_->find(id);
  if (record) overlay(*record);
  return record;
}

std::expected<JobRecord, Error> Service::find(std::string_view id) {
  const std::lock_guard lock(mutex_);
  return find_locked(id);
}

std::expected<std::vector<JobRecord>, Error> Service::list(std::uint64_t before,
                                                           std::uint64_t limit) {
  const std::lock_guard lock(mutex_);
  auto records = store_->list(before, limit);
  if (records) std::ranges::for_each(*records, [this](JobRecord& record) { overlay(record); });
  return records;
}

std::expected<JobStore::Added, Error> Service::create(const Order& order,
                                                      const Idempotency& idempotency) {
  JobRecord record;
  record.id = options_.new_id();
  record.title = order.title;
  record.recipe = recipe_of(order);
  record.created = options_.now();
  record.status.job = record.id;
  record.status.messages_total = record.recipe.messages;
  record.status.started = record.status.updated = record.created;
  auto added = store_->add(std::move(record), idempotency);
  if (!added || !added->is_new) return added;
  options_.tell(nullptr, &added->record.status);
  enqueue(added->record);
  return added;
}

void Service::enqueue(const JobRecord& record) {
  const std::lock_guard lock(mutex_);
  queue_.push_back(record.id);
  changed_.notify_all();
}

std::expected<JobRecord, Error> Service::cancel(std::string_view id) {
  std::unique_lock lock(mutex_);
  auto record = find_locked(id);
  if (!record) return record;
  if (is_final(record->status.state)) return not_now(*record, "nothing is left to cancel");
  const Status before = record->status;
  if (const auto active = active_.find(id); active != active_.end()) {
    record->cancel_asked = true;
    keep(*record);
    active->second->cancel();
    return record;
  }
  std::erase(queue_, id);
  record->status.state = State::cancelled;
  record->status.updated = options_.now();
  keep(*record);
  lock.unlock();
  options_.tell(&before, &record->status);
  return record;
}

std::expected<JobRecord, Error> Service::resume(std::string_view id) {
  std::unique_lock lock(mutex_);
  auto record = find_locked(id);
  if (!record) return record;
  const State state = record->status.state;
  if (state != State::failed && state != State::cancelled) {
    return not_now(*record, "only a failed or cancelled job is resumed");
  }
  const Status before = record->status;
  record->status.state = State::queued;
  record->status.error.clear();
  record->status.updated = options_.now();
  keep(*record);
  queue_.push_back(record->id);
  lock.unlock();
  options_.tell(&before, &record->status);
  changed_.notify_all();
  return record;
}

std::expected<void, Error> Service::remove(std::string_view id) {
  std::unique_lock lock(mutex_);
  const auto record = find_locked(id);
  if (!record) return std::unexpected(record.error());
  if (!is_final(record->status.state)) return not_now(*record, "cancel it first");
  if (auto hidden = store_->hide(id); !hidden) return hidden;
  unsaved_.erase(record->id);
  to_remove_.push_back(record->id);
  lock.unlock();
  options_.tell(&record->status, nullptr);
  changed_.notify_all();
  return {};
}

// A million files take a while: nobody waits for them, and an end of the process is not held up.
bool Service::remove_files_of(std::string_view id, const std::stop_token& stop) const {
  namespace fs = std::filesystem;
  std::error_code failure;
  fs::remove_all(places_.truth(id), failure);
  if (failure) return false;
  for (const fs::path& folder : {places_.corpus(id) / "mail", places_.corpus(id)}) {
    for (fs::directory_iterator entry(folder, failure); !failure && entry != fs::end(entry);
         entry.increment(failure)) {
      if (stop.stop_requested()) return false;
      std::error_code ignored;  // Of one entry; the folder tells whether it was removed.
      fs::remove_all(entry->path(), ignored);
    }
  }
  fs::remove_all(places_.corpus(id), failure);
  return !failure;
}

// What cannot be removed now is tried again by the next process.
void Service::remove_files(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, stop, [this] { return !to_remove_.empty(); });
    if (stop.stop_requested()) return;
    const std::string id = std::move(to_remove_.front());
    to_remove_.pop_front();
    lock.unlock();
    if (remove_files_of(id, stop)) [[maybe_unused]]
      const auto erased = store_->erase(id);
    lock.lock();
  }
}

}  // namespace haymaker::job
