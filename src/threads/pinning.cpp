#include "threads/pinning.h"

#include <algorithm>
#include <array>
#include <bitset>

namespace haymaker::threads {

using people::PersonKind;

namespace {

// Steps that go round come first.
std::size_t first_step(const Pin& pin, const BlockPlan& plan, std::size_t place) noexcept {
  const PlannedMessage& message = plan.messages[place];
  const std::uint32_t size = plan.conversations[message.conversation].size;
  return message.ordinal + pin.steps > size ? place - message.ordinal : place;
}

constexpr std::uint32_t kUnit = 64;
constexpr std::uint32_t kMostUnits = 2;
// Messages that will do in the conversation of any one that will do, itself among them, on average.
constexpr std::uint32_t kUsual = 10;

// Of a message that will do together with others in its conversation. Were all alike, each would be
// drawn less often in a block where there are many, and so those of large conversations, which make
// them many themselves. This gives each a chance of 1 in (others + kUsual), however many they are
// together.
std::uint32_t weight_of(std::uint32_t together, std::uint32_t all) noexcept {
  const std::uint32_t others = all - together;
  const std::uint32_t most = kMostUnits * kUnit;
  if (others + kUsual <= together) return most;
  return std::clamp(kUnit * others / (others + kUsual - together), 1U, most);
}

// Any place of those for which `will_do` holds, each as likely as any in another block; the number
// of places if for none.
template <class WillDo>
std::size_t draw_place(const BlockPlan& plan, rng::Stream& stream, WillDo will_do) {
  const std::size_t places = plan.messages.size();
  std::bitset<kBlockSize> choices;
  std::array<std::uint16_t, kBlockSize> together{};
  for (std::size_t i = 0; i < places; ++i) {
    if (!will_do(i)) continue;
    choices.set(i);
    ++together[plan.messages[i].conversation];
  }
  if (choices.none()) return places;
  const auto all = static_cast<std::uint32_t>(choices.count());
  const auto weight = [&](std::size_t i) {
    return choices[i] ? weight_of(together[plan.messages[i].conversation], all) : 0U;
  };
  std::uint32_t total = 0;
  for (std::size_t i = 0; i < places; ++i) total += weight(i);
  std::uint32_t left = stream.below(total);
  std::size_t place = 0;
  for (; left >= weight(place); ++place) left -= weight(place);
  return place;
}

// Two change places in a conversation: who was not there is there instead.
void exchange(PersonId one, PersonId other, std::uint16_t id, BlockPlan& out) noexcept {
  const auto move = [&](PersonId& person) {
    if (person != one && person != other) return false;
    person = person == one ? other : one;
    return one != other;
  };
  move(out.conversations[id].starter);
  for (PlannedMessage& message : out.messages) {
    if (message.conversation != id) continue;
    if (move(message.author)) message.sender = kNobody;
    const auto readers =
        std::span(out.recipients)
            .subspan(message.first_recipient, std::size_t{message.to} + message.cc);
    std::ranges::for_each(readers, move);
  }
}

}  // namespace

bool Pinning::is_actor(const Pin& pin, PersonId person) const noexcept {
  const people::Person& employee = company_.person(person);
  if (employee.kind != PersonKind::employee) return false;
  const auto function = company_.departments()[value(employee.department)].function;
  return pin.functions == 0 || (pin.functions >> static_cast<unsigned>(function) & 1U) != 0;
}

bool Pinning::is_client(PersonId person) const noexcept {
  const people::Person& contact = company_.person(person);
  if (contact.kind != PersonKind::contact) return false;
  const auto organisation = value(contact.organisation);
  return company_.organisations()[organisation].kind == people::OrganisationKind::client;
}

bool Pinning::fits(const Pin& pin, const BlockPlan& plan,
                   const PlannedMessage& message) const noexcept {
  const auto to = plan.to(message);
  const auto is_outside = [&](PersonId reader) {
    return company_.person(reader).kind == PersonKind::contact;
  };
  switch (pin.direction) {
    // Much that is said inside belongs to a conversation with somebody outside.
    case Direction::internal:
      return is_actor(pin, message.author) && std::ranges::none_of(to, is_outside) &&
             std::ranges::none_of(plan.cc(message), is_outside);
    case Direction::inbound:
      return is_client(message.author) &&
             std::ranges::any_of(to, [&](PersonId reader) { return is_actor(pin, reader); });
    case Direction::outbound:
      return is_actor(pin, message.author) &&
             std::ranges::any_of(to, [&](PersonId reader) { return is_client(reader); });
  }
  return false;
}

// Whether the steps may begin to be counted at the message in `place`.
bool Pinning::will_do(const Pin& pin, const BlockPlan& plan, std::size_t place) const noexcept {
  const PlannedMessage& message = plan.messages[place];
  const Conversation& conversation = plan.conversations[message.conversation];
  if (conversation.traffic != Traffic::business) return false;
  if (conversation.size < pin.steps || message.ordinal >= conversation.size) return false;
  if (pin.opens && message.ordinal > 0) return false;
  const std::size_t begin = place - message.ordinal;
  for (std::uint32_t i = 0; i < pin.steps; ++i) {
    const std::size_t at = begin + (message.ordinal + i) % conversation.size;
    if (plan.messages[at].pin != kNoPin) return false;
  }
  return fits(pin, plan, plan.messages[first_step(pin, plan, place)]);
}

void Pinning::give(const Pin& pin, std::size_t place, BlockPlan& out) noexcept {
  const std::uint32_t ordinal = out.messages[place].ordinal;
  Conversation& conversation = out.conversations[out.messages[place].conversation];
  const std::uint32_t end = ordinal + pin.steps;
  const std::uint32_t round = end > conversation.size ? end - conversation.size : 0;
  for (std::uint32_t i = 0; i < pin.steps; ++i) {
    const std::uint32_t at = (ordinal + i) % conversation.size;
    PlannedMessage& message = out.messages[place - ordinal + at];
    message.pin = pin.tag;
    message.step = at < round ? at : at - ordinal + round;
  }
  if (conversation.pin == kNoPin) conversation.pin = pin.tag;
}

bool Pinning::find(const Pin& pin, rng::Stream& stream, BlockPlan& out) const {
  Pin wanted = pin;
  const std::size_t places = out.messages.size();
  const auto draw = [&] {
    return draw_place(out, stream, [&](std::size_t i) { return will_do(wanted, out, i); });
  };
  std::size_t place = draw();
  if (place == places) {
    wanted.functions = 0;
    place = draw();
  }
  if (place == places) return false;
  give(pin, place, out);
  return true;
}

// A machine that has answered for somebody who was away did so for that one.
bool Pinning::can_be_recast(Pair pair, const BlockPlan& plan, std::size_t place) const noexcept {
  const PlannedMessage& told = plan.messages[place];
  const Conversation& conversation = plan.conversations[told.conversation];
  if (conversation.pin != kNoPin) return false;
  const PersonId reader = plan.to(told).front();
  const std::array changed = {told.author, reader, pair.employee, pair.other};
  const auto by_machines =
      std::span(plan.messages)
          .subspan(place - told.ordinal + conversation.size, conversation.auto_replies);
  const auto is_for_them = [&](const PlannedMessage& reply) {
    return std::ranges::find(changed, reply.author) != changed.end();
  };
  return company_.person(reader).kind == PersonKind::employee &&
         company_.person(told.author).site == company_.person(pair.employee).site &&
         std::ranges::none_of(by_machines, is_for_them);
}

bool Pinning::recast(const Pin& pin, Pair pair, rng::Stream& stream, BlockPlan& out) const {
  Pin wanted = pin;
  wanted.functions = 0;  // The employee of the pair has one of them.
  const std::size_t places = out.messages.size();
  const std::size_t place = draw_place(out, stream, [&](std::size_t i) {
    return will_do(wanted, out, i) && can_be_recast(pair, out, first_step(pin, out, i));
  });
  if (place == places) return false;
  const PlannedMessage& told = out.messages[first_step(pin, out, place)];
  exchange(told.author, pair.employee, told.conversation, out);
  exchange(out.to(told).front(), pair.other, told.conversation, out);
  out.conversations[told.conversation].cast = pin.cast.id;
  give(pin, place, out);
  return true;
}

}  // namespace haymaker::threads
