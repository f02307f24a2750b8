#include <cstring>

#include "media/byte_order.h"
#include "media/checksum.h"
#include "media/raster.h"

namespace haymaker::media {

namespace {

// A chunk is its length, its name, its bytes and a checksum of the last two.
class Chunk {
 public:
  Chunk(std::string_view name, Buffer& out) : out_(out), start_(out.size()) {
    put_big(0, 4, out);
    out.append(name);
  }
  void finish() {
    const std::string_view named = out_.view(start_ + 4);
    const std::uint32_t crc = crc32(named);
    const std::size_t length = named.size() - 4;
    for (int i = 0; i < 4; ++i) {
      out_.data()[start_ + static_cast<std::size_t>(i)] = static_cast<char>(length >> (24 - 8 * i));
    }
    put_big(crc, 4, out_);
  }

 private:
  Buffer& out_;
  std::size_t start_;
};

constexpr std::uint8_t kWithPalette = 3;
constexpr std::uint64_t kDotsPerMetre = 3'780;  // 96 an inch.

}  // namespace

void append_png(const Raster& raster, const Palette& palette, Deflater& deflater, Buffer& rows,
                Buffer& out) {
  out.append("\x89PNG\r\n\x1A\n");
  Chunk header("IHDR", out);
  put_big(static_cast<std::uint64_t>(raster.width()), 4, out);
  put_big(static_cast<std::uint64_t>(raster.height()), 4, out);
  put_big(8, 1, out);
  put_big(kWithPalette, 1, out);
  put_big(0, 3, out);  // Deflate, the only set of filters, not interlaced.
  header.finish();

  Chunk colours("PLTE", out);
  for (const Rgb colour : palette) {
    put_big(static_cast<std::uint64_t>(colour.red << 16 | colour.green << 8 | colour.blue), 3, out);
  }
  colours.finish();

  Chunk dots("pHYs", out);
  put_big(kDotsPerMetre, 4, out);
  put_big(kDotsPerMetre, 4, out);
  put_big(1, 1, out);
  dots.finish();

  rows.clear();
  const auto width = static_cast<std::size_t>(raster.width());
  for (int y = 0; y < raster.height(); ++y) {
    char* const at = rows.grow(width + 1);
    *at = '\0';  // Not filtered.
    std::memcpy(at + 1, raster.row(y), width);
    rows.commit(width + 1);
  }
  Chunk data("IDAT", out);
  deflater.append_zlib(rows.view(), out);
  data.finish();
  Chunk("IEND", out).finish();
}

}  // namespace haymaker::media
