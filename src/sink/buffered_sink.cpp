#include "sink/buffered_sink.h"

namespace haymaker::sink {

BufferedSink::BufferedSink(std::unique_ptr<ByteSink> sink, Writing writing)
    : sink_(std::move(sink)),
      behind_(writing == Writing::behind ? std::make_unique<WriteBehind>(*sink_) : nullptr) {}

std::expected<void, Error> BufferedSink::flush() {
  flushed_ += buffer_.size();
  if (behind_) {
    auto taken = behind_->append(buffer_);
    buffer_.reserve(kFlushSize + kHeadroom);
    return taken;
  }
  auto done = sink_->append(buffer_.view());
  buffer_.clear();
  return done;
}

std::expected<std::uint64_t, Error> BufferedSink::finish() {
  if (auto flushed = flush(); !flushed) return std::unexpected(std::move(flushed.error()));
  if (behind_) {
    if (auto done = behind_->drain(); !done) return std::unexpected(std::move(done.error()));
  }
  return sink_->finish();
}

}  // namespace haymaker::sink
