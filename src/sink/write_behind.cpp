#include "sink/write_behind.h"

#include <exception>

namespace haymaker::sink {

WriteBehind::WriteBehind(ByteSink& sink)
    : sink_(sink), thread_([this](const std::stop_token& stop) { work(stop); }) {}

WriteBehind::~WriteBehind() = default;

std::expected<void, Error> WriteBehind::append(Buffer& buffer) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return waiting_.size() < kMostWaiting || error_; });
  if (error_) return result();
  waiting_.push_back(std::move(buffer));
  if (empty_.empty()) {
    buffer = Buffer();
  } else {
    buffer = std::move(empty_.back());
    empty_.pop_back();
  }
  changed_.notify_all();
  return {};
}

std::expected<void, Error> WriteBehind::drain() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return waiting_.empty() || error_; });
  return result();
}

std::expected<void, Error> WriteBehind::result() const {
  if (error_) return std::unexpected(*error_);
  return {};
}

void WriteBehind::work(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (changed_.wait(lock, stop, [this] { return !waiting_.empty(); }) &&
         !stop.stop_requested()) {
    Buffer& buffer = waiting_.front();
    lock.unlock();
    std::expected<void, Error> done;
    try {
      done = sink_.append(buffer.view());
    } catch (const std::exception& failure) {
      done = std::unexpected(Error{ErrorCode::io, failure.what(), ""});
    }
    lock.lock();
    if (!done) {
      error_ = std::move(done.error());
      changed_.notify_all();
      return;
    }
    buffer.clear();
    empty_.push_back(std::move(buffer));
    waiting_.pop_front();
    changed_.notify_all();
  }
}

}  // namespace haymaker::sink
