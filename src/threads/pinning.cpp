#include "threads/pinning.h"

#include <algorithm>

namespace haymaker::threads {

using people::PersonKind;

namespace {

// Steps that go round come first.
std::size_t first_step(const Pin& pin, const BlockPlan& plan, std::size_t place) noexcept {
  const PlannedMessage& message = plan.messages[place];
  const std::uint32_t size = plan.conversations[message.conversation].size;
  return message.ordinal + pin.steps > size ? place - message.ordinal : place;
}

// Any place of those for which `will_do` holds, each alike; the number of places if for none.
template <class WillDo>
std::size_t draw_place(std::size_t places, rng::Stream& stream, WillDo will_do) {
  std::uint32_t choices = 0;
  for (std::size_t i = 0; i < places; ++i) choices += will_do(i) ? 1U : 0U;
  if (choices == 0) return places;
  std::uint32_t left = stream.below(choices);
  std::size_t place = 0;
  while (!will_do(place) || left-- > 0) ++place;
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
  if (conversation.traffic != Traffic::business || conversation.cast != kNoCast) return false;
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
  conversation.pin = pin.tag;
}

bool Pinning::find(const Pin& pin, rng::Stream& stream, BlockPlan& out) const {
  Pin wanted = pin;
  const std::size_t places = out.messages.size();
  const auto draw = [&] {
    return draw_place(places, stream, [&](std::size_t i) { return will_do(wanted, out, i); });
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

// What machines have answered to somebody stays true only of that one.
bool Pinning::can_be_recast(Pair pair, const BlockPlan& plan,
                            const PlannedMessage& told) const noexcept {
  const Conversation& conversation = plan.conversations[told.conversation];
  if (conversation.pin != kNoPin || conversation.auto_replies > 0) return false;
  const people::Person& reader = company_.person(plan.to(told).front());
  return reader.kind == PersonKind::employee &&
         company_.person(told.author).site == company_.person(pair.employee).site;
}

bool Pinning::recast(const Pin& pin, Pair pair, rng::Stream& stream, BlockPlan& out) const {
  Pin wanted = pin;
  wanted.functions = 0;  // The employee of the pair has one of them.
  const std::size_t places = out.messages.size();
  const std::size_t place = draw_place(places, stream, [&](std::size_t i) {
    return will_do(wanted, out, i) &&
           can_be_recast(pair, out, out.messages[first_step(pin, out, i)]);
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
