#include <zstd.h>

#include <new>

#include "base/buffer.h"
#include "sink/compressed_sink.h"

namespace haymaker::sink {
namespace {

struct FreeContext {
  void operator()(ZSTD_CCtx* context) const noexcept { ZSTD_freeCCtx(context); }
};

class ZstdSink final : public ByteSink {
 public:
  ZstdSink(std::unique_ptr<ByteSink> next, int level)
      : next_(std::move(next)), context_(ZSTD_createCCtx()) {
    if (!context_) throw std::bad_alloc();
    ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_checksumFlag, 1);
  }

  std::expected<void, Error> append(std::string_view bytes) override {
    return compress(bytes, ZSTD_e_continue);
  }

  std::expected<std::uint64_t, Error> finish() override {
    if (auto done = compress({}, ZSTD_e_end); !done)
      return std::unexpected(std::move(done.error()));
    if (auto done = next_->append(compressed_.view()); !done) {
      return std::unexpected(std::move(done.error()));
    }
    return next_->finish();
  }

 private:
  // Until the input is used up or, at the end, until the frame is closed.
  std::expected<void, Error> compress(std::string_view bytes, ZSTD_EndDirective directive) {
    ZSTD_inBuffer input{bytes.data(), bytes.size(), 0};
    for (;;) {
      ZSTD_outBuffer output{compressed_.grow(room_), room_, 0};
      const std::size_t left = ZSTD_compressStream2(context_.get(), &output, &input, directive);
      if (ZSTD_isError(left) != 0) {
        return std::unexpected(
            Error{ErrorCode::io, std::string("zstd: ") + ZSTD_getErrorName(left), ""});
      }
      compressed_.commit(output.pos);
      if (compressed_.size() >= kFlushSize) {
        if (auto done = next_->append(compressed_.view()); !done) return done;
        compressed_.clear();
      }
      if (directive == ZSTD_e_end ? left == 0 : input.pos == input.size) return {};
    }
  }

  static constexpr std::size_t kFlushSize = 256 * 1024;

  std::unique_ptr<ByteSink> next_;
  std::unique_ptr<ZSTD_CCtx, FreeContext> context_;
  std::size_t room_ = ZSTD_CStreamOutSize();  // For one whole block, so that no call stops short.
  Buffer compressed_{kFlushSize + room_};
};

}  // namespace

std::unique_ptr<ByteSink> zstd_sink(std::unique_ptr<ByteSink> next, int level) {
  return std::make_unique<ZstdSink>(std::move(next), level);
}

}  // namespace haymaker::sink
