#pragma once

// A finished corpus as one tar archive, made while it is read: nothing is copied before.
//
//   <folder>/mail/part-00000.tar.zst ...   <folder>/index/... <folder>/manifest.json

#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/civil_time.h"
#include "base/http.h"
#include "job/file_source.h"

namespace haymaker::job {

class CorpusTar final : public BodySource {
 public:
  // `place` is the corpus's directory; `folder` is what the archive calls it; `time` is that of
  // each entry. Nothing is opened before the first read.
  CorpusTar(std::filesystem::path place, std::string folder, UnixSeconds time);

  // The size of the archive, where that costs a few looks and not one a message.
  [[nodiscard]] std::optional<std::uint64_t> size() const;

  std::expected<bool, Error> read(Buffer& out) override;

 private:
  // Opens the next file and appends its header; false at the end of all.
  std::expected<bool, Error> begin_file(Buffer& out);
  bool list_next_folder();

  std::filesystem::path place_;
  std::string folder_;
  UnixSeconds time_;
  std::deque<std::string> folders_;  // Still to be listed, relative to the place.
  std::deque<std::string> files_;    // Still to be written, likewise.
  std::unique_ptr<FileSource> file_;
  bool ended_ = false;
};

}  // namespace haymaker::job
