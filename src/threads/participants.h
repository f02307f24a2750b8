#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "people/company.h"
#include "rng/stream.h"
#include "threads/block_plan.h"
#include "threads/conversation_shape.h"

namespace haymaker::threads {

// Whom a conversation is between, above all: an employee and, where that is settled, somebody else.
struct Pair {
  PersonId employee = kNobody;
  PersonId other = kNobody;
};

// Decides who takes part in a conversation: who begins it, who reads each of its messages, who
// answers. One conversation at a time, in the order of its messages.
class Participants {
 public:
  Participants(const people::Company& company, const ConversationShape& shape) noexcept
      : company_(company), shape_(shape) {}

  // The pair's employee begins the conversation or, if it comes from outside, is written to:
  // chooses the starter, and addresses the first message. An external conversation of somebody who
  // knows nobody outside becomes an internal one.
  void begin(Conversation& conversation, Pair pair, Deal& deal, rng::Stream& stream,
             PlannedMessage& first, BlockPlan& out);
  // Somebody at one of the employee's clients, or else at a vendor; kNobody where there is nobody.
  [[nodiscard]] PersonId draw_client(PersonId employee, Days day, rng::Stream& stream) const;

  // Who answers `parent`: mostly the first in To.
  [[nodiscard]] PersonId draw_answering(const PlannedMessage& parent, Days day, rng::Stream& stream,
                                        const BlockPlan& plan) const;
  // Somebody who is there to answer when `absent` is not.
  [[nodiscard]] PersonId substitute_for(PersonId absent) const noexcept;

  // To the sender, to all, to fewer, to more, or to somebody else: sets the kind and the recipients
  // of an answer whose author and time are set.
  void address_answer(PlannedMessage& message, const PlannedMessage& parent, Deal& deal,
                      rng::Stream& stream, BlockPlan& out);

  // Who writes in the name of the author; kNobody where the author does.
  [[nodiscard]] PersonId draw_sender(PersonId author, Traffic traffic, Days day,
                                     rng::Stream& stream) const;

 private:
  [[nodiscard]] people::PersonKind kind(PersonId id) const noexcept {
    return company_.person(id).kind;
  }
  [[nodiscard]] PersonId employee_or_insider(PersonId id) const noexcept;
  [[nodiscard]] PersonId draw_contact_at_work(PersonId employee, Days day,
                                              rng::Stream& stream) const;
  [[nodiscard]] PersonId draw_any_list(PersonId author, rng::Stream& stream) const;
  [[nodiscard]] bool writes_to_list(PersonId author) const noexcept;
  std::uint32_t draw_count(PersonId author, Deal& deal, rng::Stream& stream);
  void start_addressing(PersonId author, PersonId not_to, std::uint32_t wanted, Days day) noexcept;
  void add(PersonId person);
  void fill(rng::Stream& stream);
  void add_from(std::span<const PersonId> people, rng::Stream& stream);
  void put(PlannedMessage& message, rng::Stream& stream, BlockPlan& out);

  const people::Company& company_;
  const ConversationShape& shape_;
  // Of the conversation that is being made: an employee who takes part, how it is, and the contact.
  PersonId insider_ = kNobody;
  PersonId contact_ = kNobody;
  bool personal_ = false;
  // Of the message that is being made.
  PersonId author_ = kNobody;
  PersonId not_to_ = kNobody;
  PersonId list_ = kNobody;
  std::uint32_t wanted_ = 0;
  Days day_ = 0;
  std::vector<PersonId> addressees_;
};

}  // namespace haymaker::threads
