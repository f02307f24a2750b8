#include "sink/file_sink.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "sink/system_error.h"

namespace haymaker::sink {

std::expected<std::unique_ptr<FileSink>, Error> FileSink::create(const File& root, std::string name,
                                                                 std::string where,
                                                                 Durability durability) {
  std::unique_ptr<FileSink> sink(new FileSink(root, std::move(name), std::move(where), durability));
  sink->file_ = File(::openat(root.descriptor(), sink->partial_.c_str(),
                              O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (!sink->file_) {
    sink->finished_ = true;  // There is nothing to remove.
    return std::unexpected(system_error(errno, "cannot create", sink->where_));
  }
  return sink;
}

FileSink::FileSink(const File& root, std::string name, std::string where, Durability durability)
    : root_(root),
      name_(std::move(name)),
      partial_(name_ + std::string(kPartialSuffix)),
      where_(std::move(where)),
      durability_(durability) {}

FileSink::~FileSink() {
  if (!finished_) ::unlinkat(root_.descriptor(), partial_.c_str(), 0);
}

std::expected<void, Error> FileSink::append(std::string_view bytes) {
  if (const int number = file_.write_all(bytes); number != 0) {
    return std::unexpected(system_error(number, "cannot write", where_));
  }
  bytes_ += bytes.size();
  return {};
}

std::expected<std::uint64_t, Error> FileSink::finish() {
  const int root = root_.descriptor();
  if (durability_ == Durability::synced && ::fdatasync(file_.descriptor()) != 0) {
    return std::unexpected(system_error(errno, "cannot write", where_));
  }
  if (const int number = file_.close(); number != 0) {
    return std::unexpected(system_error(number, "cannot write", where_));
  }
  if (::renameat(root, partial_.c_str(), root, name_.c_str()) != 0) {
    return std::unexpected(system_error(errno, "cannot rename into place", where_));
  }
  finished_ = true;
  // The new name lies in the folder's own data, which has to reach the disk as well.
  if (durability_ == Durability::synced && ::syncfs(root) != 0) {
    return std::unexpected(system_error(errno, "cannot write", where_));
  }
  return bytes_;
}

}  // namespace haymaker::sink
