#include "sink/directory_store.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include "base/append.h"
#include "sink/file_sink.h"
#include "sink/objects_part.h"
#include "sink/system_error.h"

namespace haymaker::sink {
namespace {

class RangeLock final : public Claim {
 public:
  explicit RangeLock(File file) noexcept : file_(std::move(file)) {}

 private:
  File file_;
};

struct CloseFolder {
  void operator()(DIR* folder) const noexcept { ::closedir(folder); }
};

}  // namespace

std::expected<std::unique_ptr<DirectoryStore>, Error> DirectoryStore::open(std::string_view path,
                                                                           Durability durability) {
  std::string name(path);
  std::error_code failure;
  std::filesystem::create_directories(name, failure);
  if (failure) return std::unexpected(system_error(failure.value(), "cannot create", name));
  File root(::open(name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!root) return std::unexpected(system_error(errno, "cannot open", name));
  return std::unique_ptr<DirectoryStore>(
      new DirectoryStore(std::move(name), std::move(root), durability));
}

DirectoryStore::DirectoryStore(std::string path, File root, Durability durability)
    : path_(std::move(path)), root_(std::move(root)), durability_(durability) {}

std::string DirectoryStore::full_path(std::string_view name) const {
  return path_ + (path_.ends_with('/') ? "" : "/") + std::string(name);
}

std::expected<void, Error> DirectoryStore::make_folder(const std::string& name) const {
  if (::mkdirat(root_.descriptor(), name.c_str(), 0755) != 0 && errno != EEXIST) {
    return std::unexpected(system_error(errno, "cannot create", full_path(name)));
  }
  return {};
}

std::expected<std::unique_ptr<ByteSink>, Error> DirectoryStore::create(std::string_view name) {
  if (const std::size_t slash = name.rfind('/'); slash != name.npos) {
    auto made = make_folder(std::string(name.substr(0, slash)));
    if (!made) return std::unexpected(std::move(made.error()));
  }
  return FileSink::create(root_, std::string(name), full_path(name), durability_);
}

std::expected<std::unique_ptr<PartWriter>, Error> DirectoryStore::create_objects() {
  {
    const std::lock_guard lock(mutex_);
    if (auto opened = open_mail_folders(); !opened) {
      return std::unexpected(std::move(opened.error()));
    }
  }
  return std::make_unique<ObjectsPart>(mail_folders_, full_path("mail"), durability_);
}

std::expected<void, Error> DirectoryStore::open_mail_folders() {
  if (mail_folders_.back()) return {};
  if (auto made = make_folder("mail"); !made) return made;
  for (std::size_t i = 0; i < mail_folders_.size(); ++i) {
    Buffer digits;
    append_hex(i, 2, digits);
    const std::string name = "mail/" + std::string(digits.view());
    if (auto made = make_folder(name); !made) return made;
    File folder(::openat(root_.descriptor(), name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder) return std::unexpected(system_error(errno, "cannot open", full_path(name)));
    mail_folders_[i] = std::move(folder);
  }
  return {};
}

std::expected<std::string, Error> DirectoryStore::get(std::string_view name) {
  const File file(::openat(root_.descriptor(), std::string(name).c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) return std::unexpected(system_error(errno, "cannot open", full_path(name)));
  std::string bytes;
  std::array<char, 65'536> chunk;
  for (;;) {
    const ssize_t count = ::read(file.descriptor(), chunk.data(), chunk.size());
    if (count == 0) return bytes;
    if (count > 0) {
      bytes.append(chunk.data(), static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      return std::unexpected(system_error(errno, "cannot read", full_path(name)));
    }
  }
}

std::expected<std::uint64_t, Error> DirectoryStore::size(std::string_view name) {
  struct stat status;
  if (::fstatat(root_.descriptor(), std::string(name).c_str(), &status, 0) != 0) {
    return std::unexpected(system_error(errno, "cannot open", full_path(name)));
  }
  return static_cast<std::uint64_t>(status.st_size);
}

std::expected<std::vector<std::string>, Error> DirectoryStore::list(std::string_view folder) {
  std::vector<std::string> names;
  const std::string name = folder.empty() ? "." : std::string(folder);
  const int descriptor =
      ::openat(root_.descriptor(), name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) {
    if (errno == ENOENT) return names;
    return std::unexpected(system_error(errno, "cannot open", full_path(folder)));
  }
  const std::unique_ptr<DIR, CloseFolder> entries(::fdopendir(descriptor));
  if (!entries) {
    const int number = errno;
    ::close(descriptor);
    return std::unexpected(system_error(number, "cannot read", full_path(folder)));
  }
  errno = 0;
  while (const dirent* entry = ::readdir(entries.get())) {
    const std::string_view found = entry->d_name;
    if (found != "." && found != ".." && !found.ends_with(kPartialSuffix))
      names.emplace_back(found);
  }
  if (errno != 0) return std::unexpected(system_error(errno, "cannot read", full_path(folder)));
  std::ranges::sort(names);
  return names;
}

std::expected<std::unique_ptr<Claim>, Error> DirectoryStore::claim(std::string_view name,
                                                                   std::uint64_t first,
                                                                   std::uint64_t count) {
  File file(::openat(root_.descriptor(), std::string(name).c_str(), O_RDWR | O_CLOEXEC));
  if (!file) return std::unexpected(system_error(errno, "cannot open", full_path(name)));
  struct flock range = {};
  range.l_type = F_WRLCK;
  range.l_whence = SEEK_SET;
  range.l_start = static_cast<off_t>(first);
  range.l_len = static_cast<off_t>(count);
  if (::fcntl(file.descriptor(), F_OFD_SETLK, &range) == 0) {
    return std::make_unique<RangeLock>(std::move(file));
  }
  if (errno != EAGAIN && errno != EACCES) {
    return std::unexpected(system_error(errno, "cannot lock", full_path(name)));
  }
  return std::unexpected(
      Error{ErrorCode::exists,
            "another run is writing these messages at this moment; wait for it or "
            "choose another place",
            path_});
}

}  // namespace haymaker::sink
