// What a message of four kilobytes costs on its way out. Compare within one run:
//
//   write_objects      against  create_write_close   at least 0.9 of its rate
//   write_tar          to /dev/shm                   about 1.5 microseconds a message
//   write_tar_zstd     against  zstd -1 on the same bytes

#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "base/hash.h"
#include "sink/directory_store.h"
#include "sink/package.h"

namespace haymaker::sink {
namespace {

constexpr std::size_t kMessages = 16'384;

// Sixty-four different texts of about 4,000 bytes from a vocabulary of 512 invented words.
const std::vector<std::string>& texts() {
  static const std::vector<std::string> made = [] {
    std::vector<std::string> all;
    for (std::uint64_t t = 0; t < 64; ++t) {
      std::string text;
      for (std::uint64_t i = 0; text.size() < 4'000; ++i) {
        const std::uint64_t word = mix64(mix64(t * 1'000 + i) % 512);
        for (std::uint64_t c = 0; c < 3 + word % 7; ++c) {
          text.push_back(static_cast<char>('a' + (word >> (5 * c)) % 26));
        }
        text.append(i % 11 == 10 ? "\r\n" : " ");
      }
      all.push_back(std::move(text));
    }
    return all;
  }();
  return made;
}

Message message(std::uint64_t i) {
  return {.uid = mix64(i), .date = 1'741'166'047, .bytes = texts()[i % texts().size()]};
}

class MemoryDisk {
 public:
  MemoryDisk() : path_("/dev/shm/haymaker-bench-" + std::to_string(::getpid())) {}
  ~MemoryDisk() { std::filesystem::remove_all(path_); }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

void write_part(benchmark::State& state, std::string_view where, Packaging packaging) {
  auto store = open_store(where, Durability::cached);
  std::int64_t bytes = 0;
  for (auto _ : state) {
    auto part = open_part(**store, packaging, "part-00000", Writing::in_line);
    for (std::uint64_t i = 0; i < kMessages; ++i) {
      if (!(*part)->append(message(i))) return state.SkipWithError("cannot write");
      bytes += static_cast<std::int64_t>(message(i).bytes.size());
    }
    if (!(*part)->finish()) return state.SkipWithError("cannot finish");
    state.PauseTiming();
    if (where != "null:") std::filesystem::remove_all(std::string(where) + "/mail");
    if (where != "null:") store = open_store(where, Durability::cached);
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kMessages));
  state.SetBytesProcessed(bytes);
}

void write_null(benchmark::State& state) { write_part(state, "null:", {}); }
void write_tar(benchmark::State& state) {
  const MemoryDisk disk;
  write_part(state, disk.path(), {Package::tar, Compression::none, 1});
}
void write_tar_zstd(benchmark::State& state) {
  const MemoryDisk disk;
  write_part(state, disk.path(), {Package::tar, Compression::zstd, 1});
}
void write_tar_gzip(benchmark::State& state) {
  const MemoryDisk disk;
  write_part(state, disk.path(), {Package::tar, Compression::gzip, 1});
}
void write_zip_deflated(benchmark::State& state) {
  const MemoryDisk disk;
  write_part(state, disk.path(), {Package::zip, Compression::gzip, 1});
}
void write_mbox(benchmark::State& state) {
  const MemoryDisk disk;
  write_part(state, disk.path(), {Package::mbox, Compression::none, 1});
}
void write_objects(benchmark::State& state) {
  const MemoryDisk disk;
  write_part(state, disk.path(), {});
}

// The bare loop that write_objects is measured against.
void create_write_close(benchmark::State& state) {
  const MemoryDisk disk;
  for (auto _ : state) {
    state.PauseTiming();
    std::filesystem::remove_all(disk.path());
    {
      auto made = (*DirectoryStore::open(disk.path(), Durability::cached))->create_objects();
    }
    std::vector<std::string> names;
    for (std::uint64_t i = 0; i < kMessages; ++i) {
      names.push_back(disk.path() + "/mail/" + std::string(MessagePath(message(i).uid).view()));
    }
    state.ResumeTiming();
    for (std::uint64_t i = 0; i < kMessages; ++i) {
      const int file = ::open(names[i].c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
      const std::string_view bytes = message(i).bytes;
      benchmark::DoNotOptimize(::write(file, bytes.data(), bytes.size()));
      ::close(file);
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kMessages));
}

BENCHMARK(write_null)->Unit(benchmark::kMillisecond);
BENCHMARK(write_tar)->Unit(benchmark::kMillisecond);
BENCHMARK(write_tar_zstd)->Unit(benchmark::kMillisecond);
BENCHMARK(write_tar_gzip)->Unit(benchmark::kMillisecond);
BENCHMARK(write_zip_deflated)->Unit(benchmark::kMillisecond);
BENCHMARK(write_mbox)->Unit(benchmark::kMillisecond);
BENCHMARK(create_write_close)->Unit(benchmark::kMillisecond);
BENCHMARK(write_objects)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace haymaker::sink
