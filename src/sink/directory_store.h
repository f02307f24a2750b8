#pragma once

// A corpus in a directory of the file system.

#include <array>
#include <mutex>

#include "sink/file.h"
#include "sink/message_path.h"
#include "sink/store.h"

namespace haymaker::sink {

// The open folders mail/00 .. mail/ff.
using MailFolders = std::array<File, kFolders>;

class DirectoryStore final : public Store {
 public:
  // Makes the directory, with its parents, if it does not exist.
  static std::expected<std::unique_ptr<DirectoryStore>, Error> open(std::string_view path,
                                                                    Durability durability);

  [[nodiscard]] std::string where() const override { return path_; }
  [[nodiscard]] bool discards() const override { return false; }
  std::expected<std::unique_ptr<ByteSink>, Error> create(std::string_view name) override;
  std::expected<std::unique_ptr<PartWriter>, Error> create_objects() override;
  std::expected<std::string, Error> get(std::string_view name) override;
  std::expected<std::uint64_t, Error> size(std::string_view name) override;
  std::expected<std::vector<std::string>, Error> list(std::string_view folder) override;
  // A lock on a byte range of the file `name`, one byte a message: the system drops it when the
  // process ends, however it ends.
  std::expected<std::unique_ptr<Claim>, Error> claim(std::string_view name, std::uint64_t first,
                                                     std::uint64_t count) override;

 private:
  DirectoryStore(std::string path, File root, Durability durability);

  [[nodiscard]] std::string full_path(std::string_view name) const;
  [[nodiscard]] std::expected<void, Error> make_folder(const std::string& name) const;
  [[nodiscard]] std::expected<void, Error> open_mail_folders();

  std::string path_;
  File root_;
  Durability durability_;
  std::mutex mutex_;  // Guards the opening of mail_folders_.
  MailFolders mail_folders_;
};

}  // namespace haymaker::sink
