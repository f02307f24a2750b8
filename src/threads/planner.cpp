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
// Of the messages of an external conversation some stay inside; so many more of them begin.
constexpr std::uint32_t kExternalPerMille = 1'090;
constexpr int kEmployeeTries = 128;  // At one site.
constexpr int kSiteTries = 8;
constexpr int kSameSiteTries = 256;
constexpr int kAnswerTries = 8;
// A conversation is drawn so often until one of those who must wrote its first step.
constexpr int kMadeTries = 48;

}  // namespace

void Planner::plan(BlockIndex block, std::uint32_t count, std::span<const Pin> pins,
                   BlockPlan& out) {
  made_.assign(pins.size(), 0);
  do plan_traffic(block, count, pins, out);
  while (!find_for_pins(pins, out));
  sort_by_time(out);
}

// Whatever finds no place gets a conversation of its own when the block is planned again. Casts
// come first: they need conversations to which nothing is pinned, and large ones would soon be
// rare.
bool Planner::find_for_pins(std::span<const Pin> pins, BlockPlan& out) {
  bool found_all = true;
  const auto find = [&](std::size_t i) {
    if (made_[i] != 0 || find_for_pin(pins[i], out)) return;
    made_[i] = 1;
    found_all = false;
  };
  const auto is_cast = [&](std::size_t i) { return pins[i].cast.id != kNoCast; };
  for (std::size_t i = 0; i < pins.size(); ++i)
    if (is_cast(i)) find(i);
  for (std::size_t i = 0; i < pins.size(); ++i)
    if (!is_cast(i)) find(i);
  return found_all;
}

// A client whom somebody meets again cannot take another's place: those around belong to that one.
bool Planner::find_for_pin(const Pin& pin, BlockPlan& out) const {
  rng::Stream stream(key_ / "pin" / pin.tag);
  if (pin.cast.id == kNoCast) return pinning_.find(pin, stream, out);
  if (pin.direction != Direction::internal) return false;
  const UnixSeconds at = timeline_.draw(pin.block, blocks_, stream);
  return pinning_.recast(pin, draw_pair(pin, at, stream), stream, out);
}

void Planner::plan_traffic(BlockIndex block, std::uint32_t count, std::span<const Pin> pins,
                           BlockPlan& out) {
  out.block = block;
  out.messages.clear();
  out.conversations.clear();
  out.recipients.clear();
  auto_replies_.start_block();
  const auto left = [&] { return count - static_cast<std::uint32_t>(out.messages.size()); };
  std::uint32_t reserved = 0;  // For those to come.
  for (std::size_t i = 0; i < pins.size(); ++i) reserved += made_[i] != 0 ? pins[i].steps : 0U;
  for (std::size_t i = 0; i < pins.size(); ++i) {
    if (made_[i] == 0) continue;
    reserved -= pins[i].steps;
    const std::size_t first = out.messages.size();
    add_made(pins[i], left() - reserved, out);
    auto_replies_.add(first, left() - reserved, timeline_.end(), out);
  }
  auto_replies_.start_block();  // A pin keeps no machine from answering others.
  rng::Stream stream(key_ / "block" / value(block));
  Deal deal((key_ / "recipients" / value(block)).low);
  while (left() > 0) {
    const std::size_t first = out.messages.size();
    add_conversation(left(), deal, stream, out);
    auto_replies_.add(first, left(), timeline_.end(), out);
  }
}

// `least` to `most` messages, as conversations of two and more have them.
std::uint32_t Planner::draw_size(std::uint32_t least, std::uint32_t most,
                                 rng::Stream& stream) const {
  std::uint32_t size = shape_.draw_size(stream);
  for (std::uint32_t i = 0; (size < least || size > most) && i < kFitTries; ++i)
    size = shape_.draw_size(stream);
  return std::clamp(size, least, most);
}

// As large as the conversation that some message between people belongs to, so that it is as likely
// to stand alone as others.
std::uint32_t Planner::draw_made_size(std::uint32_t steps, std::uint32_t left,
                                      rng::Stream& stream) const {
  const std::uint32_t machine = traffic_.machine * 10;
  if (left < 2 || (steps < 2 && stream.chance(kAlonePerMille - machine, 1000 - machine))) return 1;
  std::uint32_t size = shape_.draw_size_around(stream);
  for (std::uint32_t i = 0; (size < steps || size > left) && i < kFitTries; ++i)
    size = shape_.draw_size_around(stream);
  return std::clamp(size, std::max<std::uint32_t>(steps, 2), left);
}

