#pragma once

// Reads what a run has packed, by libarchive: a reader that nobody who wrote the packer wrote.

#include <cstdint>
#include <expected>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/buffer.h"
#include "base/error.h"

struct archive;

namespace haymaker::audit {

// A file of entries (tar, zip), or one run of bytes (mbox, CSV), either of them compressed by zstd,
// by gzip or not at all. Reads from front to end and holds one block at a time.
class ArchiveReader {
 public:
  enum class Form : std::uint8_t { entries, bytes };

  // not_found, denied or io where the file does not open.
  static std::expected<ArchiveReader, Error> open(const std::filesystem::path& path, Form form);

  // Goes to the next regular file and says its name; false at the end. A run of bytes is one entry.
  // `corrupt` where the file ends too early or is no archive.
  std::expected<bool, Error> next(std::string& name);
  // The next bytes of the entry, valid until the next call; empty at its end.
  std::expected<std::string_view, Error> read_block();
  // Appends the rest of the entry.
  std::expected<void, Error> read_rest(Buffer& out);

 private:
  struct Free {
    void operator()(archive* handle) const noexcept;
  };
  explicit ArchiveReader(std::string where);
  [[nodiscard]] std::unexpected<Error> failure() const;

  std::unique_ptr<archive, Free> handle_;
  std::string where_;
};

}  // namespace haymaker::audit
