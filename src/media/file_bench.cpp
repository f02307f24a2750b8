// What a file costs against the same number of random bytes, which is the first line: pictures are
// made of those. Each file but the texts is brought to 150 kB by its pictures.
//
//   noise            150 kB of random words
//   photo            a JPEG
//   pdf, scan        twelve paragraphs and a table of forty rows, typeset or as typed sheets
//   docx, xlsx, pptx the same
//   png              a screenshot of the paragraphs
//   text/KIND        files without pictures: csv, ics, and the office files with nothing but text

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "media/file.h"

namespace haymaker::media {
namespace {

constexpr std::size_t kBytes = 150'000;

// Owns what the views of its document look at.
class Sample {
 public:
  Sample() {
    for (std::size_t i = 0; i < 12; ++i) {
      std::string text;
      for (std::size_t word = i; text.size() < 230; ++word) {
        text += word % 7 == 0 ? "settlement " : word % 5 == 0 ? "of " : "quarter ";
      }
      texts_.push_back(std::move(text));
    }
    for (std::size_t i = 0; i < 160; ++i) {
      numbers_.push_back(i % 4 == 1 ? std::to_string(i * 131'071 % 1'000'000) + ".25"
                                    : "position " + std::to_string(i));
    }
    paragraphs_.assign(texts_.begin(), texts_.end());
    for (std::size_t i = 0; i < numbers_.size(); ++i) cells_.push_back({numbers_[i], i % 4 == 1});
    document = {.title = "Settlement of the March roll",
                .author = "Anna Smith",
                .company = "Meridian Hale",
                .created = 1'709'500'000,
                .modified = 1'709'544'600,
                .paragraphs = paragraphs_,
                .table = {.header = kHeader, .cells = cells_}};
  }

  Document document;

 private:
  static constexpr std::string_view kHeader[] = {"Account", "Amount", "Date", "Status"};
  std::vector<std::string> texts_;
  std::vector<std::string> numbers_;
  std::vector<std::string_view> paragraphs_;
  std::vector<Cell> cells_;
};

void noise(benchmark::State& state) {
  rng::Stream stream(rng::Key::root(1));
  Buffer out;
  for (auto _ : state) {
    out.clear();
    std::uint64_t* const words = reinterpret_cast<std::uint64_t*>(out.grow(kBytes));
    for (std::size_t i = 0; i < kBytes / 8; ++i) words[i] = stream.next64();
    benchmark::DoNotOptimize(words);
  }
}

void file(benchmark::State& state, FileKind kind, std::size_t target, Picture picture,
          bool scanned) {
  Sample sample;
  sample.document.target_bytes = target;
  sample.document.picture = picture;
  sample.document.scanned = scanned;
  FileWriter writer;
  Buffer out;
  std::uint64_t number = 0;
  for (auto _ : state) {
    out.clear();
    writer.append_file(kind, sample.document, rng::Key::root(++number), out);
    benchmark::DoNotOptimize(out.data());
  }
}

BENCHMARK(noise);
BENCHMARK_CAPTURE(file, photo, FileKind::jpg, kBytes, Picture::photo, false);
BENCHMARK_CAPTURE(file, pdf, FileKind::pdf, kBytes, Picture::text, false);
BENCHMARK_CAPTURE(file, scan, FileKind::pdf, kBytes, Picture::text, true);
BENCHMARK_CAPTURE(file, docx, FileKind::docx, kBytes, Picture::text, false);
BENCHMARK_CAPTURE(file, xlsx, FileKind::xlsx, kBytes, Picture::text, false);
BENCHMARK_CAPTURE(file, pptx, FileKind::pptx, kBytes, Picture::text, false);
BENCHMARK_CAPTURE(file, png, FileKind::png, kBytes, Picture::text, false);
BENCHMARK_CAPTURE(file, text / pdf, FileKind::pdf, 0, Picture::text, false);
BENCHMARK_CAPTURE(file, text / docx, FileKind::docx, 0, Picture::text, false);
BENCHMARK_CAPTURE(file, text / xlsx, FileKind::xlsx, 0, Picture::text, false);
BENCHMARK_CAPTURE(file, text / pptx, FileKind::pptx, 0, Picture::text, false);
BENCHMARK_CAPTURE(file, text / csv, FileKind::csv, 0, Picture::text, false);
BENCHMARK_CAPTURE(file, text / ics, FileKind::ics, 0, Picture::text, false);

}  // namespace
}  // namespace haymaker::media
