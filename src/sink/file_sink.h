#pragma once

// A file that is whole or absent: it is written beside its place as "<name>.partial" and renamed by
// finish(), which the file system does in one step.

#include <memory>
#include <string>

#include "sink/byte_sink.h"
#include "sink/file.h"
#include "sink/store.h"

namespace haymaker::sink {

inline constexpr std::string_view kPartialSuffix = ".partial";

class FileSink final : public ByteSink {
 public:
  // `root` is an open directory that outlives the sink, `name` is relative to it, and `where` is
  // what errors call the file.
  static std::expected<std::unique_ptr<FileSink>, Error> create(const File& root, std::string name,
                                                                std::string where,
                                                                Durability durability);
  ~FileSink() override;

  std::expected<void, Error> append(std::string_view bytes) override;
  std::expected<std::uint64_t, Error> finish() override;

 private:
  FileSink(const File& root, std::string name, std::string where, Durability durability);

  const File& root_;
  std::string name_;
  std::string partial_;
  std::string where_;
  Durability durability_;
  File file_;
  std::uint64_t bytes_ = 0;
  bool finished_ = false;
};

}  // namespace haymaker::sink
