#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/civil_time.h"
#include "base/ids.h"
#include "people/person.h"

namespace haymaker::threads {

// Messages of a block. Every conversation lies in one block, so a run of whole blocks is
// self-contained.
inline constexpr std::uint32_t kBlockSize = 1'024;

enum class Traffic : std::uint8_t { business, personal, notice, newsletter };
enum class Direction : std::uint8_t { internal, inbound, outbound };
enum class MessageKind : std::uint8_t {
  first,
  reply,
  reply_all,
  forward,
  auto_reply,  // A machine answers for somebody on leave, or for a shared mailbox.
};

inline constexpr std::uint16_t kNoParent = 0xFFFF;
inline constexpr std::uint32_t kNoPin = 0xFFFFFFFF;

inline constexpr std::uint32_t kNoCast = 0xFFFFFFFF;

// Two who meet again in several pinned conversations: equal casts are the same people. They are
// drawn as of the block of their first conversation, at a site which is awake in all its blocks.
struct Cast {
  std::uint32_t id = kNoCast;
  std::uint64_t block = 0;
  people::SiteId site{0};

  friend bool operator==(const Cast&, const Cast&) = default;
};

// One or more messages of a block that the caller needs: its steps, all of one conversation. Mostly
// they are found among the conversations that take place anyway, so that nothing about them differs
// from other mail between people.
struct Pin {
  std::uint64_t block = 0;
  std::uint32_t tag = kNoPin;  // The caller's, handed back in PlannedMessage::pin.
  std::uint16_t steps = 1;
  bool opens = false;  // The first step begins the conversation.
  // Who writes the first step: an employee to nobody outside, a client's contact to an employee, or
  // an employee to such a contact.
  Direction direction = Direction::internal;
  std::uint32_t functions =
      0;  // Departments of that employee, a bit for each people::Function; 0: any.
  Cast cast = {};
};

struct PlannedMessage {
  UnixSeconds sent = 0;
  PersonId author = kNobody;
  PersonId sender = kNobody;  // Who wrote it, if not the author: an assistant, a mailbox's reader.
  std::uint16_t conversation = 0;    // Place in BlockPlan::conversations.
  std::uint16_t parent = kNoParent;  // Slot of the message that is answered or forwarded.
  std::uint16_t ordinal = 0;         // 0 is the conversation's first message; machines come last.
  std::uint16_t depth = 0;           // Messages above it.
  MessageKind kind = MessageKind::first;
  bool last = false;                  // Nobody answers it; machines may.
  std::uint32_t first_recipient = 0;  // In BlockPlan::recipients; first To, then Cc.
  std::uint16_t to = 0;
  std::uint16_t cc = 0;
  std::uint32_t pin = kNoPin;  // The pin that it carries, and which of its steps.
  std::uint32_t step = 0;
};

struct Conversation {
  Traffic traffic = Traffic::business;
  bool external = false;
  std::uint16_t size = 1;          // Messages that people wrote, or the one of a machine,
  std::uint16_t auto_replies = 0;  // and what machines answered for people.
  UnixSeconds started = 0;
  PersonId starter = kNobody;
  std::uint32_t pin = kNoPin;  // One of those that its messages carry.
  std::uint32_t cast = kNoCast;
};

// What happens in one block, in order of time. Reused from block to block without allocating.
struct BlockPlan {
  BlockIndex block{0};
  std::vector<PlannedMessage> messages;
  std::vector<Conversation> conversations;
  std::vector<PersonId> recipients;

  [[nodiscard]] std::span<const PersonId> to(const PlannedMessage& message) const noexcept {
    return std::span(recipients).subspan(message.first_recipient, message.to);
  }
  [[nodiscard]] std::span<const PersonId> cc(const PlannedMessage& message) const noexcept {
    return std::span(recipients).subspan(message.first_recipient + message.to, message.cc);
  }
};

}  // namespace haymaker::threads
