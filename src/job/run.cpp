#include "job/run.h"

#include <algorithm>
#include <exception>

#include "job/made_parts.h"

namespace haymaker::job {
namespace {

std::expected<void, Error> check(const MessageSource& source, const Recipe& recipe, Range range,
                                 Crew crew) {
  if (auto fits = sink::check(recipe.packaging); !fits) return fits;
  if (auto fits = check_range(recipe.messages, recipe.part_messages, range); !fits) return fits;
  if (source.count() != recipe.messages) {
    return std::unexpected(Error{ErrorCode::bad_input,
                                 "the corpus has " + std::to_string(source.count()) + " messages",
                                 "messages"});
  }
  if (crew.threads == 0) return std::unexpected(Error{ErrorCode::bad_input, "is zero", "threads"});
  return {};
}

}  // namespace

std::expected<std::unique_ptr<Run>, Error> Run::start(const MessageSource& source,
                                                      sink::Store& store, Recipe recipe,
                                                      Range range, Crew crew) {
  if (auto fits = check(source, recipe, range, crew); !fits) {
    return std::unexpected(std::move(fits.error()));
  }
  if (auto done = settle(store, recipe); !done) return std::unexpected(std::move(done.error()));
  std::unique_ptr<Run> run(new Run(source, store, std::move(recipe), range, crew));
  auto claim = store.claim(kRecipeFile, range.first, range.count);
  if (!claim) return std::unexpected(std::move(claim.error()));
  run->claim_ = std::move(*claim);
  auto made = find_made_parts(store, run->recipe_, run->parts_);
  if (!made) return std::unexpected(std::move(made.error()));

  run->found_ = {.messages_total = range.count, .parts_total = run->parts_.size()};
  for (const Part& part : run->parts_) {
    const auto found = made->find(part.name);
    if (found == made->end()) {
      run->to_make_.push_back(part);
      continue;
    }
    run->found_.messages_found += part.range.count;
    run->found_.bytes += found->second.bytes;
    run->found_.parts_done += 1;
    run->receipts_.push_back(std::move(found->second));
  }
  for (unsigned i = 0; crew.own && i < crew.threads; ++i) {
    run->threads_.emplace_back([r = run.get()] {
      while (r->make_next()) {
      }
    });
  }
  return run;
}

Run::Run(const MessageSource& source, sink::Store& store, Recipe recipe, Range range, Crew crew)
    : source_(source),
      store_(store),
      recipe_(std::move(recipe)),
      range_(range),
      writing_(crew.writing),
      parts_(cut_into_parts(recipe_.messages, recipe_.part_messages, range)),
      seats_(crew.threads) {
  for (Seat& seat : seats_) free_.push_back(&seat);
}

Run::~Run() {
  cancel();
  wait_for(std::chrono::milliseconds::max());
}

void Run::cancel() {
  stop_.request_stop();
  const std::lock_guard lock(mutex_);
  if (has_ended()) ended_.notify_all();
}

Progress Run::progress() const {
  Progress progress = found_;
  progress.messages_done = found_.messages_found;
  for (const Seat& seat : seats_) {
    progress.messages_done += seat.tally.messages.load(std::memory_order_relaxed);
    progress.bytes += seat.tally.bytes.load(std::memory_order_relaxed);
  }
  progress.parts_done += parts_made_.load(std::memory_order_relaxed);
  return progress;
}

bool Run::has_ended() const {
  return under_way_ == 0 && (next_ == to_make_.size() || stop_.stop_requested());
}

bool Run::wait_for(std::chrono::milliseconds longest) {
  std::unique_lock lock(mutex_);
  if (longest == std::chrono::milliseconds::max()) {
    ended_.wait(lock, [this] { return has_ended(); });
    return true;
  }
  return ended_.wait_for(lock, longest, [this] { return has_ended(); });
}

bool Run::make_next() {
  Seat* seat = nullptr;
  const Part* const part = take(seat);
  if (part == nullptr) return false;
  give_back(*seat, make(*part, *seat));
  return true;
}

const Part* Run::take(Seat*& seat) {
  const std::lock_guard lock(mutex_);
  if (next_ == to_make_.size() || stop_.stop_requested() || free_.empty()) return nullptr;
  seat = free_.back();
  free_.pop_back();
  ++under_way_;
  return &to_make_[next_++];
}

std::expected<Receipt, Error> Run::make(const Part& part, Seat& seat) {
  try {
    if (!seat.renderer) seat.renderer = source_.new_renderer();
    return make_part(part, recipe_, store_, *seat.renderer, writing_, stop_.get_token(),
                     seat.tally);
  } catch (const std::exception& failure) {
    return std::unexpected(Error{ErrorCode::io, failure.what(), store_.where()});
  }
}

// The first error is the one to report; the others follow from it or from the stop.
void Run::give_back(Seat& seat, std::expected<Receipt, Error> made) {
  if (made) {
    parts_made_.fetch_add(1, std::memory_order_relaxed);
  } else {
    stop_.request_stop();
  }
  const std::lock_guard lock(mutex_);
  if (made) {
    receipts_.push_back(std::move(*made));
  } else if (!error_) {
    error_ = std::move(made.error());
  }
  free_.push_back(&seat);
  --under_way_;
  if (has_ended()) ended_.notify_all();
}

std::expected<Totals, Error> Run::finish() {
  wait_for(std::chrono::milliseconds::max());
  threads_.clear();
  if (error_) return std::unexpected(std::move(*error_));
  // Stopped between two parts, where no part was there to notice.
  if (receipts_.size() < parts_.size()) return std::unexpected(stopped(store_));
  auto totals = write_manifest();
  claim_.reset();
  return totals;
}

std::expected<Totals, Error> Run::write_manifest() {
  std::ranges::sort(receipts_, {}, [](const Receipt& r) { return r.part.range.first; });
  if (!store_.discards()) {
    const std::string file = run_file("manifest", recipe_.messages, range_, ".json");
    auto done = sink::put(store_, file, manifest_json(recipe_, range_, receipts_));
    if (!done) return std::unexpected(std::move(done.error()));
    if (file != kManifestFile) {
      if (auto joined = join_manifests(store_); !joined) {
        return std::unexpected(std::move(joined.error()));
      }
    }
  }
  return add_up(receipts_);
}

std::expected<Totals, Error> follow(Run& run, StatusFile& status,
                                    const std::function<UnixSeconds()>& now,
                                    const std::function<void(const Progress&)>& show) {
  constexpr std::chrono::milliseconds kStep(100);
  // A status that cannot be written stops no work; the last one decides.
  do {
    const Progress progress = run.progress();
    [[maybe_unused]] const auto written = status.update(progress, now());
    show(progress);
  } while (!run.wait_for(kStep));
  auto totals = run.finish();
  const Progress progress = run.progress();
  show(progress);
  if (totals) {
    auto written = status.change(State::completed, progress, now(), "");
    if (!written) return std::unexpected(std::move(written.error()));
    return totals;
  }
  const State state =
      totals.error().code == ErrorCode::cancelled ? State::cancelled : State::failed;
  [[maybe_unused]] const auto written =
      status.change(state, progress, now(), to_string(totals.error()));
  return totals;
}

}  // namespace haymaker::job
