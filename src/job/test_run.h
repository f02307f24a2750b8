#pragma once

// For tests: runs of a test corpus of ten parts and a bit.

#include <expected>
#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "job/run.h"
#include "job/test_source.h"
#include "sink/scratch.h"

namespace haymaker::job {

inline constexpr std::uint64_t kMessages = 10 * kPartUnit + 100;
inline constexpr Range kAll{0, kMessages};
inline constexpr sink::Packaging kTarZstd{sink::Package::tar, sink::Compression::zstd, 1};
inline constexpr sink::Packaging kTar{sink::Package::tar, sink::Compression::none, 1};
inline constexpr sink::Packaging kObjects{sink::Package::objects, sink::Compression::none, 1};

using Files = std::map<std::string, std::string>;

// Throws where the directory cannot be opened.
std::unique_ptr<sink::Store> open_directory(const std::filesystem::path& path);

// One run to its end.
std::expected<Totals, Error> run(const std::filesystem::path& path, const Recipe& recipe,
                                 Range range, Crew crew = {.threads = 2});

// The digest of a range, from the messages themselves.
Digest sum_of_digests(Range range);

// The files of a run over everything on one thread.
Files undisturbed(sink::Packaging packaging);

}  // namespace haymaker::job
