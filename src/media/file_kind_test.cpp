#include "media/file_kind.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <vector>

namespace haymaker::media {
namespace {

TEST(FileKind, IsDrawnAsOftenAsInBusinessMail) {
  rng::Stream stream(rng::Key::root(1));
  constexpr int kDraws = 100'000;
  std::array<int, kFileKinds> counts{};
  for (int i = 0; i < kDraws; ++i) ++counts[static_cast<std::size_t>(draw_file_kind(stream))];
  constexpr std::array<int, kFileKinds> kPerCent = {34, 16, 22, 5, 3, 1, 1, 1, 5, 7, 2, 3};
  for (std::size_t kind = 0; kind < counts.size(); ++kind) {
    EXPECT_NEAR(counts[kind], kDraws / 100 * kPerCent[kind], 350) << kind;
  }
}

TEST(FileBytes, HaveTheMediansOfTheirKinds) {
  const auto median = [](FileKind kind) {
    rng::Stream stream(rng::Key::root(2));
    std::vector<std::size_t> sizes(20'001);
    for (std::size_t& size : sizes) size = draw_file_bytes(kind, stream);
    std::ranges::sort(sizes);
    return static_cast<double>(sizes[10'000]);
  };
  EXPECT_NEAR(median(FileKind::pdf), 150'000, 6'000);
  EXPECT_NEAR(median(FileKind::xlsx), 45'000, 2'000);
  EXPECT_NEAR(median(FileKind::docx), 40'000, 2'000);
  EXPECT_NEAR(median(FileKind::pptx), 900'000, 30'000);
  EXPECT_EQ(median(FileKind::csv), 0);
}

TEST(FileKind, HasItsTypeAndExtension) {
  EXPECT_EQ(extension(FileKind::docx), "docx");
  EXPECT_EQ(media_type(FileKind::pdf), "application/pdf");
  EXPECT_EQ(media_type(FileKind::jpg), "image/jpeg");
  EXPECT_EQ(media_type(FileKind::eml), "message/rfc822");
}

}  // namespace
}  // namespace haymaker::media
