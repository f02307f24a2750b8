#include "media/typed_sheet.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "media/bitmap_font.h"
#include "media/jpeg.h"
#include "rng/stream.h"

namespace haymaker::media {

namespace {

// A4 at 100 dots an inch, in blocks of 8 x 8 pixels. A character is one block wide and a line two
// blocks high.
constexpr int kBlocksWide = 104;
constexpr int kBlocksHigh = 146;
constexpr int kLeft = 10;
constexpr int kTop = 12;
constexpr int kLineBlocks = 2;
constexpr int kDotsPerInch = 100;
static_assert(kLeft + static_cast<int>(kSheetColumns) + kLeft == kBlocksWide);
static_assert(kTop + kLineBlocks * static_cast<int>(kSheetLines) <= kBlocksHigh);

constexpr int kPaper = 238;
constexpr int kInk = 42;

constexpr std::size_t kBlocks = std::size_t{kBlocksWide} * kBlocksHigh;
// What they take without grain, as measured.
constexpr std::size_t kBareBlockBits = 4;
constexpr std::size_t kCharacterBits = 710;

// The pixel rows above and below a glyph of 13 rows in its cell of 16.
constexpr int kRowsAbove = 2;

// One half (0 upper, 1 lower) of a character's cell; false where nothing of the glyph lies in it.
bool sample_glyph(const Glyph& glyph, int half, std::array<std::uint8_t, kBlockSamples>& samples) {
  bool inked = false;
  for (int y = 0; y < kBlockSide; ++y) {
    const int row = half * kBlockSide + y - kRowsAbove;
    const unsigned bits =
        row >= 0 && row < kGlyphHeight ? glyph[static_cast<std::size_t>(row)] : 0U;
    inked |= bits != 0;
    for (int x = 0; x < kBlockSide; ++x) {
      const int place = kBlockSide * y + x;
      samples[static_cast<std::size_t>(place)] =
          static_cast<std::uint8_t>((bits >> (7 - x) & 1U) != 0 ? kInk : kPaper);
    }
  }
  return inked;
}

// Coefficients for each block in units of 1/256, so that the whole comes to `target_bytes`.
std::size_t grain_for(std::span<const std::string_view> lines, std::size_t target_bytes) noexcept {
  std::size_t inked = 0;
  for (const std::string_view line : lines) {
    for (const char c : line) inked += c != ' ' ? 1 : 0;
  }
  const std::size_t bare = kBlocks - std::min(2 * inked, kBlocks - 1);
  const std::size_t bits = 8 * (target_bytes - std::min(target_bytes, kJpegHeaderBytes));
  const std::size_t least = bare * kBareBlockBits + inked * kCharacterBits;
  if (bits <= least) return 0;
  return std::min<std::size_t>(256 * most_grain(JpegKind::sheet),
                               256 * (bits - least) / (5 * bare));
}

// The drawn halves of characters, so that each is transformed once for a sheet.
class Types {
 public:
  // Null where nothing of the glyph lies in that half.
  const Coefficients* half(char32_t c, int half) noexcept {
    const std::uint32_t tag =
        (static_cast<std::uint32_t>(c) << 1 | static_cast<std::uint32_t>(half)) + 1;
    Type& type = types_[tag % kTypes];
    if (type.tag != tag) {
      std::array<std::uint8_t, kBlockSamples> samples;
      type.tag = tag;
      type.inked = sample_glyph(glyph(c), half, samples);
      transform(JpegKind::sheet, samples, type.coefficients);
    }
    return type.inked ? &type.coefficients : nullptr;
  }

 private:
  static constexpr std::size_t kTypes = 256;
  struct Type {
    std::uint32_t tag = 0;
    bool inked = false;
    Coefficients coefficients;
  };
  std::array<Type, kTypes> types_;
};

// The next character that takes room; a space at the end.
char32_t next_character(std::string_view& rest) noexcept {
  while (!rest.empty()) {
    const CodePoint point = first_code_point(rest);
    rest.remove_prefix(point.bytes);
    if (!has_no_width(point.value)) return point.value;
  }
  return U' ';
}

}  // namespace

PictureSize append_typed_sheet(std::span<const std::string_view> lines, rng::Key key,
                               std::size_t target_bytes, Buffer& out) {
  const PictureSize size{kBlockSide * kBlocksWide, kBlockSide * kBlocksHigh};
  append_jpeg_header(JpegKind::sheet, size.width, size.height, kDotsPerInch, out);
  JpegWriter jpeg(out);
  Types types;
  rng::Stream noise(key / "grain");
  const std::size_t grain = grain_for(lines, target_bytes);
  std::size_t owed = 0;
  for (int y = 0; y < kBlocksHigh; ++y) {
    jpeg.room(kBlocksWide);
    const auto line = static_cast<std::size_t>(std::max(0, y - kTop) / kLineBlocks);
    const int half = (y - kTop) % kLineBlocks;
    std::string_view rest = y >= kTop && line < lines.size() ? lines[line] : std::string_view{};
    for (int x = 0; x < kBlocksWide; ++x) {
      owed += grain;
      const int count = static_cast<int>(owed >> 8);
      owed &= 0xFF;
      const char32_t c = x < kLeft ? U' ' : next_character(rest);
      const Coefficients* const type = c == U' ' ? nullptr : types.half(c, half);
      if (type == nullptr) {
        jpeg.flat_block(0, kPaper, count, noise);
        continue;
      }
      Coefficients inked = *type;
      add_grain(noise, count, inked);
      jpeg.block(0, inked);
    }
  }
  jpeg.finish();
  return size;
}

}  // namespace haymaker::media
