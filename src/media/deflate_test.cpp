#include "media/deflate.h"

#include <gtest/gtest.h>
#include <libdeflate.h>

#include <memory>
#include <string>

#include "rng/stream.h"

namespace haymaker::media {
namespace {

std::string deflated(std::string_view bytes) {
  Deflater deflater;
  Buffer out;
  deflater.append_deflated(bytes, out);
  return std::string(out.view());
}

// By a library that nobody here wrote; `size` bytes must come out, and the stream must end there.
std::string inflated(std::string_view stream, std::size_t size) {
  const std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> reader(
      libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
  std::string out(size, '\0');
  std::size_t read = 0;
  std::size_t written = 0;
  EXPECT_EQ(libdeflate_deflate_decompress_ex(reader.get(), stream.data(), stream.size(), out.data(),
                                             size, &read, &written),
            LIBDEFLATE_SUCCESS);
  EXPECT_EQ(read, stream.size());
  EXPECT_EQ(written, size);
  return out;
}

void expect_round_trip(const std::string& bytes) {
  EXPECT_EQ(inflated(deflated(bytes), bytes.size()), bytes);
}

TEST(Deflate, WritesTheBytesThatItAlwaysWrote) {
  EXPECT_EQ(deflated(""), std::string("\x03\x00", 2));
  EXPECT_EQ(deflated("a"), std::string("\x4B\x04\x00", 3));
  EXPECT_EQ(deflated("abcabcabcabc"), std::string("\x4B\x4C\x4A\x86\x23\x00", 6));
  expect_round_trip("abcabcabcabc");
}

TEST(Deflate, IsReadBackForEachLengthOfAMatch) {
  for (std::size_t length = 0; length <= 600; ++length) {
    expect_round_trip("wxyz" + std::string(length, 'q') + "wxyz");
  }
}

TEST(Deflate, IsReadBackForDistancesUpToTheWindow) {
  for (const std::size_t distance :
       {4U, 5U, 8U, 9U, 256U, 257U, 4'096U, 16'385U, 32'767U, 32'768U, 32'769U, 40'000U}) {
    std::string bytes = "needle in it";
    for (std::size_t i = bytes.size(); i < distance; ++i) bytes += static_cast<char>(i * i % 251);
    expect_round_trip(bytes + "needle in it");
  }
}

TEST(Deflate, MakesRepetitiveTextMuchSmaller) {
  std::string text;
  for (int i = 0; i < 200; ++i)
    text += "<w:t xml:space=\"preserve\">" + std::to_string(i) + "</w:t>";
  EXPECT_LT(deflated(text).size() * 5, text.size());
  expect_round_trip(text);
}

TEST(Deflate, StoresNoiseInBlocksOfFiveBytesMore) {
  rng::Stream stream(rng::Key::root(1));
  std::string noise;
  while (noise.size() < 200'000) noise += static_cast<char>(stream.next64());
  EXPECT_EQ(deflated(noise).size(), 200'000 + 4 * 5);
  expect_round_trip(noise);
}

TEST(Deflate, WrapsTheStreamWithItsAdlerSum) {
  Deflater deflater;
  Buffer out;
  deflater.append_zlib("Wikipedia", out);
  EXPECT_EQ(out.view().substr(0, 2), "\x78\x9C");
  EXPECT_EQ(out.view(out.size() - 4), "\x11\xE6\x03\x98");
}

TEST(Deflate, KeepsNothingFromOneCallToTheNext) {
  Deflater deflater;
  Buffer first;
  Buffer second;
  deflater.append_deflated("the same text, the same text", first);
  deflater.append_deflated("the same text, the same text", second);
  EXPECT_EQ(first.view(), second.view());
}

}  // namespace
}  // namespace haymaker::media
