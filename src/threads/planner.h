#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "people/company.h"
#include "rng/key.h"
#include "threads/block_plan.h"
#include "threads/conversation_shape.h"
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
      : company_(company), timeline_(timeline), traffic_(traffic), key_(key), blocks_(blocks) {}

  // Plans the `count` messages of a block, at most kBlockSize, into `out`. The pins are those of
  // the block; their least sizes add up to `count` at most.
  void plan(BlockIndex block, std::uint32_t count, std::span<const Pin> pins, BlockPlan& out);

 private:
  // An employee and whom the conversation is with above all; kNobody: whoever is drawn.
  struct Pair {
    PersonId employee = kNobody;
    PersonId other = kNobody;
  };

  void add_pinned(const Pin& pin, std::uint32_t left, BlockPlan& out);
  void add_conversation(std::uint32_t left, rng::Stream& stream, BlockPlan& out);
  void add_messages(Conversation conversation, Pair pair, rng::Stream& stream, BlockPlan& out);
  void add_machine_message(Conversation conversation, rng::Stream& stream, BlockPlan& out);
  [[nodiscard]] std::uint32_t draw_size(std::uint32_t least, std::uint32_t most,
                                        rng::Stream& stream) const;
  [[nodiscard]] PersonId draw_employee(UnixSeconds at, rng::Stream& stream) const;
  [[nodiscard]] PersonId draw_employee_of(std::uint32_t functions, UnixSeconds at,
                                          rng::Stream& stream) const;
  [[nodiscard]] Pair draw_cast(const Pin& pin) const;
  [[nodiscard]] bool takes_part_on(Days day, PersonId person) const;
  void choose_parties(Conversation& conversation, Pair pair, std::uint32_t recipients,
                      rng::Stream& stream);
  void add_party(PersonId person);
  void add_first_message(const Conversation& conversation, rng::Stream& stream, BlockPlan& out);
  void add_answer(std::uint16_t conversation, std::uint32_t first, std::uint32_t ordinal,
                  rng::Stream& stream, BlockPlan& out);
  [[nodiscard]] PersonId employee_or_insider(PersonId person) const;
  PersonId answering_author(const PlannedMessage& parent, Days day, rng::Stream& stream,
                            const BlockPlan& plan);
  void address_answer(PlannedMessage& message, const PlannedMessage& parent, rng::Stream& stream,
                      BlockPlan& out);
  void put_recipients(PlannedMessage& message, std::uint32_t count, rng::Stream& stream,
                      BlockPlan& out);
  void sort_by_time(BlockPlan& out);

  const people::Company& company_;
  const Timeline& timeline_;
  TrafficSpec traffic_;
  rng::Key key_;
  std::uint64_t blocks_;
  ConversationShape shape_;
  PersonId insider_ =
      kNobody;  // An employee who takes part in the conversation that is being made.
  std::vector<PersonId> parties_;     // Of the conversation that is being made.
  std::vector<PersonId> addressees_;  // Of the message that is being made.
  std::vector<PlannedMessage> unsorted_;
  std::vector<std::uint16_t> order_;
  std::vector<std::uint16_t> slot_of_;
};

}  // namespace haymaker::threads
