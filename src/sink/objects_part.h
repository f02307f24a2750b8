#pragma once

// A part whose messages are files of their own. Each file is created, written and closed under its
// final name: three calls of the system, and a fourth to rename it would cost a fifth of the rate.
// What makes the part whole is therefore its receipt, which the engine writes after finish().

#include <string>
#include <vector>

#include "sink/directory_store.h"

namespace haymaker::sink {

class ObjectsPart final : public PartWriter {
 public:
  // The folders belong to the store and outlive the part.
  ObjectsPart(MailFolders& folders, std::string where, Durability durability);
  ~ObjectsPart() override;

  std::expected<void, Error> append(const Message& message) override;
  std::expected<std::uint64_t, Error> finish() override;

 private:
  [[nodiscard]] std::string where(std::uint64_t uid) const;

  MailFolders& folders_;
  std::string where_;
  Durability durability_;
  std::vector<std::uint64_t> written_;  // The uids, for the destructor.
  std::uint64_t bytes_ = 0;
};

}  // namespace haymaker::sink
