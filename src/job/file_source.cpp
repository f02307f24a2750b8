#include "job/file_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "sink/system_error.h"

namespace haymaker::job {

std::expected<std::unique_ptr<FileSource>, Error> FileSource::open(
    const std::filesystem::path& path) {
  sink::File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  struct stat status = {};
  if (!file || ::fstat(file.descriptor(), &status) != 0) {
    return std::unexpected(sink::system_error(errno, "cannot open", path.string()));
  }
  return std::unique_ptr<FileSource>(
      new FileSource(path.string(), std::move(file), static_cast<std::uint64_t>(status.st_size)));
}

std::expected<bool, Error> FileSource::read(Buffer& out) {
  if (left_ == 0) return false;
  const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(left_, kPiece));
  ssize_t count = 0;
  do {
    count = ::read(file_.descriptor(), out.grow(wanted), wanted);
  } while (count < 0 && errno == EINTR);
  if (count < 0) return std::unexpected(sink::system_error(errno, "cannot read", path_));
  if (count == 0) {
    return std::unexpected(Error{ErrorCode::corrupt, "has become shorter", path_});
  }
  out.commit(static_cast<std::size_t>(count));
  left_ -= static_cast<std::uint64_t>(count);
  return true;
}

}  // namespace haymaker::job
