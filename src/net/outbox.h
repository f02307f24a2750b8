#pragma once

// What a slow reader has still to be sent. Bounded: of several messages under one key only the
// newest stays, and where that is not enough, all make way for one that says so.

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace haymaker::net {

// A text that many outboxes share.
using SharedText = std::shared_ptr<const std::string>;

struct Outgoing {
  std::string topic;
  std::string key;  // Empty: replaces nothing, and nothing replaces it.
  SharedText text;
};

class Outbox {
 public:
  static constexpr std::size_t kMostWaiting = 256;

  // `resync` stands in for what had to be dropped: the reader asks anew for what it missed.
  explicit Outbox(SharedText resync) : resync_(std::move(resync)) {}

  // A message goes to the end of the line, and one that waits under the same key leaves it: what
  // the reader gets is in the order in which it came about.
  void put(Outgoing message);
  // The message that has waited longest.
  std::optional<Outgoing> take();

  [[nodiscard]] bool empty() const noexcept { return waiting_.empty(); }
  [[nodiscard]] std::size_t size() const noexcept { return waiting_.size(); }

 private:
  SharedText resync_;
  std::deque<Outgoing> waiting_;
};

}  // namespace haymaker::net
