#include "media/file.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>
#include <string>

#include "base/digest.h"

namespace {
std::atomic<std::uint64_t> allocations = 0;

void* counted(std::size_t size) {
  ++allocations;
  if (void* const memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
}  // namespace

// Counts what the tests of this program allocate.
void* operator new(std::size_t size) { return counted(size); }
void* operator new[](std::size_t size) { return counted(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace haymaker::media {
namespace {

constexpr std::string_view kHeader[] = {"Account", "Amount"};
constexpr Cell kCells[] = {
    {"Nostro 1", false}, {"-12.50", true}, {"Żółć & Co", false}, {"7", true}};
constexpr std::string_view kParagraphs[] = {"Before noon, please; über all.",
                                            "<Second> pаragraph."};
constexpr InnerFile kFiles[] = {{"a.txt", "one"}, {"b.txt", "two"}};

Document sample() {
  return {.title = "Reconciliation of March",
          .author = "Anna Smith",
          .company = "Castellan & Hale",
          .created = 1'709'500'000,
          .modified = 1'709'544'602,
          .paragraphs = kParagraphs,
          .table = {.header = kHeader, .cells = kCells},
          .files = kFiles,
          .target_bytes = 30'000};
}

std::string file_of(FileWriter& writer, FileKind kind, const Document& document) {
  Buffer out;
  writer.append_file(kind, document, rng::Key::root(7), out);
  return std::string(out.view());
}

constexpr FileKind kKinds[] = {FileKind::pdf, FileKind::docx, FileKind::xlsx, FileKind::pptx,
                               FileKind::csv, FileKind::txt,  FileKind::ics,  FileKind::vcf,
                               FileKind::png, FileKind::jpg,  FileKind::zip};

// The files of a corpus must be the same next year and from any compiler: whoever changes a byte of
// one changes this sum, and with it the version of the generator.
TEST(File, HasTheBytesThatItAlwaysHad) {
  FileWriter writer;
  Digest sum;
  for (const FileKind kind : kKinds) sum += digest(file_of(writer, kind, sample()));
  EXPECT_EQ(to_string(sum), "1012dd99c088c5e6e07cc6322b452cab");
}

TEST(File, DoesNotDependOnWhatWasWrittenBefore) {
  FileWriter used;
  for (const FileKind kind : kKinds) {
    FileWriter fresh;
    EXPECT_EQ(file_of(used, kind, sample()), file_of(fresh, kind, sample())) << extension(kind);
    Buffer behind;
    behind.append("something else");
    used.append_file(kind, sample(), rng::Key::root(7), behind);
    EXPECT_EQ(behind.view(14), file_of(fresh, kind, sample())) << extension(kind);
  }
}

TEST(File, ComesNearTheSizeThatWasAskedFor) {
  FileWriter writer;
  for (const FileKind kind : {FileKind::pdf, FileKind::docx, FileKind::xlsx, FileKind::pptx,
                              FileKind::png, FileKind::jpg}) {
    for (const int target : {40'000, 120'000, 700'000, 3'000'000}) {
      Document document = sample();
      document.picture = kind == FileKind::jpg ? Picture::photo : Picture::text;
      document.target_bytes = static_cast<std::size_t>(target);
      const auto size = static_cast<double>(file_of(writer, kind, document).size());
      EXPECT_NEAR(size, target, target * 0.15) << extension(kind);
    }
  }
}

TEST(File, IsWholeWithoutAnythingToSay) {
  FileWriter writer;
  for (const FileKind kind : kKinds) {
    Buffer out;
    EXPECT_TRUE(writer.append_file(kind, Document{}, rng::Key{}, out).empty());
    EXPECT_EQ(out.empty(), kind == FileKind::csv || kind == FileKind::txt) << extension(kind);
  }
}

TEST(File, AllocatesNothingOnceItsBuffersHaveGrown) {
  FileWriter writer;
  Buffer out;
  const Planted planted[] = {{Field::paragraph, 1, 9, 19}};
  Document document = sample();
  document.planted = planted;
  const auto write_all = [&] {
    for (const FileKind kind : kKinds) {
      for (const bool scanned : {false, true}) {
        document.scanned = scanned;
        out.clear();
        writer.append_file(kind, document, rng::Key::root(7), out);
      }
    }
    out.clear();
    writer.append_logo("Castellan & Hale", rng::Key::root(1), out);
  };
  write_all();
  const std::uint64_t before = allocations;
  write_all();
  EXPECT_EQ(allocations - before, 0U);
}

TEST(Invitation, IsTheFileWithTheLineEndsOfText) {
  FileWriter writer;
  Buffer out;
  out.append("\r\n");
  writer.append_invitation(sample(), out);
  std::string file = file_of(writer, FileKind::ics, sample());
  std::erase(file, '\r');
  EXPECT_EQ(out.view(2), file);
}

TEST(File, IsNotWrittenForAMessage) {
  FileWriter writer;
  EXPECT_EQ(file_of(writer, FileKind::eml, sample()), "");
}

TEST(Logo, IsSmallAndOfTheCompanysOwn) {
  FileWriter writer;
  Buffer first;
  Buffer again;
  Buffer other;
  writer.append_logo("Castellan & Hale", rng::Key::root(1), first);
  writer.append_logo("Castellan & Hale", rng::Key::root(1), again);
  writer.append_logo("Castellan & Hale", rng::Key::root(2), other);
  EXPECT_EQ(first.view(), again.view());
  EXPECT_NE(first.view(), other.view());
  EXPECT_GE(first.size(), 1'000U);
  EXPECT_LE(first.size(), 6'000U);
}

}  // namespace
}  // namespace haymaker::media
