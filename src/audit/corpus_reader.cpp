#include "audit/corpus_reader.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <system_error>

#include "audit/archive_reader.h"
#include "audit/mbox_splitter.h"

namespace haymaker::audit {
namespace {

namespace fs = std::filesystem;

// Replaces the content of `out` by the file's; an errno value, or 0.
int read_file(const char* path, Buffer& out) {
  out.clear();
  const int file = ::open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return errno;
  int failure = 0;
  struct stat facts = {};
  if (::fstat(file, &facts) != 0) failure = errno;
  const std::size_t room = static_cast<std::size_t>(facts.st_size) + 1;
  while (failure == 0) {
    const ssize_t count = ::read(file, out.grow(room), room);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) failure = errno;
    if (count <= 0) break;
    out.commit(static_cast<std::size_t>(count));
  }
  ::close(file);
  return failure;
}

class ObjectStream final : public MessageStream {
 public:
  ObjectStream(fs::path out_dir, const IndexPart& index)
      : out_dir_(std::move(out_dir)), index_(index) {}

  std::expected<bool, Error> next(StoredMessage& out) override {
    if (next_ == index_.rows().size()) return false;
    const IndexRow& row = index_.rows()[next_++];
    const std::string path = (out_dir_ / row.path).string();
    if (const int failure = read_file(path.c_str(), bytes_); failure != 0) {
      const bool missing = failure == ENOENT;
      return std::unexpected(
          Error{missing ? ErrorCode::not_found : ErrorCode::io,
                missing ? "is in the index but there is no such file"
                        : "does not read: " + std::generic_category().message(failure),
                std::string(row.path)});
    }
    out = {uid_in(row.path), row.path, bytes_.view()};
    return true;
  }

 private:
  fs::path out_dir_;
  const IndexPart& index_;
  std::size_t next_ = 0;
  Buffer bytes_;
};

class ArchiveStream final : public MessageStream {
 public:
  explicit ArchiveStream(ArchiveReader reader) : reader_(std::move(reader)) {}

  std::expected<bool, Error> next(StoredMessage& out) override {
    auto some = reader_.next(name_);
    if (!some || !*some) return some;
    bytes_.clear();
    if (auto all = reader_.read_rest(bytes_); !all) return std::unexpected(std::move(all.error()));
    out = {uid_in(name_), name_, bytes_.view()};
    return true;
  }

 private:
  ArchiveReader reader_;
  std::string name_;
  Buffer bytes_;
};

class MboxStream final : public MessageStream {
 public:
  MboxStream(ArchiveReader reader, std::string where)
      : reader_(std::move(reader)), where_(std::move(where)) {}

  std::expected<bool, Error> next(StoredMessage& out) override {
    if (!opened_) {
      std::string name;
      auto some = reader_.next(name);
      if (!some || !*some) return some;
      opened_ = true;
    }
    while (!splitter_.next(uid_, bytes_)) {
      if (splitter_.malformed()) {
        return std::unexpected(Error{ErrorCode::corrupt,
                                     "is not an mbox file: a message lacks its From line", where_});
      }
      if (ended_) return false;
      auto block = reader_.read_block();
      if (!block) return std::unexpected(std::move(block.error()));
      ended_ = block->empty();
      if (ended_) {
        splitter_.end();
      } else {
        splitter_.add(*block);
      }
    }
    out = {uid_, "", bytes_.view()};
    return true;
  }

 private:
  ArchiveReader reader_;
  std::string where_;
  MboxSplitter splitter_;
  bool opened_ = false;
  bool ended_ = false;
  std::string_view uid_;
  Buffer bytes_;
};

}  // namespace

fs::path index_path(const fs::path& out_dir, const StoredPart& part) {
  return out_dir / "index" / (part.name + ".csv.zst");
}

std::string_view uid_in(std::string_view path) noexcept {
  if (const std::size_t slash = path.rfind('/'); slash != path.npos) path.remove_prefix(slash + 1);
  if (path.ends_with(".eml")) path.remove_suffix(4);
  return path;
}

std::expected<std::unique_ptr<MessageStream>, Error> open_mail(const fs::path& out_dir,
                                                               const StoredPart& part,
                                                               const IndexPart& index) {
  if (part.file == "mail") return std::make_unique<ObjectStream>(out_dir, index);
  const bool mbox = part.file.find(".mbox") != part.file.npos;
  const fs::path path = out_dir / part.file;
  auto reader =
      ArchiveReader::open(path, mbox ? ArchiveReader::Form::bytes : ArchiveReader::Form::entries);
  if (!reader) return std::unexpected(std::move(reader.error()));
  if (mbox) return std::make_unique<MboxStream>(std::move(*reader), path.string());
  return std::make_unique<ArchiveStream>(std::move(*reader));
}

}  // namespace haymaker::audit