// A conversation for a pin that finds none. A stream of its own, so that it moves no other draws.
void Planner::add_made(const Pin& pin, std::uint32_t left, BlockPlan& out) {
  rng::Stream stream(key_ / "made" / pin.tag);
  Conversation conversation;
  conversation.cast = pin.cast.id;
  conversation.size = static_cast<std::uint16_t>(draw_made_size(pin.steps, left, stream));
  conversation.external = pin.direction != Direction::internal;
  conversation.started = draw_made_time(pin, stream);
  const std::uint32_t from = pin.opens ? 0 : stream.below(conversation.size);
  const bool goes_round = from + pin.steps > conversation.size;
  const std::size_t messages = out.messages.size();
  const std::size_t recipients = out.recipients.size();
  for (int i = 0;; ++i) {
    const Pair pair = draw_pair(pin, conversation.started, stream);
    Deal deal(stream.next64());
    add_messages(conversation, pair, deal, stream, out);
    const PlannedMessage& told = out.messages[messages + (goes_round ? 0 : from)];
    if (i + 1 == kMadeTries || is_by_those(pin, pair, told, out)) break;
    out.messages.resize(messages);
    out.recipients.resize(recipients);
    out.conversations.pop_back();
  }
  Pinning::give(pin, messages + from, out);
}

// When the cast's site is awake.
UnixSeconds Planner::draw_made_time(const Pin& pin, rng::Stream& stream) const {
  UnixSeconds at = timeline_.draw(pin.block, blocks_, stream);
  if (pin.cast.id == kNoCast) return at;
  for (int i = 0; i < kSameSiteTries && timeline_.draw_site(at, stream) != pin.cast.site; ++i)
    at = timeline_.draw(pin.block, blocks_, stream);
  return at;
}

// Whether a step is told by one of the cast or, where there is none, by somebody who fits.
bool Planner::is_by_those(const Pin& pin, Pair pair, const PlannedMessage& told,
                          const BlockPlan& plan) const noexcept {
  if (pin.cast.id == kNoCast) return pinning_.fits(pin, plan, told);
  const bool by_contact = company_.person(told.author).kind == people::PersonKind::contact;
  return (told.author == pair.employee || told.author == pair.other) &&
         by_contact == (pin.direction == Direction::inbound);
}

// A cast draws from a stream of its own, so that all of its conversations are between the same two,
// unless one of them has left by then.
Pair Planner::draw_pair(const Pin& pin, UnixSeconds at, rng::Stream& stream) const {
  const bool external = pin.direction != Direction::internal;
  const Days day = days_from_seconds(at);
  Pair pair;
  if (pin.cast.id == kNoCast) {
    pair.employee = draw_employee(at, pin.functions, external, stream);
    if (external) pair.other = participants_.draw_client(pair.employee, day, stream);
    return pair;
  }
  const auto draw_two = [&](Days as_of, rng::Stream& from) {
    pair.employee = draw_employee_of(pin.cast.site, as_of, pin.functions, external, from);
    if (pair.employee == kNobody) pair.employee = draw_employee(at, pin.functions, external, from);
    pair.other = external ? participants_.draw_client(pair.employee, as_of, from)
                          : company_.draw_colleague(pair.employee, as_of, from);
  };
  rng::Stream of_cast(key_ / "cast" / pin.cast.id);
  draw_two(days_from_seconds(timeline_.draw(pin.cast.block, blocks_, of_cast)), of_cast);
  const auto is_there = [&](PersonId person) {
    return person != kNobody && company_.is_in_company_on(person, day);
  };
  if (!is_there(pair.employee) || !is_there(pair.other)) draw_two(day, stream);
  return pair;
}

