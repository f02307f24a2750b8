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
  for (ThreadTally& tally : run->tallies_) {
    run->threads_.emplace_back([r = run.get(), &tally] { r->work(tally); });
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
      tallies_(crew.threads),
      working_(crew.threads) {}

Run::~Run() { cancel(); }

Progress Run::progress() const {
  Progress progress = found_;
  progress.messages_done = found_.messages_found;
  for (const ThreadTally& tally : tallies_) {
    progress.messages_done += tally.messages.load(std::memory_order_relaxed);
    progress.bytes += tally.bytes.load(std::memory_order_relaxed);
  }
  progress.parts_done += parts_made_.load(std::memory_order_relaxed);
  return progress;
}

bool Run::wait_for(std::chrono::milliseconds longest) {
  std::unique_lock lock(mutex_);
  return ended_.wait_for(lock, longest, [this] { return working_ == 0; });
}

void Run::work(ThreadTally& tally) {
  try {
    if (auto done = work_until_done(tally); !done) fail(std::move(done.error()));
  } catch (const std::exception& failure) {
    fail({ErrorCode::io, failure.what(), store_.where()});
  }
  const std::lock_guard lock(mutex_);
  if (--working_ == 0) ended_.notify_all();
}

std::expected<void, Error> Run::work_until_done(ThreadTally& tally) {
  const std::unique_ptr<Renderer> renderer = source_.new_renderer();
  const std::stop_token stop = stop_.get_token();
  for (;;) {
    const std::size_t at = next_.fetch_add(1, std::memory_order_relaxed);
    if (at >= to_make_.size()) return {};
    auto receipt = make_part(to_make_[at], recipe_, store_, *renderer, writing_, stop, tally);
    if (!receipt) return std::unexpected(std::move(receipt.error()));
    parts_made_.fetch_add(1, std::memory_order_relaxed);
    const std::lock_guard lock(mutex_);
    receipts_.push_back(std::move(*receipt));
  }
}

// The first error is the one to report; the others follow from it or from the stop.
void Run::fail(Error error) {
  {
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = std::move(error);
  }
  stop_.request_stop();
}

std::expected<Totals, Error> Run::finish() {
  threads_.clear();
  if (error_) return std::unexpected(std::move(*error_));
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
