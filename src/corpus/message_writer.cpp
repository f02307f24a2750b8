#include "corpus/message_writer.h"

#include <algorithm>

#include "base/digest.h"
#include "base/utf8.h"
#include "corpus/author_habits.h"
#include "mime/message.h"
#include "mime/thread_index.h"

namespace haymaker::corpus {

using people::Person;
using people::PersonKind;
using threads::BlockPlan;
using threads::kNoParent;
using threads::MessageKind;
using threads::PlannedMessage;

namespace {

mime::TrafficClass traffic_class(MessageKind kind, threads::Traffic traffic) {
  if (kind == MessageKind::auto_reply) return mime::TrafficClass::auto_reply;
  switch (traffic) {
    case threads::Traffic::notice: return mime::TrafficClass::notice;
    case threads::Traffic::newsletter: return mime::TrafficClass::bulk;
    default: return mime::TrafficClass::human;
  }
}

constexpr std::size_t kLongestSection = 16;  // Bytes of a section number,
constexpr std::size_t kLongestLocator = 32;  // and of "property SUMMARY".

std::string_view domain_of(std::string_view address) {
  return address.substr(address.find('@') + 1);
}

std::string_view slice(std::string_view text, mime::TextSpan span) {
  return text.substr(span.begin, span.end - span.begin);
}

mime::TextSpan code_points(std::string_view text, mime::TextSpan bytes) {
  const std::size_t begin = count_code_points(text.substr(0, bytes.begin));
  return {begin, begin + count_code_points(slice(text, bytes))};
}

}  // namespace

mime::Mailbox MessageWriter::mailbox(PersonId id) const noexcept {
  const Person& person = corpus_.company().person(id);
  return {person.display_name, person.address};
}

void MessageWriter::add_ids(const BlockPlan& plan, std::uint16_t slot, mime::Envelope& envelope) {
  ancestors_.clear();
  for (std::uint16_t at = plan.messages[slot].parent; at != kNoParent;
       at = plan.messages[at].parent) {
    ancestors_.push_back(at);
  }
  std::ranges::reverse(ancestors_);
  for (const std::uint16_t ancestor : ancestors_) ids_.need(plan, ancestor);
  ids_.need(plan, slot);
  references_.clear();
  for (const std::uint16_t ancestor : ancestors_) {
    // Whose gateway left References out has lost what came before: the next answer takes up from
    // there (RFC 5322 section 3.6.4).
    const Links links = links_of(corpus_.company().person(plan.messages[ancestor].author));
    if (links == Links::parent && !references_.empty())
      references_.erase(references_.begin(), references_.end() - 1);
    if (links == Links::index) references_.clear();
    references_.push_back(ids_.bare(ancestor));
  }
  envelope.message_id = ids_.bare(slot);
  if (references_.empty()) return;
  const PlannedMessage& message = plan.messages[slot];
  const Links links = links_of(corpus_.company().person(message.author));
  const bool by_apple =
      envelope.client == MailClient::apple_mail || envelope.client == MailClient::iphone;
  if (links == Links::all) envelope.references = references_;
  if (links != Links::index && !(by_apple && message.kind == MessageKind::forward))
    envelope.in_reply_to = references_.back();
}

void MessageWriter::add_thread_index(const BlockPlan& plan, const Scene& scene,
                                     mime::Envelope& envelope) {
  thread_index_.clear();
  if (!is_exchange(envelope.client)) return;
  const PlannedMessage& message =
      plan.messages[static_cast<std::size_t>(ancestors_.empty() ? 0 : ancestors_.front())];
  const rng::Key key = scene.conversation(message.conversation).key / "thread-index";
  mime::ThreadGuid guid{};
  for (std::size_t i = 0; i < 8; ++i) {
    guid[i] = static_cast<std::uint8_t>(key.low >> (8 * i));
    guid[i + 8] = static_cast<std::uint8_t>(key.high >> (8 * i));
  }
  const auto form = envelope.client == MailClient::outlook_desktop ? mime::ThreadIndexForm::classic
                                                                   : mime::ThreadIndexForm::modern;
  const mime::ThreadRoot root =
      mime::thread_root(form, ancestors_.empty() ? envelope.date : message.sent, guid);
  thread_index_.assign(root.begin(), root.end());
  const auto append_child = [&](UnixSeconds sent, std::uint64_t place) {
    const auto random = static_cast<std::uint8_t>((key / place).low);
    const mime::ThreadChild child = mime::thread_child(thread_index_, sent, random);
    thread_index_.insert(thread_index_.end(), child.begin(), child.end());
  };
  for (std::size_t i = 1; i < ancestors_.size(); ++i)
    append_child(plan.messages[ancestors_[i]].sent, ancestors_[i]);
  if (!ancestors_.empty()) append_child(envelope.date, 0xFFFF);
  envelope.thread_index = thread_index_;
}

void MessageWriter::add_recipients(const BlockPlan& plan, const PlannedMessage& message,
                                   mime::Envelope& envelope) {
  mailboxes_.clear();
  const people::Company& company = corpus_.company();
  bool outside = false;
  for (const auto group : {plan.to(message), plan.cc(message)}) {
    for (const PersonId id : group) {
      mailboxes_.push_back(mailbox(id));
      outside = outside || company.person(id).kind == PersonKind::contact;
    }
  }
  const std::span<const mime::Mailbox> all = mailboxes_;
  envelope.to = all.first(message.to);
  envelope.cc = all.subspan(message.to);
  const bool from_outside = domain_of(envelope.from.address) != company.spec().domain;
  envelope.direction = from_outside ? mime::Direction::inbound
                       : outside    ? mime::Direction::outbound
                                    : mime::Direction::internal;
}

void MessageWriter::add_subject(const PlannedMessage& message, MeetingRole role,
                                std::string_view subject, mime::Envelope& envelope) {
  subject_.clear();
  const auto prefix = meeting_prefix(role, mime::language_of(envelope.language));
  subject_.append(prefix.empty() ? subject_prefix(message.kind, envelope.client, envelope.language)
                                 : prefix);
  subject_.append(subject);
  envelope.subject = subject_.view();
  if (is_exchange(envelope.client)) envelope.thread_topic = subject;
}

// Own words first: of the text, the subject, the files; then copies in what is quoted, answered and
// forwarded.
void MessageWriter::record_planted(const BlockPlan& plan, const BlockTexts& texts,
                                   std::uint16_t slot, std::optional<mime::TextSpan> verbatim,
                                   const MessageBody::Form& form) {
  planted_.clear();
  locators_.clear();
  sections_.clear();
  // Views into both are kept.
  sections_.reserve(kLongestSection * (enclosures_.planted().size() + 1));
  locators_.reserve(kLongestLocator);
  const auto owners = quoted_text_.owners();
  for (const bool own : {true, false}) {
    for (std::size_t i = 0; i < owners.size(); ++i) {
      const auto [owner, number, of_subject] = owners[i];
      if ((owner == slot && !of_subject) != own) continue;
      PlantedWords& words = planted_.emplace_back();
      words.slot = owner;
      words.number = number;
      words.of_subject = of_subject;
      const auto planted = of_subject ? texts.planted_subject(plan.messages[owner].conversation)
                                      : texts.planted(owner);
      words.plain = texts.plain(planted[number]);
      locate(i, verbatim, words);
    }
    if ((root_of(slot) == slot) == own) record_subject(plan, texts, slot);
    record_enclosed(slot, own);
  }
  if (form.calendar != nullptr) record_meeting(plan, texts, slot, form);
}

// What is planted in a subject stands in the summary of the meeting, too: in the alternative for
// calendars and, of Google's, in the file.
void MessageWriter::record_meeting(const BlockPlan& plan, const BlockTexts& texts,
                                   std::uint16_t slot, const MessageBody::Form& form) {
  if (meeting_.places().empty()) return;
  append_locator(meeting_.places().front(), locators_);
  const auto planted = texts.planted_subject(plan.messages[slot].conversation);
  const Digest of_file = digest(meeting_.file().content);
  std::string_view file_section;
  if (form.calendar_file != nullptr) {
    const std::size_t begin = sections_.size();
    body_.append_file_section(form.files.size(), sections_);
    file_section = sections_.view(begin);
  }
  for (const bool as_file : {false, true}) {
    if (as_file && file_section.empty()) continue;
    std::uint16_t number = 0;
    for (const media::Place& place : meeting_.places()) {
      PlantedWords& words = planted_.emplace_back();
      words.slot = root_of(slot);
      words.number = number;
      words.of_subject = true;
      words.carrier = scenario::Carrier::attachment;
      words.section = as_file ? file_section : body_.calendar_section();
      words.text = place.text;
      words.plain = texts.plain(planted[number++]);
      words.locator = locators_.view();
      if (as_file) words.file_name = form.calendar_file->file_name;
      words.file_digest = of_file;
      words.bytes = {place.bytes.begin, place.bytes.end};
      words.points = {place.code_points.begin, place.code_points.end};
    }
  }
}

void MessageWriter::record_enclosed(std::uint16_t slot, bool own) {
  for (const EnclosedWords& found : enclosures_.planted()) {
    if ((found.slot == slot) != own) continue;
    const mime::Part& file = enclosures_.parts()[found.file];
    PlantedWords& words = planted_.emplace_back();
    words.slot = found.slot;
    words.number = found.number;
    words.carrier = found.seen ? scenario::Carrier::image : scenario::Carrier::attachment;
    words.text = found.text;
    words.plain = found.text;
    words.locator = found.locator;
    words.file_name = file.file_name;
    words.file_digest = digest(file.content);
    words.bytes = {found.bytes.begin, found.bytes.end};
    words.points = {found.code_points.begin, found.code_points.end};
    const std::size_t begin = sections_.size();
    body_.append_file_section(found.file, sections_);
    words.section = sections_.view(begin);
  }
}

void MessageWriter::locate(std::size_t span, std::optional<mime::TextSpan> verbatim,
                           PlantedWords& words) const {
  const std::string_view plain = body_.plain();
  words.section = body_.plain_section();
  words.bytes = body_.plain_spans()[span];
  words.points = code_points(plain, words.bytes);
  words.text = slice(plain, words.bytes);
  if (!body_.html().empty()) {
    words.html_section = body_.html_section();
    words.html = body_.html_spans()[span];
  }
  if (verbatim) {
    const auto place = [&](std::size_t at) {
      return verbatim->begin + at +
             static_cast<std::size_t>(std::ranges::count(plain.substr(0, at), '\n'));
    };
    words.raw = mime::TextSpan{place(words.bytes.begin), place(words.bytes.end)};
  }
}

void MessageWriter::record_subject(const BlockPlan& plan, const BlockTexts& texts,
                                   std::uint16_t slot) {
  const std::uint16_t conversation = plan.messages[slot].conversation;
  const std::size_t prefix = subject_.size() - texts.subject(conversation).size();
  std::uint16_t number = 0;
  for (const BlockTexts::Planted& planted : texts.planted_subject(conversation)) {
    PlantedWords& words = planted_.emplace_back();
    words.slot = root_of(slot);
    words.number = number++;
    words.of_subject = true;
    words.carrier = scenario::Carrier::subject;
    words.section = "subject";
    words.plain = texts.plain(planted);
    words.bytes = {prefix + planted.begin, prefix + planted.end};
    words.points = code_points(subject_.view(), words.bytes);
    words.text = slice(subject_.view(), words.bytes);
  }
}

void MessageWriter::write(const BlockPlan& plan, const Scene& scene, const BlockTexts& texts,
                          std::uint16_t slot, Buffer& out) noexcept {
  const PlannedMessage& message = plan.messages[slot];
  const threads::Conversation& conversation = plan.conversations[message.conversation];
  const Person& author = corpus_.company().person(message.author);
  mime::Envelope envelope;
  envelope.client = client_of(author, message.kind);
  envelope.traffic = traffic_class(message.kind, conversation.traffic);
  envelope.from = mailbox(message.author);
  if (shows_sender(author, message)) envelope.sender = mailbox(message.sender);
  envelope.date = message.sent;
  envelope.offset_minutes = corpus_.company().site(author).offset_minutes(message.sent);
  envelope.sender_domain = domain_of(author.address);
  envelope.company_domain = corpus_.company().spec().domain;
  envelope.language = author.language;
  rng::Stream entropy(scene.conversation(message.conversation).key / "entropy" / message.ordinal);
  for (std::uint64_t& word : envelope.entropy) word = entropy.next64();
  add_ids(plan, slot, envelope);
  add_thread_index(plan, scene, envelope);
  add_recipients(plan, message, envelope);
  const MeetingRole role = meeting_.role(plan, scene, slot);
  add_subject(message, role, texts.subject(message.conversation), envelope);
  quoted_text_.build(plan, texts, slot, ancestors_);
  const bool human = envelope.traffic == mime::TrafficClass::human;
  enclosures_.gather(plan, scene, texts, slot, ancestors_);
  MessageBody::Form form{.client = envelope.client,
                         .html = human && entropy.chance(corpus_.spec().html, 100),
                         .language = envelope.language,
                         .files = enclosures_.parts()};
  const bool signs = texts.own(slot).size() > texts.said(slot).size();
  if (form.html && signs && corpus_.spec().attachments.share > 0 && shows_logo(author)) {
    form.logo = &logo_.draw(author, envelope);
    form.logo_alt = logo_.alt();
  }
  if (role != MeetingRole::none) {
    meeting_.write(plan, scene, texts, root_of(slot), slot);
    form.calendar = &meeting_.calendar();
    if (envelope.client == MailClient::gmail) form.calendar_file = &meeting_.file();
  }
  body_.build(author, quoted_text_, form);
  record_planted(plan, texts, slot, mime::append_message(envelope, body_.root(), out), form);
}

}  // namespace haymaker::corpus
