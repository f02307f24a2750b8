#include "audit/compression.h"

#include <zlib.h>
#include <zstd.h>

#include <new>
#include <vector>

namespace haymaker::audit {
namespace {

double ratio(std::size_t bytes, std::size_t compressed) {
  return static_cast<double>(bytes) / static_cast<double>(compressed);
}

}  // namespace

double gzip_ratio(std::string_view bytes) {
  if (bytes.empty()) return 0;
  constexpr std::size_t kGzipHeaderAndTrailer = 18;
  constexpr std::size_t kZlibHeaderAndTrailer = 6;
  uLongf size = compressBound(bytes.size());
  std::vector<Bytef> out(size);
  if (compress2(out.data(), &size, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(),
                Z_BEST_COMPRESSION) != Z_OK) {
    throw std::bad_alloc();  // The one failure that is possible with room for the bound.
  }
  return ratio(bytes.size(), size - kZlibHeaderAndTrailer + kGzipHeaderAndTrailer);
}

double zstd_ratio(std::string_view bytes, int level) {
  if (bytes.empty()) return 0;
  std::vector<char> out(ZSTD_compressBound(bytes.size()));
  const std::size_t size = ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), level);
  if (ZSTD_isError(size) != 0) throw std::bad_alloc();
  return ratio(bytes.size(), size);
}

}  // namespace haymaker::audit
