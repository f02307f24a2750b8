#pragma once

#include <cstdint>

#include "people/company.h"
#include "rng/stream.h"
#include "threads/block_plan.h"
#include "threads/participants.h"

namespace haymaker::threads {

// Finds messages for pins among those of a planned block that is not sorted yet, each conversation
// together. Of all messages that will do each is as likely as any other: what is pinned is, but for
// what the pin asks, any mail between people.
class Pinning {
 public:
  explicit Pinning(const people::Company& company) noexcept : company_(company) {}

  // Gives the pin to messages that have none, if there is a conversation with room for its steps.
  // Where nobody of the pin's departments wrote, somebody else's message has to do.
  bool find(const Pin& pin, rng::Stream& stream, BlockPlan& out) const;

  // The same for a cast: one of the two tells the other the first step. They take the places of an
  // employee of the same site and of whom that one wrote to, in all of that conversation; its size,
  // hours and readers stay.
  bool recast(const Pin& pin, Pair pair, rng::Stream& stream, BlockPlan& out) const;

  // Gives it to as many messages as it has steps, from the one in `place` on, going round from the
  // last of the conversation to its first: so each of them is as likely as any other to be one.
  static void give(const Pin& pin, std::size_t place, BlockPlan& out) noexcept;

  // Whether the author and the readers are such as the pin asks of its first step.
  [[nodiscard]] bool fits(const Pin& pin, const BlockPlan& plan,
                          const PlannedMessage& message) const noexcept;

 private:
  [[nodiscard]] bool will_do(const Pin& pin, const BlockPlan& plan,
                             std::size_t place) const noexcept;
  [[nodiscard]] bool can_be_recast(Pair pair, const BlockPlan& plan,
                                   std::size_t place) const noexcept;
  [[nodiscard]] bool is_actor(const Pin& pin, PersonId person) const noexcept;
  [[nodiscard]] bool is_client(PersonId person) const noexcept;

  const people::Company& company_;
};

}  // namespace haymaker::threads
