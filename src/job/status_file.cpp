#include "job/status_file.h"

namespace haymaker::job {
namespace {

constexpr std::uint64_t kMostUpdates = 200;

}  // namespace

StatusFile::StatusFile(sink::Store& store, std::string file, std::string job, UnixSeconds now)
    : store_(store), file_(std::move(file)) {
  status_.job = std::move(job);
  status_.started = now;
  if (const auto text = store_.get(file_)) {
    if (const auto earlier = parse_status(*text)) status_.attempt = earlier->attempt + 1;
  }
}

std::expected<void, Error> StatusFile::update(const Progress& progress, UnixSeconds now) {
  if (status_.state != State::running) return change(State::running, progress, now, "");
  apply(progress, now, status_);
  const std::uint64_t step = progress.messages_total / kMostUpdates;
  // A part that is given up is taken back, so progress can fall.
  if (now <= written_at_ || progress.messages_done <= written_done_ + step) return {};
  return write(now);
}

std::expected<void, Error> StatusFile::change(State state, const Progress& progress,
                                              UnixSeconds now, std::string error) {
  status_.state = state;
  status_.error = std::move(error);
  apply(progress, now, status_);
  if (is_final(state) && state != State::completed) status_.eta_s.reset();
  return write(now);
}

std::expected<void, Error> StatusFile::write(UnixSeconds now) {
  written_at_ = now;
  written_done_ = status_.messages_done;
  if (store_.discards()) return {};
  Buffer text;
  append_status(status_, text);
  return sink::put(store_, file_, text.view());
}

}  // namespace haymaker::job
