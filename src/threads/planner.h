#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "people/company.h"
#include "rng/key.h"
#include "threads/auto_replies.h"
#include "threads/block_plan.h"
#include "threads/conversation_shape.h"
#include "threads/participants.h"
#include "threads/pinning.h"
#include "threads/timeline.h"

namespace haymaker::threads {

// What the user says of the traffic. Shares are percentages.
struct TrafficSpec {
  std::uint32_t machine = 25;      // Notices and newsletters, of all messages; at most 38.
  std::uint32_t newsletters = 40;  // Of those of machines.
  std::uint32_t external = 30;  // Conversations with clients and vendors, of those between people.
  std::uint32_t personal = 12;  // Of the internal ones between people.
};

// Decides who writes to whom, when, in answer to what: one block at a time, a pure function of the
// key and the block. Shared state is only read, so each thread has a planner of its own.
class Planner {
 public:
  // `blocks` is how many equal shares the period's traffic is cut into.
  Planner(const people::Company& company, const Timeline& timeline, const TrafficSpec& traffic,
          rng::Key key, std::uint64_t blocks) noexcept
      : company_(company),
        timeline_(timeline),
        traffic_(traffic),
        key_(key),
        blocks_(blocks),
        participants_(company, shape_),
        pinning_(company),
        auto_replies_(company) {}
  Planner(const Planner&) = delete;  // Its parts refer to each other.
  Planner& operator=(const Planner&) = delete;

  // Plans the `count` messages of a block, at most kBlockSize, into `out`. The pins are those of
  // the block; their steps add up to `count` at most.
  void plan(BlockIndex block, std::uint32_t count, std::span<const Pin> pins, BlockPlan& out);

 private:
  void plan_traffic(BlockIndex block, std::uint32_t count, std::span<const Pin> pins,
                    BlockPlan& out);
  bool find_for_pins(std::span<const Pin> pins, BlockPlan& out);
  bool find_for_pin(const Pin& pin, BlockPlan& out) const;
  void add_made(const Pin& pin, std::uint32_t left, BlockPlan& out);
  [[nodiscard]] std::uint32_t draw_made_size(std::uint32_t steps, std::uint32_t left,
                                             rng::Stream& stream) const;
  [[nodiscard]] UnixSeconds draw_made_time(const Pin& pin, rng::Stream& stream) const;
  [[nodiscard]] bool is_by_those(const Pin& pin, Pair pair, const PlannedMessage& told,
                                 const BlockPlan& plan) const noexcept;
  void add_conversation(std::uint32_t left, Deal& deal, rng::Stream& stream, BlockPlan& out);
  void add_messages(Conversation conversation, Pair pair, Deal& deal, rng::Stream& stream,
                    BlockPlan& out);
  [[nodiscard]] Pair draw_pair(const Pin& pin, UnixSeconds at, rng::Stream& stream) const;
  void add_machine_message(Conversation conversation, rng::Stream& stream, BlockPlan& out);
  void add_answer(std::uint16_t conversation, std::uint32_t first, std::uint32_t ordinal,
                  Deal& deal, rng::Stream& stream, BlockPlan& out);
  void draw_author_and_time(const PlannedMessage& parent, UnixSeconds latest, rng::Stream& stream,
                            const BlockPlan& plan, PlannedMessage& message);
  [[nodiscard]] std::uint32_t draw_size(std::uint32_t least, std::uint32_t most,
                                        rng::Stream& stream) const;
  [[nodiscard]] PersonId draw_employee_of(people::SiteId site, Days day, std::uint32_t functions,
                                          bool external, rng::Stream& stream) const;
  [[nodiscard]] PersonId draw_employee(UnixSeconds at, std::uint32_t functions, bool external,
                                       rng::Stream& stream) const;
  void sort_by_time(BlockPlan& out);

  const people::Company& company_;
  const Timeline& timeline_;
  TrafficSpec traffic_;
  rng::Key key_;
  std::uint64_t blocks_;
  ConversationShape shape_;
  Participants participants_;
  Pinning pinning_;
  AutoReplies auto_replies_;
  std::vector<std::uint8_t> made_;  // Pins of the block that have a conversation of their own.
  std::vector<PlannedMessage> unsorted_;
  std::vector<std::uint16_t> order_;
  std::vector<std::uint16_t> slot_of_;
};

}  // namespace haymaker::threads
