#pragma once

#include <expected>
#include <filesystem>
#include <memory>

#include "base/http.h"
#include "sink/file.h"

namespace haymaker::job {

// A file, a piece at a time. It is read as far as it went when it was opened, so that what is sent
// has the size that was promised.
class FileSource final : public BodySource {
 public:
  static constexpr std::size_t kPiece = 256 * 1024;

  // `not_found`, `denied` or `io` where it does not open.
  static std::expected<std::unique_ptr<FileSource>, Error> open(const std::filesystem::path& path);

  [[nodiscard]] std::uint64_t size() const noexcept { return size_; }
  // `corrupt` if the file has become shorter.
  std::expected<bool, Error> read(Buffer& out) override;

 private:
  FileSource(std::string path, sink::File file, std::uint64_t size)
      : path_(std::move(path)), file_(std::move(file)), size_(size), left_(size) {}

  std::string path_;
  sink::File file_;
  std::uint64_t size_;
  std::uint64_t left_;
};

}  // namespace haymaker::job
