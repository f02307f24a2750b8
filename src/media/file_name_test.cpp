#include "media/file_name.h"

#include <gtest/gtest.h>

#include <set>

#include "base/utf8.h"

namespace haymaker::media {
namespace {

constexpr NameFacts kFacts{.topic = "Castellan recon: May/June",
                           .author = "Łukasz Smith",
                           .at = 1'736'846'525,  // 2025-01-14T09:22:05Z
                           .offset_minutes = 90};

std::string named(std::string_view pattern) {
  std::string text;
  for (int i = 0; i < kFileKinds; ++i) {
    text +=
        std::string(extension(static_cast<FileKind>(i))) + " | 1 | " + std::string(pattern) + "\n";
  }
  const auto names = FileNames::parse(text, "test");
  EXPECT_TRUE(names.has_value());
  Buffer out;
  names->append(FileKind::pdf, kFacts, rng::Key::root(1), out);
  return std::string(out.view());
}

TEST(FileName, FillsPatternsByTheClockOfTheAuthor) {
  EXPECT_EQ(named("scan_{ymd}_{hm}"), "scan_20250114_1052.pdf");
  EXPECT_EQ(named("{y-m-d} {h.m.s}"), "2025-01-14 10.52.05.pdf");
  EXPECT_EQ(named("{d.m.y} {hms} Q{q} {yyyy} {yy}"), "14.01.2025 105205 Q1 2025 25.pdf");
  EXPECT_EQ(named("{month} {mmm}"), "January Jan.pdf");
}

TEST(FileName, LeavesOutWhatFileSystemsForbid) {
  EXPECT_EQ(named("{topic}"), "Castellan recon_ May_June.pdf");
  EXPECT_EQ(named("{topic_}_FINAL"), "Castellan_recon__May_June_FINAL.pdf");
  EXPECT_EQ(named("{Topic}"), "CastellanRecon_May_June.pdf");
  EXPECT_EQ(named("{author_} {initials}"), "Łukasz_Smith ŁS.pdf");
}

TEST(FileName, HasNumbersOfTheirOwnWidth) {
  EXPECT_EQ(named("{v}").size(), 5U);
  EXPECT_EQ(named("{serial}").size(), 8U);
  EXPECT_EQ(named("{num}").size(), 10U);
  EXPECT_EQ(named("{hex}").size(), 20U);
}

TEST(FileName, ComesFromAPackWithoutMistakes) {
  const auto names = FileNames::load();
  ASSERT_TRUE(names.has_value()) << to_string(names.error());
  for (int i = 0; i < kFileKinds; ++i) {
    const auto kind = static_cast<FileKind>(i);
    std::set<std::string> seen;
    bool foreign = false;
    for (std::uint64_t n = 0; n < 500; ++n) {
      Buffer out;
      names->append(kind, kFacts, rng::Key::root(n), out);
      EXPECT_TRUE(is_valid_utf8(out.view()));
      EXPECT_TRUE(out.view().ends_with(std::string(".") + std::string(extension(kind))));
      foreign |= !is_ascii(out.view());
      seen.emplace(out.view());
    }
    EXPECT_GE(seen.size(), 3U) << extension(kind);
    if (kind == FileKind::pdf || kind == FileKind::xlsx) {
      EXPECT_TRUE(foreign);
      EXPECT_GE(seen.size(), 50U);
    }
  }
}

TEST(FileName, SaysWhichLineOfThePackIsWrong) {
  const auto where = [](std::string_view text) {
    return to_string(FileNames::parse(text, "names").error());
  };
  EXPECT_EQ(where("# x\npdf | 2 | {nobody}\n"), "names:2: the pattern has an unknown placeholder");
  EXPECT_EQ(where("pdf | 2 | {topic\n"), "names:1: the pattern has an unknown placeholder");
  EXPECT_EQ(where("pdf | two | x\n"), "names:1: the weight is no number");
  EXPECT_EQ(where("pdf exe | 2 | x\n"), "names:1: no such kind of file");
  EXPECT_EQ(where("pdf | 2 | x\n"), "names: no pattern for docx");
}

}  // namespace
}  // namespace haymaker::media