void Planner::add_conversation(std::uint32_t left, Deal& deal, rng::Stream& stream,
                               BlockPlan& out) {
  Conversation conversation;
  conversation.started = timeline_.draw(value(out.block), blocks_, stream);
  if (left > 1 && stream.chance(kThreadsPerMille, 1000)) {
    conversation.size = static_cast<std::uint16_t>(draw_size(2, left, stream));
  } else if (stream.chance(traffic_.machine * 10, kAlonePerMille)) {
    return add_machine_message(conversation, stream, out);
  }
  conversation.external = stream.chance(traffic_.external * kExternalPerMille, 100'000);
  if (!conversation.external && stream.chance(traffic_.personal, 100)) {
    conversation.traffic = Traffic::personal;
  }
  const PersonId employee = draw_employee(conversation.started, 0, conversation.external, stream);
  add_messages(conversation, {employee}, deal, stream, out);
}

void Planner::add_messages(Conversation conversation, Pair pair, Deal& deal, rng::Stream& stream,
                           BlockPlan& out) {
  // A second is left in the period for each message to come.
  conversation.started =
      std::min(conversation.started, timeline_.end() - UnixSeconds{conversation.size});
  const auto first = static_cast<std::uint32_t>(out.messages.size());
  const auto id = static_cast<std::uint16_t>(out.conversations.size());
  PlannedMessage message;
  message.sent = conversation.started;
  message.conversation = id;
  participants_.begin(conversation, pair, deal, stream, message, out);
  const Days day = days_from_seconds(message.sent);
  message.sender = participants_.draw_sender(message.author, conversation.traffic, day, stream);
  out.conversations.push_back(conversation);
  out.messages.push_back(message);
  for (std::uint32_t i = 1; i < conversation.size; ++i) add_answer(id, first, i, deal, stream, out);
}

// By activity, like any author of the site; kNobody where nobody with the functions is met. Of an
// external conversation it is somebody who knows people outside, if such a one is met.
PersonId Planner::draw_employee_of(people::SiteId site, Days day, std::uint32_t functions,
                                   bool external, rng::Stream& stream) const {
  const auto has_function = [&](PersonId person) {
    const auto department = value(company_.person(person).department);
    const auto function = company_.departments()[department].function;
    return functions == 0 || (functions >> static_cast<unsigned>(function) & 1U) != 0;
  };
  PersonId fitting = kNobody;
  for (int i = 0; i < kEmployeeTries; ++i) {
    const PersonId person = company_.draw_author(site, day, stream);
    if (!has_function(person)) continue;
    if (!external || !company_.relationships(person).empty()) return person;
    fitting = person;
  }
  return fitting;
}

// At the site at which somebody writes at that instant, unless it has nobody with the functions;
// then somebody with them who hardly writes.
PersonId Planner::draw_employee(UnixSeconds at, std::uint32_t functions, bool external,
                                rng::Stream& stream) const {
  const Days day = days_from_seconds(at);
  for (int i = 0; i < kSiteTries; ++i) {
    const people::SiteId site = timeline_.draw_site(at, stream);
    const PersonId person = draw_employee_of(site, day, functions, external, stream);
    if (person != kNobody) return person;
  }
  const auto function = static_cast<people::Function>(std::countr_zero(functions));
  return company_.draw_employee(function, day, stream);
}

void Planner::add_machine_message(Conversation conversation, rng::Stream& stream, BlockPlan& out) {
  const bool newsletter = stream.chance(traffic_.newsletters, 100);
  conversation.traffic = newsletter ? Traffic::newsletter : Traffic::notice;
  conversation.external = newsletter;
  conversation.starter = company_.draw_system(newsletter, stream);
  const PersonId reader = draw_employee(conversation.started, 0, false, stream);
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

void Planner::add_answer(std::uint16_t conversation, std::uint32_t first, std::uint32_t ordinal,
                         Deal& deal, rng::Stream& stream, BlockPlan& out) {
  // Four answers in five go to the newest message; the others fork.
  const std::uint32_t back = stream.chance(4, 5) ? ordinal - 1 : stream.below(ordinal);
  const PlannedMessage parent = out.messages[first + back];
  PlannedMessage message;
  message.conversation = conversation;
  message.parent = static_cast<std::uint16_t>(first + back);
  message.ordinal = static_cast<std::uint16_t>(ordinal);
  message.depth = static_cast<std::uint16_t>(parent.depth + 1);
  const UnixSeconds latest =
      timeline_.end() - UnixSeconds{out.conversations[conversation].size} + UnixSeconds{ordinal};
  draw_author_and_time(parent, latest, stream, out, message);
  participants_.address_answer(message, parent, deal, stream, out);
  const Traffic traffic = out.conversations[conversation].traffic;
  const Days day = days_from_seconds(message.sent);
  message.sender = participants_.draw_sender(message.author, traffic, day, stream);
  out.messages.push_back(message);
}

// Whoever answers is at work when the answer is sent.
void Planner::draw_author_and_time(const PlannedMessage& parent, UnixSeconds latest,
                                   rng::Stream& stream, const BlockPlan& plan,
                                   PlannedMessage& message) {
  const Days day = days_from_seconds(parent.sent);
  for (int i = 0; i < kAnswerTries; ++i) {
    message.author = participants_.draw_answering(parent, day, stream, plan);
    message.sent =
        draw_reply_time(parent.sent, company_.site(company_.person(message.author)), stream);
    if (message.sent > latest) {
      const auto span = static_cast<std::uint64_t>(latest - parent.sent);
      message.sent = parent.sent + 1 + static_cast<UnixSeconds>(stream.below64(span));
    }
    if (company_.is_at_work(message.author, days_from_seconds(message.sent))) return;
  }
  const PersonId there = participants_.substitute_for(message.author);
  if (there != parent.author) message.author = there;
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
      // It is earlier, so it has its place already.
      if (message.kind != MessageKind::auto_reply) out.messages[message.parent].last = false;
    }
  }
}

}  // namespace haymaker::threads
