#include "sink/objects_part.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "sink/system_error.h"

namespace haymaker::sink {

ObjectsPart::ObjectsPart(MailFolders& folders, std::string where, Durability durability)
    : folders_(folders), where_(std::move(where)), durability_(durability) {}

ObjectsPart::~ObjectsPart() {
  for (const std::uint64_t uid : written_) {
    const MessagePath path(uid);
    ::unlinkat(folders_[MessagePath::folder(uid)].descriptor(), path.base_name(), 0);
  }
}

std::string ObjectsPart::where(std::uint64_t uid) const {
  return where_ + "/" + std::string(MessagePath(uid).view());
}

std::expected<void, Error> ObjectsPart::append(const Message& message) {
  const MessagePath path(message.uid);
  File file(::openat(folders_[MessagePath::folder(message.uid)].descriptor(), path.base_name(),
                     O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (!file) return std::unexpected(system_error(errno, "cannot create", where(message.uid)));
  written_.push_back(message.uid);
  int number = file.write_all(message.bytes);
  if (number == 0) number = file.close();
  if (number != 0) return std::unexpected(system_error(number, "cannot write", where(message.uid)));
  bytes_ += message.bytes.size();
  return {};
}

std::expected<std::uint64_t, Error> ObjectsPart::finish() {
  if (durability_ == Durability::synced && ::syncfs(folders_.front().descriptor()) != 0) {
    return std::unexpected(system_error(errno, "cannot write", where_));
  }
  written_.clear();
  return bytes_;
}

}  // namespace haymaker::sink
