#include "media/raster.h"

#include <gtest/gtest.h>

#include <string>

namespace haymaker::media {
namespace {

std::string drawn(const Raster& raster) {
  std::string picture;
  for (int y = 0; y < raster.height(); ++y) {
    for (int x = 0; x < raster.width(); ++x) picture += static_cast<char>('0' + raster.at(x, y));
    picture += '\n';
  }
  return picture;
}

TEST(Raster, LeavesOutWhatLiesOutside) {
  Raster raster;
  raster.reset(4, 3);
  raster.fill(-2, -1, 4, 3, 1);
  raster.fill(3, 2, 9, 9, 2);
  raster.set(9, 9, 3);
  EXPECT_EQ(drawn(raster), "1100\n1100\n0002\n");
}

TEST(Raster, DrawsADisc) {
  Raster raster;
  raster.reset(5, 5);
  raster.fill_circle(2, 2, 2, 1);
  EXPECT_EQ(drawn(raster), "00100\n01110\n11111\n01110\n00100\n");
}

TEST(Raster, WritesTextAtAScaleAndSkipsWhatHasNoWidth) {
  Raster one;
  one.reset(40, 13);
  EXPECT_EQ(one.write("a\u200Bb", 0, 0, 1, 1), 16);
  Raster two;
  two.reset(80, 26);
  EXPECT_EQ(two.write("ab", 0, 0, 2, 1), 32);
  for (int y = 0; y < 26; ++y) {
    for (int x = 0; x < 80; ++x) EXPECT_EQ(two.at(x, y), one.at(x / 2, y / 2));
  }
}

TEST(Raster, KeepsItsPixelsWhenItIsExtended) {
  Raster raster;
  raster.reset(2, 1);
  raster.set(1, 0, 7);
  raster.extend(1);
  EXPECT_EQ(drawn(raster), "07\n00\n");
}

TEST(Png, HasItsChunksWithTheirChecksums) {
  Raster raster;
  raster.reset(1, 1);
  Deflater deflater;
  Buffer rows;
  Buffer out;
  append_png(raster, Palette{}, deflater, rows, out);
  const std::string_view png = out.view();
  EXPECT_EQ(png.substr(0, 8), "\x89PNG\r\n\x1A\n");
  EXPECT_EQ(png.substr(8, 25),
            std::string_view("\0\0\0\x0DIHDR\0\0\0\1\0\0\0\1\x08\x03\0\0\0\x28\xCB\x34\xBB", 25));
  EXPECT_EQ(png.substr(33, 8), std::string_view("\0\0\x01\xB0PLTE", 8));
  EXPECT_EQ(png.substr(png.size() - 12), std::string_view("\0\0\0\0IEND\xAE\x42\x60\x82", 12));
}

}  // namespace
}  // namespace haymaker::media
