#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "app/bench_rate.h"
#include "base/error.h"
#include "corpus/corpus.h"

namespace haymaker::app {

// What the engine is measured against.

// One large block in memory, far beyond the caches, copied by memcpy.
Rate copy_memory();

struct MailFile {
  std::string name;  // "3f/3fa209c177e01b5d.eml"
  std::string bytes;
};
// All messages of the corpus, in memory.
std::vector<MailFile> render_files(const corpus::Corpus& corpus);

// Creates, writes and closes each of the files below `directory`, by one thread and nothing else.
std::expected<Rate, Error> write_files(const std::vector<MailFile>& files,
                                       const std::string& directory);

// What `zstd -1` does with each of the files on one thread: a frame with its checksum, beside it.
std::expected<Rate, Error> compress_files(const std::vector<std::string>& paths);

// A Python program that makes mail of so many bytes on average; nothing where it does not run.
std::optional<Rate> run_peer(const std::string& program, std::uint64_t mean_bytes);

// The peak memory, in bytes, of this very program making so many messages of `realistic` into
// `out`.
std::expected<double, Error> peak_memory(std::uint64_t messages, const std::string& out);

}  // namespace haymaker::app
