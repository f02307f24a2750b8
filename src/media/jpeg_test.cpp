#include "media/jpeg.h"

#include <gtest/gtest.h>

#include <string>

#include "media/photo.h"
#include "media/typed_sheet.h"

namespace haymaker::media {
namespace {

constexpr rng::Key kKey = rng::Key::root(5);

std::array<std::uint8_t, kBlockSamples> flat(int level) {
  std::array<std::uint8_t, kBlockSamples> samples;
  samples.fill(static_cast<std::uint8_t>(level));
  return samples;
}

TEST(Jpeg, TransformsAFlatBlockToItsLevel) {
  for (const int level : {0, 1, 127, 128, 200, 255}) {
    Coefficients coefficients;
    transform(JpegKind::sheet, flat(level), coefficients);
    EXPECT_EQ(coefficients[0], level - 128) << level;
    for (std::size_t i = 1; i < coefficients.size(); ++i) EXPECT_EQ(coefficients[i], 0);
  }
}

TEST(Jpeg, TransformsTheSteepestEdge) {
  std::array<std::uint8_t, kBlockSamples> samples;
  for (std::size_t i = 0; i < samples.size(); ++i) samples[i] = i % 8 < 4 ? 1 : 255;
  Coefficients coefficients;
  transform(JpegKind::photo, samples, coefficients);
  EXPECT_EQ(coefficients[0], 0);
  // -127 * 8 * 2 * (cos 1 + cos 3 + cos 5 + cos 7) / (4 * sqrt 2), in sixteenths of pi.
  EXPECT_NEAR(coefficients[1], -920, 2);
}

TEST(Jpeg, CodesBlocksBitByBit) {
  Buffer out;
  JpegWriter jpeg(out);
  jpeg.room(3);
  rng::Stream noise(kKey);
  jpeg.flat_block(0, 128, 0, noise);  // Difference 0: 00. End of block: 10.
  jpeg.flat_block(0, 131, 0, noise);  // Difference 3, of two bits: 011 11. End of block: 10.
  Coefficients drawing{};
  drawing[0] = 2;   // Difference -1, of one bit: 010 0.
  drawing[1] = -9;  // Grain: 0 0110.
  drawing[63] = 1;  // Thrice sixteen zeros, then thirteen and a value of one bit.
  jpeg.block(0, drawing);
  jpeg.finish();
  // 0010 0111 1100 1000 0110, three codes of 14 bits, and another with its bit; a stuffed zero.
  EXPECT_EQ(out.view().substr(0, 2), "\x27\xC8");
  EXPECT_EQ(static_cast<unsigned char>(out.view()[2]) >> 4, 0b0110);
  EXPECT_EQ(out.size(), (20U + 3 * 14 + 15 + 7) / 8 + 1 + 2);
}

TEST(Jpeg, NeverLeavesABareByteOfOnes) {
  Buffer out;
  append_typed_sheet(std::array<std::string_view, 1>{"Approve it today."}, rng::Key::root(2),
                     60'000, out);
  append_photo(rng::Key::root(3), 60'000, out);
  const std::string_view bytes = out.view();
  int markers = 0;
  for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
    if (bytes[i] == '\xFF' && bytes[i + 1] != '\0') ++markers;
  }
  EXPECT_EQ(markers, 2 * 8);  // SOI, APP0, DQT, SOF0, two DHT, SOS, EOI.
}

TEST(Photo, HasTheSizeThatWasAskedFor) {
  for (const int target : {2'000, 5'000, 20'000, 90'000, 400'000, 2'500'000}) {
    Buffer out;
    append_photo(kKey, static_cast<std::size_t>(target), out);
    EXPECT_NEAR(static_cast<double>(out.size()), target, target * 0.10 + 100);
  }
}

TEST(TypedSheet, HasTheSizeThatWasAskedForWhereItsTextAllows) {
  const std::array<std::string_view, 4> lines = {"To the files:", "", "The limit was raised twice.",
                                                 "Nobody wrote down by whom."};
  for (const int target : {20'000, 60'000, 120'000, 150'000}) {
    Buffer out;
    append_typed_sheet(lines, kKey, static_cast<std::size_t>(target), out);
    EXPECT_NEAR(static_cast<double>(out.size()), target, target * 0.10 + 100);
  }
}

}  // namespace
}  // namespace haymaker::media
