#include "corpus/block_ids.h"

#include "base/hash.h"
#include "corpus/author_habits.h"
#include "mime/message_id.h"

namespace haymaker::corpus {

void BlockIds::start(const threads::BlockPlan& plan) {
  const std::uint64_t first = value(plan.block) * threads::kBlockSize;
  uids_.resize(plan.messages.size());
  for (std::size_t slot = 0; slot < uids_.size(); ++slot)
    uids_[slot] = corpus_.uid(MessageIndex{first + slot});
  slices_.assign(plan.messages.size(), {});
  text_.clear();
}

void BlockIds::need(const threads::BlockPlan& plan, std::uint16_t slot) {
  Slice& slice = slices_[slot];
  if (slice.end != 0) return;
  const threads::PlannedMessage& message = plan.messages[slot];
  const people::Person& author = corpus_.company().person(message.author);
  const std::string_view domain = author.address.substr(author.address.find('@') + 1);
  slice.begin = static_cast<std::uint32_t>(text_.size());
  text_.append('<');
  // Not the uid itself: the file's name and the id have nothing in common that can be seen.
  mime::append_message_id(client_of(author, message.kind), domain, message.sent,
                          mix64(uid(slot) ^ corpus_.key().high), text_);
  text_.append('>');
  slice.end = static_cast<std::uint32_t>(text_.size());
}

}  // namespace haymaker::corpus
