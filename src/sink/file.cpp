#include "sink/file.h"

#include <unistd.h>

#include <cerrno>

namespace haymaker::sink {

File::~File() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

int File::write_all(std::string_view bytes) noexcept {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return errno;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

int File::close() noexcept {
  const int descriptor = std::exchange(descriptor_, -1);
  // Linux has closed the descriptor even where a signal interrupts the call.
  return ::close(descriptor) == 0 || errno == EINTR ? 0 : errno;
}

}  // namespace haymaker::sink
