#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "people/company.h"
#include "threads/block_plan.h"

namespace haymaker::threads {

// What machines answer for people: for somebody on leave, to the first message of each sender in a
// block; for some shared mailboxes, that the message has been received. Most people on leave have
// set such an answer up. Draws nothing: all follows from who wrote to whom, and when.
class AutoReplies {
 public:
  explicit AutoReplies(const people::Company& company) noexcept : company_(company) {}

  void start_block() noexcept { answered_.clear(); }
  // Adds what the messages from `first` on, those of the last conversation, call for: at most
  // `room`, and none at `end` or later.
  void add(std::size_t first, std::uint32_t room, UnixSeconds end, BlockPlan& out);

 private:
  [[nodiscard]] bool is_set_up(PersonId reader, Days day) const noexcept;

  const people::Company& company_;
  std::vector<std::pair<PersonId, PersonId>> answered_;  // For whom, and to whom.
};

}  // namespace haymaker::threads
