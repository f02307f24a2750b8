#include <libdeflate.h>

#include <algorithm>
#include <new>

#include "base/buffer.h"
#include "sink/compressed_sink.h"

namespace haymaker::sink {
namespace {

struct FreeCompressor {
  void operator()(libdeflate_compressor* compressor) const noexcept {
    libdeflate_free_compressor(compressor);
  }
};

class GzipSink final : public ByteSink {
 public:
  GzipSink(std::unique_ptr<ByteSink> next, int level)
      : next_(std::move(next)), compressor_(libdeflate_alloc_compressor(level)) {
    if (!compressor_) throw std::bad_alloc();
  }

  std::expected<void, Error> append(std::string_view bytes) override {
    while (!bytes.empty()) {
      const std::size_t taken = std::min(bytes.size(), kMember - pending_.size());
      pending_.append(bytes.substr(0, taken));
      bytes.remove_prefix(taken);
      if (pending_.size() < kMember) break;
      if (auto done = write_member(); !done) return done;
    }
    return {};
  }

  std::expected<std::uint64_t, Error> finish() override {
    if (!pending_.empty() || members_ == 0) {
      if (auto done = write_member(); !done) return std::unexpected(std::move(done.error()));
    }
    return next_->finish();
  }

 private:
  std::expected<void, Error> write_member() {
    compressed_.clear();
    const std::size_t bound = libdeflate_gzip_compress_bound(compressor_.get(), pending_.size());
    compressed_.commit(libdeflate_gzip_compress(compressor_.get(), pending_.data(), pending_.size(),
                                                compressed_.grow(bound), bound));
    pending_.clear();
    ++members_;
    return next_->append(compressed_.view());
  }

  static constexpr std::size_t kMember = std::size_t{1} << 20;

  std::unique_ptr<ByteSink> next_;
  std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor_;
  Buffer pending_{kMember};
  Buffer compressed_;
  std::uint64_t members_ = 0;
};

}  // namespace

std::unique_ptr<ByteSink> gzip_sink(std::unique_ptr<ByteSink> next, int level) {
  return std::make_unique<GzipSink>(std::move(next), level);
}

}  // namespace haymaker::sink
