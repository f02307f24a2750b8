#include "threads/participants.h"

#include <algorithm>

namespace haymaker::threads {

using people::PersonKind;

namespace {

constexpr int kTries = 8;
// Of 100 external conversations, those that a contact begins; insiders write more of the answers.
constexpr std::uint32_t kInbound = 53;
// What a conversation begins with, of 100 that are not personal: a shared mailbox writes, or reads.
constexpr std::uint32_t kFromMailbox = 1;
constexpr std::uint32_t kToMailbox = 3;
// Of the messages of somebody with an assistant.
constexpr std::uint32_t kByAssistant = 25;
// Of those drawn in to a conversation with a contact, who come from the contact's side.
constexpr std::uint32_t kFromTheirSide = 30;
// Of 16 answers.
constexpr std::uint32_t kForwards = 1;
// Of 100 answers, those that go to as many as the message before; the others drop people or bring
// some in.
constexpr std::uint32_t kKeepReaders = 60;

bool answers_mail(const people::Person& person) {
  return person.kind == PersonKind::employee || person.kind == PersonKind::contact ||
         person.kind == PersonKind::shared_mailbox;
}

}  // namespace

PersonId Participants::employee_or_insider(PersonId id) const noexcept {
  return kind(id) == PersonKind::employee ? id : insider_;
}

PersonId Participants::draw_contact_at_work(PersonId employee, Days day,
                                            rng::Stream& stream) const {
  PersonId contact = company_.draw_contact(employee, stream);
  for (int i = 0; contact != kNobody && i < kTries && company_.is_on_leave(contact, day); ++i)
    contact = company_.draw_contact(employee, stream);
  return contact;
}

PersonId Participants::draw_any_list(PersonId author, rng::Stream& stream) const {
  PersonId list = kNobody;
  for (int i = 0; list == kNobody && i < kTries; ++i) list = company_.draw_list(author, stream);
  return list;
}

bool Participants::writes_to_list(PersonId author) const noexcept {
  return !personal_ && contact_ == kNobody && kind(author) == PersonKind::employee;
}

// Draws how many read it, and the list that it goes to.
std::uint32_t Participants::draw_count(PersonId author, Deal& deal, rng::Stream& stream) {
  const std::uint32_t count = shape_.draw_recipients(deal, stream);
  if (count != ConversationShape::kList) return count;
  if (writes_to_list(author)) list_ = draw_any_list(author, stream);
  return 1;
}

void Participants::start_addressing(PersonId author, PersonId not_to, std::uint32_t wanted,
                                    Days day) noexcept {
  author_ = author;
  not_to_ = not_to;
  wanted_ = wanted;
  day_ = day;
  addressees_.clear();
}

void Participants::add(PersonId person) {
  if (person == kNobody || person == author_ || person == not_to_) return;
  if (addressees_.size() >= wanted_ || !company_.is_in_company_on(person, day_)) return;
  if (std::ranges::find(addressees_, person) == addressees_.end()) addressees_.push_back(person);
}

void Participants::add_from(std::span<const PersonId> people, rng::Stream& stream) {
  if (addressees_.size() >= wanted_ || people.empty()) return;
  const std::size_t start = stream.below(static_cast<std::uint32_t>(people.size()));
  for (std::size_t i = 0; i < people.size() && addressees_.size() < wanted_; ++i) {
    const PersonId person = people[(start + i) % people.size()];
    if (company_.is_at_work(person, day_)) add(person);
  }
}

// As many as are wanted: people whom the author knows and, for the longest lists, departments.
void Participants::fill(rng::Stream& stream) {
  const PersonId inside = employee_or_insider(author_);
  const std::uint32_t tries = 3 * wanted_ + 3;
  for (std::uint32_t i = 0; addressees_.size() < wanted_ && i < tries; ++i) {
    if (contact_ != kNobody && not_to_ == kNobody && stream.chance(kFromTheirSide, 100)) {
      const auto place = value(company_.person(contact_).organisation);
      const people::Organisation& theirs = company_.organisations()[place];
      add(PersonId{theirs.first_contact + stream.below(theirs.contacts)});
    } else {
      add(company_.draw_colleague(inside, day_, stream));
    }
  }
  const people::Person& person = company_.person(inside);
  add_from(company_.departments()[value(person.department)].members, stream);
  add_from(company_.site_members(person.site), stream);
}

// Some in To, at least one, the rest in Cc.
void Participants::put(PlannedMessage& message, rng::Stream& stream, BlockPlan& out) {
  const auto count = static_cast<std::uint32_t>(addressees_.size());
  const std::uint32_t to = count < 2 || stream.chance(1, 3) ? count : 1 + stream.below(count);
  message.first_recipient = static_cast<std::uint32_t>(out.recipients.size());
  message.to = static_cast<std::uint16_t>(to);
  message.cc = static_cast<std::uint16_t>(count - to);
  out.recipients.insert(out.recipients.end(), addressees_.begin(), addressees_.end());
}

PersonId Participants::draw_client(PersonId employee, Days day, rng::Stream& stream) const {
  const auto is_client = [&](PersonId contact) {
    const auto organisation = value(company_.person(contact).organisation);
    return company_.organisations()[organisation].kind == people::OrganisationKind::client;
  };
  PersonId contact = draw_contact_at_work(employee, day, stream);
  for (int i = 0; contact != kNobody && i < kTries && !is_client(contact); ++i)
    contact = draw_contact_at_work(employee, day, stream);
  return contact;
}

void Participants::begin(Conversation& conversation, Pair pair, Deal& deal, rng::Stream& stream,
                         PlannedMessage& first, BlockPlan& out) {
  const PersonId employee = pair.employee;
  insider_ = employee;
  personal_ = conversation.traffic == Traffic::personal;
  const Days day = days_from_seconds(conversation.started);
  contact_ = !conversation.external  ? kNobody
             : pair.other != kNobody ? pair.other
                                     : draw_contact_at_work(employee, day, stream);
  conversation.external = contact_ != kNobody;
  const bool inbound = conversation.external && stream.chance(kInbound, 100);
  PersonId mailbox = kNobody;
  const std::uint32_t rank = personal_ ? 100 : stream.below(100);
  if (rank < kFromMailbox + kToMailbox) mailbox = company_.draw_mailbox(employee, stream);
  const bool from_mailbox = rank < kFromMailbox && !inbound && mailbox != kNobody;
  conversation.starter = inbound ? contact_ : from_mailbox ? mailbox : employee;
  first.author = conversation.starter;

  list_ = kNobody;
  const std::uint32_t wanted = draw_count(employee, deal, stream);
  start_addressing(first.author, kNobody, wanted, day);
  if (list_ != kNobody && pair.other == kNobody) {
    add(list_);
  } else {
    if (!conversation.external) add(pair.other);
    if (conversation.external) {
      if (inbound && mailbox != kNobody) add(mailbox);
      add(inbound ? employee : contact_);
    } else if (mailbox != kNobody && !from_mailbox) {
      add(mailbox);
    }
    fill(stream);
  }
  put(first, stream, out);
}

PersonId Participants::draw_answering(const PlannedMessage& parent, Days day, rng::Stream& stream,
                                      const BlockPlan& plan) const {
  const auto readers = std::span(plan.recipients)
                           .subspan(parent.first_recipient, std::size_t{parent.to} + parent.cc);
  const auto among = static_cast<std::uint32_t>(stream.chance(4, 5) ? parent.to : readers.size());
  PersonId author = stream.chance(1, 2) ? readers[0] : readers[stream.below(among)];
  // A list's member answers; of a shared mailbox either its reader or the mailbox itself.
  const bool as_member = kind(author) == PersonKind::distribution_list ||
                         (kind(author) == PersonKind::shared_mailbox && stream.chance(1, 2));
  if (as_member) {
    const auto members = company_.members(author);
    if (!members.empty()) author = stream.pick(members);
  }
  if (answers_mail(company_.person(author)) && author != parent.author) return author;
  return company_.draw_colleague(employee_or_insider(parent.author), day, stream);
}

PersonId Participants::substitute_for(PersonId absent) const noexcept {
  const people::Person& person = company_.person(absent);
  return person.kind == PersonKind::employee && person.manager != kNobody ? person.manager : absent;
}

void Participants::address_answer(PlannedMessage& message, const PlannedMessage& parent, Deal& deal,
                                  rng::Stream& stream, BlockPlan& out) {
  const auto before =
      std::span(out.recipients).subspan(parent.first_recipient, std::size_t{parent.to} + parent.cc);
  const Days day = days_from_seconds(message.sent);
  const bool forward = stream.chance(kForwards, 16) && kind(message.author) == PersonKind::employee;
  const bool keeps = !forward && stream.chance(kKeepReaders, 100);
  list_ = kNobody;
  auto wanted = static_cast<std::uint32_t>(before.size());
  if (keeps) {
    for (const PersonId person : before)
      if (kind(person) == PersonKind::distribution_list) list_ = person;
    if (list_ != kNobody) ++wanted;  // The author has it by the list.
  } else {
    wanted = draw_count(message.author, deal, stream);
    if (list_ != kNobody && !forward) wanted = 2;
  }
  start_addressing(message.author, forward ? parent.author : kNobody, wanted, day);
  if (!forward) {
    add(parent.author);
    add(list_);
    for (const PersonId person : before)
      if (keeps || kind(person) != PersonKind::distribution_list) add(person);
  } else {
    add(list_);
  }
  if (list_ == kNobody) fill(stream);
  if (addressees_.empty()) addressees_.push_back(parent.author);
  message.kind = forward                  ? MessageKind::forward
                 : addressees_.size() > 1 ? MessageKind::reply_all
                                          : MessageKind::reply;
  put(message, stream, out);
}

PersonId Participants::draw_sender(PersonId author, Traffic traffic, Days day,
                                   rng::Stream& stream) const {
  if (kind(author) == PersonKind::shared_mailbox) {
    const auto members = company_.members(author);
    for (int i = 0; i < kTries; ++i) {
      const PersonId member = stream.pick(members);
      if (company_.is_at_work(member, day)) return member;
    }
    return kNobody;
  }
  const PersonId assistant =
      kind(author) == PersonKind::employee ? company_.assistant_of(author) : kNobody;
  if (assistant == kNobody || traffic != Traffic::business) return kNobody;
  const bool writes = company_.is_at_work(assistant, day) && stream.chance(kByAssistant, 100);
  return writes ? assistant : kNobody;
}

}  // namespace haymaker::threads
