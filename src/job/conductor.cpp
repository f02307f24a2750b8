#include "job/conductor.h"

#include <exception>

#include "job/corpus_source.h"
#include "job/key_writer.h"

namespace haymaker::job {
namespace {

constexpr std::chrono::milliseconds kStep(200);

}  // namespace

Conductor::Conductor(JobRecord record, const Places& places, Workers& workers,
                     const std::function<UnixSeconds()>& now,
                     const std::function<void(const Status&)>& tell)
    : record_(std::move(record)),
      places_(places),
      workers_(workers),
      now_(now),
      tell_(tell),
      shown_(record_.status) {}

Status Conductor::status() const {
  const std::lock_guard lock(mutex_);
  return shown_;
}

void Conductor::show(const Status& status) {
  {
    const std::lock_guard lock(mutex_);
    shown_ = status;
  }
  tell_(status);
}

void Conductor::cancel() { stop(); }

void Conductor::park() {
  parked_ = true;
  stop();
}

void Conductor::stop() {
  stop_.request_stop();
  const std::lock_guard lock(mutex_);
  if (run_ != nullptr) run_->cancel();
}

JobRecord Conductor::conduct() {
  std::expected<Totals, Error> totals;
  try {
    totals = make();
  } catch (const std::exception& failure) {
    totals = std::unexpected(Error{ErrorCode::io, failure.what(), ""});
  }
  if (totals) record_.digest = to_string(totals->digest);
  end(totals);
  return record_;
}

std::expected<Totals, Error> Conductor::make() {
  auto store = sink::open_store(places_.corpus(record_.id).string(), sink::Durability::cached);
  if (!store) return std::unexpected(std::move(store.error()));
  store_ = std::move(*store);
  const auto spec = corpus::parse_spec(record_.recipe.spec);
  if (!spec) return std::unexpected(spec.error().front());
  const auto corpus = corpus::Corpus::compile(*spec);
  if (!corpus) return std::unexpected(corpus.error().front());
  auto totals = run(*corpus, *store_);
  if (!totals) return totals;
  if (auto written = write_truth(*corpus); !written) {
    return std::unexpected(std::move(written.error()));
  }
  return totals;
}

std::expected<Totals, Error> Conductor::run(const corpus::Corpus& corpus, sink::Store& store) {
  const CorpusSource source(corpus);
  auto started = Run::start(source, store, record_.recipe, {0, record_.recipe.messages},
                            {.threads = workers_.threads(), .own = false});
  if (!started) return std::unexpected(std::move(started.error()));
  Run& run = **started;
  {
    const std::lock_guard lock(mutex_);
    run_ = &run;
    if (stop_.stop_requested()) run.cancel();
  }
  // After the recipe has been settled: a place that holds a status is no longer empty.
  file_ = std::make_unique<StatusFile>(store, "status.txt", record_.id, now_());
  {
    const Workers::Share share(workers_, run);
    do {
      progress_ = run.progress();
      // A status that cannot be written stops no work; the last one decides.
      [[maybe_unused]] const auto written = file_->update(progress_, now_());
      show(file_->status());
    } while (!run.wait_for(kStep));
  }
  auto totals = run.finish();
  progress_ = run.progress();
  const std::lock_guard lock(mutex_);
  run_ = nullptr;
  return totals;
}

std::expected<void, Error> Conductor::write_truth(const corpus::Corpus& corpus) {
  auto store = open_key(places_.truth(record_.id).string(), record_.recipe.spec_digest);
  if (!store) return std::unexpected(std::move(store.error()));
  const auto counts = write_key(corpus, **store, stop_.get_token());
  if (!counts) return std::unexpected(counts.error());
  return {};
}

void Conductor::end(const std::expected<Totals, Error>& totals) {
  State state = State::completed;
  std::string error;
  if (!totals) {
    const bool stopped = totals.error().code == ErrorCode::cancelled;
    state = !stopped ? State::failed : parked_ ? State::queued : State::cancelled;
    error = stopped ? "" : to_string(totals.error());
  }
  Status status = record_.status;
  if (file_ != nullptr) {
    const auto written = file_->change(state, progress_, now_(), error);
    status = file_->status();
    if (!written && state == State::completed) {
      status.state = State::failed;
      status.error = to_string(written.error());
    }
  } else {
    status.state = state;
    status.error = error;
    status.updated = now_();
  }
  record_.status = status;
  record_.cancel_asked = false;
}

}  // namespace haymaker::job
