#include "threads/pinning.h"

#include <algorithm>

namespace haymaker::threads {

using people::PersonKind;

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
  switch (pin.direction) {
    case Direction::internal:
      return !plan.conversations[message.conversation].external && is_actor(pin, message.author);
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
  // Steps that go round come first.
  const bool goes_round = message.ordinal + pin.steps > conversation.size;
  return fits(pin, plan, plan.messages[goes_round ? begin : place]);
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
  std::uint32_t choices = 0;
  const auto count = [&] {
    for (std::size_t i = 0; i < out.messages.size(); ++i)
      choices += will_do(wanted, out, i) ? 1U : 0U;
    return choices;
  };
  if (count() == 0) {
    wanted.functions = 0;
    if (count() == 0) return false;
  }
  std::uint32_t left = stream.below(choices);
  std::size_t place = 0;
  while (!will_do(wanted, out, place) || left-- > 0) ++place;
  give(pin, place, out);
  return true;
}

}  // namespace haymaker::threads
