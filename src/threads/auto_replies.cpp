#include "threads/auto_replies.h"

#include <algorithm>

#include "base/hash.h"

namespace haymaker::threads {

using people::PersonKind;

namespace {

// Of those who are away, in per cent, and of the shared mailboxes.
constexpr std::uint64_t kSetUpByPeople = 75;
constexpr std::uint64_t kSetUpForMailboxes = 30;
// A machine takes a few seconds.
constexpr UnixSeconds kSoonest = 2;
constexpr std::uint64_t kSpread = 40;

}  // namespace

// The same for the whole of a leave.
bool AutoReplies::is_set_up(PersonId reader, Days day) const noexcept {
  if (company_.person(reader).kind == PersonKind::shared_mailbox) {
    return mix64(stable_hash(company_.person(reader).address)) % 100 < kSetUpForMailboxes;
  }
  const auto leave = company_.leave_on(reader, day);
  if (!leave) return false;
  const auto name = std::uint64_t{value(reader)} << 32 | static_cast<std::uint32_t>(leave->back);
  return mix64(name) % 100 < kSetUpByPeople;
}

void AutoReplies::add(std::size_t first, std::uint32_t room, UnixSeconds end, BlockPlan& out) {
  const std::size_t people = out.messages.size();
  for (std::size_t i = first; i < people; ++i) {
    const PlannedMessage asked = out.messages[i];
    if (company_.person(asked.author).kind == PersonKind::system) continue;
    const std::uint32_t readers = std::uint32_t{asked.to} + asked.cc;
    for (std::uint32_t reader = 0; reader < readers; ++reader) {
      const PersonId away = out.recipients[asked.first_recipient + reader];
      if (!is_set_up(away, days_from_seconds(asked.sent))) continue;
      const std::pair pair(away, asked.author);
      const std::uint64_t token =
          mix64(static_cast<std::uint64_t>(asked.sent) + mix64(value(away)));
      const UnixSeconds sent = asked.sent + kSoonest + static_cast<UnixSeconds>(token % kSpread);
      if (sent >= end || std::ranges::find(answered_, pair) != answered_.end()) continue;
      if (room == 0) return;
      --room;
      answered_.push_back(pair);
      Conversation& conversation = out.conversations[asked.conversation];
      PlannedMessage reply;
      reply.sent = sent;
      reply.author = away;
      reply.conversation = asked.conversation;
      reply.parent = static_cast<std::uint16_t>(i);
      reply.ordinal = static_cast<std::uint16_t>(conversation.size + conversation.auto_replies++);
      reply.depth = static_cast<std::uint16_t>(asked.depth + 1);
      reply.kind = MessageKind::auto_reply;
      reply.first_recipient = static_cast<std::uint32_t>(out.recipients.size());
      reply.to = 1;
      out.recipients.push_back(asked.author);
      out.messages.push_back(reply);
    }
  }
}

}  // namespace haymaker::threads
