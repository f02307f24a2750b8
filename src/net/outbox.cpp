#include "net/outbox.h"

#include <utility>

namespace haymaker::net {

void Outbox::put(Outgoing message) {
  if (!message.key.empty()) {
    std::erase_if(waiting_, [&](const Outgoing& other) { return other.key == message.key; });
  }
  if (waiting_.size() == kMostWaiting) {
    waiting_.clear();
    waiting_.push_back({{}, {}, resync_});
  }
  waiting_.push_back(std::move(message));
}

std::optional<Outgoing> Outbox::take() {
  if (waiting_.empty()) return std::nullopt;
  Outgoing message = std::move(waiting_.front());
  waiting_.pop_front();
  return message;
}

}  // namespace haymaker::net
