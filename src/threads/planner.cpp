#include "threads/planner.h"

#include <algorithm>
#include <bit>

#include "threads/reply_delay.h"

namespace haymaker::threads {

namespace {

// Conversations of two and more hold 61.6 % of the messages at a mean size of 3.95, so 289 of 1,000
// conversations are such; the other 38.4 % of the messages stand alone.
constexpr std::uint32_t kThreadsPerMille = 289;
constexpr std::uint32_t kAlonePerMille = 384;
// An answer that would end after the period is drawn again within what is left of it.
constexpr std::uint32_t kFitTries = 8;
// Of conversations between people, with the usual share of machines taken out: 289 of 812.
constexpr std::uint32_t kThreadsAmongPeople = 356;
constexpr std::uint32_t kActorTries = 64;

bool answers_mail(const people::Person& person) {
  return person.kind == people::PersonKind::employee ||
         person.kind == people::PersonKind::contact ||
         person.kind == people::PersonKind::shared_mailbox;
}

}  // namespace

void Planner::plan(BlockIndex block, std::uint32_t count, std::span<const Pin> pins,
                   BlockPlan& out) {
  out.block = block;
  out.messages.clear();
  out.conversations.clear();
  out.recipients.clear();
  std::uint32_t reserved = 0;  // For the pins to come.
  for (const Pin& pin : pins) reserved += pin.least_size;
  for (const Pin& pin : pins) {
    reserved -= pin.least_size;
    add_pinned(pin, count - static_cast<std::uint32_t>(out.messages.size()) - reserved, out);
  }
  rng::Stream stream(key_ / "block" / value(block));
  while (out.messages.size() < count) {
    add_conversation(count - static_cast<std::uint32_t>(out.messages.size()), stream, out);
  }
  sort_by_time(out);
}

// `least` to `most` messages, as conversations of two and more have them.
std::uint32_t Planner::draw_size(std::uint32_t least, std::uint32_t most,
                                 rng::Stream& stream) const {
  std::uint32_t size = shape_.draw_size(stream);
  for (std::uint32_t i = 0; (size < least || size > most) && i < kFitTries; ++i)
    size = shape_.draw_size(stream);
  return std::clamp(size, least, most);
}

// A stream of its own, so that a pin moves no other conversation's draws.
void Planner::add_pinned(const Pin& pin, std::uint32_t left, BlockPlan& out) {
  rng::Stream stream(key_ / "pin" / pin.tag);
  Conversation conversation;
  conversation.pin = pin.tag;
  conversation.started = timeline_.draw(value(out.block), blocks_, stream);
  conversation.external = pin.external;
  const bool alone = pin.least_size < 2 && !stream.chance(kThreadsAmongPeople, 1000);
  conversation.size = static_cast<std::uint16_t>(
      alone || left < 2 ? 1 : draw_size(std::max<std::uint32_t>(pin.least_size, 2), left, stream));
  Pair pair;
  if (pin.cast.id != kNoCast) {
    conversation.cast = pin.cast.id;
    pair = draw_cast(pin);
    const Days day = days_from_seconds(conversation.started);
    if (!takes_part_on(day, pair.employee)) pair.employee = kNobody;
    if (!takes_part_on(day, pair.other)) pair.other = kNobody;
  }
  if (pair.employee == kNobody)
    pair.employee = draw_employee_of(pin.functions, conversation.started, stream);
  add_messages(conversation, pair, stream, out);
}

// The same for every conversation of the cast, because it depends on nothing else.
Planner::Pair Planner::draw_cast(const Pin& pin) const {
  rng::Stream stream(key_ / "cast" / pin.cast.id);
  const UnixSeconds at = timeline_.draw(pin.cast.block, blocks_, stream);
  const PersonId employee = draw_employee_of(pin.functions, at, stream);
  return {employee, pin.external
                        ? company_.draw_contact(employee, stream)
                        : company_.draw_colleague(employee, days_from_seconds(at), stream)};
}

bool Planner::takes_part_on(Days day, PersonId person) const {
  return person != kNobody && company_.person(person).is_in_company_on(day);
}

void Planner::add_conversation(std::uint32_t left, rng::Stream& stream, BlockPlan& out) {
  Conversation conversation;
  conversation.started = timeline_.draw(value(out.block), blocks_, stream);
  if (left > 1 && stream.chance(kThreadsPerMille, 1000)) {
    conversation.size = static_cast<std::uint16_t>(draw_size(2, left, stream));
  } else if (stream.chance(traffic_.machine * 10, kAlonePerMille)) {
    return add_machine_message(conversation, stream, out);
  }
  conversation.external = stream.chance(traffic_.external, 100);
  if (!conversation.external && stream.chance(traffic_.personal, 100)) {
    conversation.traffic = Traffic::personal;
  }
  add_messages(conversation, {draw_employee(conversation.started, stream)}, stream, out);
}

void Planner::add_messages(Conversation conversation, Pair pair, rng::Stream& stream,
                           BlockPlan& out) {
  insider_ = pair.employee;
  // A second is left in the period for each message to come.
  conversation.started =
      std::min(conversation.started, timeline_.end() - UnixSeconds{conversation.size});
  choose_parties(conversation, pair, shape_.draw_recipients(stream), stream);
  const auto first = static_cast<std::uint32_t>(out.messages.size());
  const auto id = static_cast<std::uint16_t>(out.conversations.size());
  out.conversations.push_back(conversation);
  add_first_message(conversation, stream, out);
  for (std::uint32_t i = 1; i < conversation.size; ++i) add_answer(id, first, i, stream, out);
}

PersonId Planner::draw_employee(UnixSeconds at, rng::Stream& stream) const {
  return company_.draw_author(timeline_.draw_site(at, stream), days_from_seconds(at), stream);
}

// By activity, like any author; somebody of the right department who hardly writes only if none is
// met.
PersonId Planner::draw_employee_of(std::uint32_t functions, UnixSeconds at,
                                   rng::Stream& stream) const {
  PersonId employee = draw_employee(at, stream);
  const auto fits = [&](PersonId person) {
    const auto function =
        company_.departments()[value(company_.person(person).department)].function;
    return functions == 0 || (functions >> static_cast<unsigned>(function) & 1U) != 0;
  };
  for (std::uint32_t i = 0; !fits(employee) && i < kActorTries; ++i)
    employee = draw_employee(at, stream);
  if (fits(employee)) return employee;
  const auto function = static_cast<people::Function>(std::countr_zero(functions));
  return company_.draw_employee(function, days_from_seconds(at), stream);
}

void Planner::add_machine_message(Conversation conversation, rng::Stream& stream, BlockPlan& out) {
  const bool newsletter = stream.chance(traffic_.newsletters, 100);
  conversation.traffic = newsletter ? Traffic::newsletter : Traffic::notice;
  conversation.external = newsletter;
  conversation.starter = company_.draw_system(newsletter, stream);
  const PersonId reader = draw_employee(conversation.started, stream);
  PlannedMessage message;
  message.sent = conversation.started;
  message.author = conversation.starter;
  message.conversation = static_cast<std::uint16_t>(out.conversations.size());
  message.first_recipient = static_cast<std::uint32_t>(out.recipients.size());
  message.to = 1;
  const PersonId list = stream.chance(1, 6) ? company_.draw_list(reader, stream) : kNobody;
  out.recipients.push_back(list == kNobody ? reader : list);
  out.conversations.push_back(conversation);
  out.messages.push_back(message);
}

void Planner::add_party(PersonId person) {
  if (person != kNobody && std::ranges::find(parties_, person) == parties_.end())
    parties_.push_back(person);
}

// The starter first, then whom the first message goes to.
void Planner::choose_parties(Conversation& conversation, Pair pair, std::uint32_t recipients,
                             rng::Stream& stream) {
  parties_.clear();
  const PersonId employee = pair.employee;
  const Days day = days_from_seconds(conversation.started);
  if (conversation.external) {
    const PersonId contact =
        pair.other != kNobody ? pair.other : company_.draw_contact(employee, stream);
    // Of a pinned external conversation the contact is the author.
    const bool inbound = stream.chance(1, 2) || conversation.pin != kNoPin;
    if (contact != kNobody && inbound) add_party(contact);
    add_party(employee);
    add_party(contact);
    conversation.external = contact != kNobody;
  }
  add_party(employee);
  add_party(pair.other);
  conversation.starter = parties_.front();
  if (recipients == 0 && !conversation.external && pair.other == kNobody) {
    const PersonId list = company_.draw_list(employee, stream);
    if (list != kNobody) return add_party(list);
  }
  const std::size_t wanted = std::max<std::size_t>(recipients, 1) + 1;
  for (std::size_t tries = 0; parties_.size() < wanted && tries < 3 * wanted; ++tries) {
    add_party(company_.draw_colleague(employee, day, stream));
  }
}

void Planner::add_first_message(const Conversation& conversation, rng::Stream& stream,
                                BlockPlan& out) {
  PlannedMessage message;
  message.sent = conversation.started;
  message.author = conversation.starter;
  message.conversation = static_cast<std::uint16_t>(out.conversations.size() - 1);
  addressees_.assign(parties_.begin() + 1, parties_.end());
  put_recipients(message, static_cast<std::uint32_t>(addressees_.size()), stream, out);
  out.messages.push_back(message);
}

// The first `count` of the addressees: some in To, at least one, the rest in Cc.
void Planner::put_recipients(PlannedMessage& message, std::uint32_t count, rng::Stream& stream,
                             BlockPlan& out) {
  message.first_recipient = static_cast<std::uint32_t>(out.recipients.size());
  const std::uint32_t to = count < 2 || stream.chance(1, 3) ? count : 1 + stream.below(count);
  message.to = static_cast<std::uint16_t>(to);
  message.cc = static_cast<std::uint16_t>(count - to);
  out.recipients.insert(out.recipients.end(), addressees_.begin(), addressees_.begin() + count);
}

PersonId Planner::employee_or_insider(PersonId person) const {
  return company_.person(person).kind == people::PersonKind::employee ? person : insider_;
}

PersonId Planner::answering_author(const PlannedMessage& parent, Days day, rng::Stream& stream,
                                   const BlockPlan& plan) {
  const auto readers = std::span(plan.recipients)
                           .subspan(parent.first_recipient, std::size_t{parent.to} + parent.cc);
  // Mostly whoever is in To; the first of them most of all.
  PersonId author = stream.chance(1, 2) ? readers[0]
                                        : readers[stream.below(static_cast<std::uint32_t>(
                                              stream.chance(4, 5) ? parent.to : readers.size()))];
  const people::Person& person = company_.person(author);
  if (person.kind == people::PersonKind::distribution_list) {
    const auto members = company_.members(author);
    if (!members.empty())
      author = members[stream.below(static_cast<std::uint32_t>(members.size()))];
  }
  if (!answers_mail(company_.person(author)) || author == parent.author) {
    author = company_.draw_colleague(employee_or_insider(parent.author), day, stream);
  }
  return author;
}

// To the sender, to all, or to somebody new. How many follows the same histogram as first messages
// do: mostly as many as before, else drawn anew, with people dropped or brought in.
void Planner::address_answer(PlannedMessage& message, const PlannedMessage& parent,
                             rng::Stream& stream, BlockPlan& out) {
  const auto before =
      std::span(out.recipients).subspan(parent.first_recipient, std::size_t{parent.to} + parent.cc);
  const Days day = days_from_seconds(message.sent);
  std::uint32_t wanted = static_cast<std::uint32_t>(before.size());
  if (stream.chance(1, 7)) wanted = std::max(shape_.draw_recipients(stream), 1U);
  addressees_.clear();
  const auto add = [&](PersonId person) {
    if (person == kNobody || person == message.author || addressees_.size() >= wanted) return;
    if (message.kind == MessageKind::forward && person == parent.author) return;
    if (std::ranges::find(addressees_, person) == addressees_.end()) addressees_.push_back(person);
  };
  const bool forward =
      stream.chance(1, 16) && company_.person(message.author).kind == people::PersonKind::employee;
  if (forward) {
    message.kind = MessageKind::forward;
  } else {
    add(parent.author);
    for (const PersonId person : before) add(person);
    message.kind = addressees_.size() > 1 ? MessageKind::reply_all : MessageKind::reply;
  }
  const PersonId inside = employee_or_insider(message.author);
  for (std::uint32_t tries = 0; addressees_.size() < wanted && tries < 3 * wanted + 3; ++tries) {
    add(company_.draw_colleague(inside, day, stream));
  }
  if (addressees_.empty()) addressees_.push_back(parent.author);
  put_recipients(message, static_cast<std::uint32_t>(addressees_.size()), stream, out);
}

void Planner::add_answer(std::uint16_t conversation, std::uint32_t first, std::uint32_t ordinal,
                         rng::Stream& stream, BlockPlan& out) {
  // Four answers in five go to the newest message; the others fork.
  const std::uint32_t back = stream.chance(4, 5) ? ordinal - 1 : stream.below(ordinal);
  const PlannedMessage parent = out.messages[first + back];
  PlannedMessage message;
  message.conversation = conversation;
  message.parent = static_cast<std::uint16_t>(first + back);
  message.ordinal = static_cast<std::uint16_t>(ordinal);
  message.depth = static_cast<std::uint16_t>(parent.depth + 1);
  message.author = answering_author(parent, days_from_seconds(parent.sent), stream, out);
  message.sent =
      draw_reply_time(parent.sent, company_.site(company_.person(message.author)), stream);
  const UnixSeconds latest =
      timeline_.end() - UnixSeconds{out.conversations[conversation].size} + UnixSeconds{ordinal};
  if (message.sent > latest) {
    message.sent =
        parent.sent + 1 +
        static_cast<UnixSeconds>(stream.below64(static_cast<std::uint64_t>(latest - parent.sent)));
  }
  address_answer(message, parent, stream, out);
  out.messages.push_back(message);
}

void Planner::sort_by_time(BlockPlan& out) {
  const std::size_t count = out.messages.size();
  unsorted_.assign(out.messages.begin(), out.messages.end());
  order_.resize(count);
  slot_of_.resize(count);
  for (std::size_t i = 0; i < count; ++i) order_[i] = static_cast<std::uint16_t>(i);
  std::ranges::sort(order_, [&](std::uint16_t a, std::uint16_t b) {
    return unsorted_[a].sent != unsorted_[b].sent ? unsorted_[a].sent < unsorted_[b].sent : a < b;
  });
  for (std::size_t slot = 0; slot < count; ++slot)
    slot_of_[order_[slot]] = static_cast<std::uint16_t>(slot);
  for (std::size_t slot = 0; slot < count; ++slot) {
    PlannedMessage& message = out.messages[slot];
    message = unsorted_[order_[slot]];
    message.last = true;
    if (message.parent != kNoParent) {
      message.parent = slot_of_[message.parent];
      out.messages[message.parent].last = false;  // It is earlier, so it has its place already.
    }
  }
}

}  // namespace haymaker::threads
