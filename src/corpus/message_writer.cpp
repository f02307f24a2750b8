#include "corpus/message_writer.h"

#include <algorithm>

#include "base/utf8.h"
#include "mime/html.h"
#include "mime/message.h"
#include "mime/message_id.h"
#include "mime/quote.h"
#include "mime/thread_index.h"
#include "mime/wrap.h"

namespace haymaker::corpus {

using people::Person;
using people::PersonKind;
using threads::BlockPlan;
using threads::kNoParent;
using threads::MessageKind;
using threads::PlannedMessage;

namespace {

// A reply carries this many of the messages below it; deeper ones have been cut off by somebody.
constexpr std::size_t kQuotedMessages = 4;

mime::TrafficClass traffic_class(threads::Traffic traffic) {
  switch (traffic) {
    case threads::Traffic::notice: return mime::TrafficClass::notice;
    case threads::Traffic::newsletter: return mime::TrafficClass::bulk;
    default: return mime::TrafficClass::human;
  }
}

bool is_exchange(MailClient client) {
  return client == MailClient::outlook_desktop || client == MailClient::exchange_online;
}

std::string_view prefix(MessageKind kind, MailClient client) {
  switch (kind) {
    case MessageKind::first: return "";
    case MessageKind::forward: return is_exchange(client) ? "FW: " : "Fwd: ";
    default: return is_exchange(client) ? "RE: " : "Re: ";
  }
}

std::string_view domain_of(std::string_view address) {
  return address.substr(address.find('@') + 1);
}

// One charset for each author: four in five UTF-8, the others what their region used before it.
mime::Charset charset_of(const Person& author) {
  const std::uint64_t draw = (author.voice.taste >> 20) % 100;
  if (draw < 6) return mime::Charset::us_ascii;
  if (draw < 12) return mime::Charset::iso_8859_1;
  return draw < 18 ? mime::Charset::windows_1252 : mime::Charset::utf_8;
}

mime::Language language_of(const Person& author) {
  return author.voice.british ? mime::Language::english_gb : mime::Language::english_us;
}

}  // namespace

mime::Mailbox MessageWriter::mailbox(PersonId id) const noexcept {
  const Person& person = corpus_.company().person(id);
  return {person.display_name, person.address};
}

std::uint64_t MessageWriter::uid_of(const BlockPlan& plan, std::uint16_t slot) const noexcept {
  return corpus_.uid(MessageIndex{value(plan.block) * threads::kBlockSize + slot});
}

void MessageWriter::append_id_of(const BlockPlan& plan, std::uint16_t slot, Buffer& out) const {
  const PlannedMessage& message = plan.messages[slot];
  const Person& author = corpus_.company().person(message.author);
  // Not the uid itself: the file's name and the id have nothing in common that can be seen.
  mime::append_message_id(author.client, domain_of(author.address), message.sent,
                          mix64(uid_of(plan, slot) ^ corpus_.key().high), out);
}

void MessageWriter::add_ids(const BlockPlan& plan, std::uint16_t slot, mime::Envelope& envelope) {
  ancestors_.clear();
  for (std::uint16_t at = plan.messages[slot].parent; at != kNoParent;
       at = plan.messages[at].parent) {
    ancestors_.push_back(at);
  }
  std::ranges::reverse(ancestors_);
  ids_.clear();
  id_ends_.clear();
  for (const std::uint16_t ancestor : ancestors_) {
    append_id_of(plan, ancestor, ids_);
    id_ends_.push_back(static_cast<std::uint32_t>(ids_.size()));
  }
  references_.clear();
  std::uint32_t begin = 0;
  for (const std::uint32_t end : id_ends_) {
    references_.push_back(ids_.view().substr(begin, end - begin));
    begin = end;
  }
  id_.clear();
  id_.append('<');
  append_id_of(plan, slot, id_);
  id_.append('>');
  envelope.message_id = id_.view().substr(1, id_.size() - 2);
  envelope.references = references_;
  if (!references_.empty()) envelope.in_reply_to = references_.back();
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

void MessageWriter::add_subject(const PlannedMessage& message, std::string_view subject,
                                mime::Envelope& envelope) {
  subject_.clear();
  subject_.append(prefix(message.kind, envelope.client));
  subject_.append(subject);
  envelope.subject = subject_.view();
  if (is_exchange(envelope.client)) envelope.thread_topic = subject;
}

// The header of the quoted message and its text, in the manner of whoever quotes, over what is
// quoted_ so far.
void MessageWriter::quote(const BlockPlan& plan, const BlockTexts& texts, std::uint16_t slot,
                          std::uint16_t by) {
  const PlannedMessage& message = plan.messages[slot];
  const PlannedMessage& answer = plan.messages[by];
  const Person& quoter = corpus_.company().person(answer.author);
  const auto form = answer.kind == MessageKind::forward ? mime::forward_form(quoter.client)
                                                        : mime::reply_form(quoter.client);
  quoted_mailboxes_.clear();
  for (const PersonId id : plan.to(message)) quoted_mailboxes_.push_back(mailbox(id));
  const std::size_t to = quoted_mailboxes_.size();
  for (const PersonId id : plan.cc(message)) quoted_mailboxes_.push_back(mailbox(id));
  mime::QuotedHeader header;
  header.from = mailbox(message.author);
  header.to = std::span<const mime::Mailbox>(quoted_mailboxes_).first(to);
  header.cc = std::span<const mime::Mailbox>(quoted_mailboxes_).subspan(to);
  header.subject = texts.subject(message.conversation);
  header.date = message.sent;
  header.offset_minutes = corpus_.company().site(quoter).offset_minutes(message.sent);
  // text_ holds what `message` said, with its own quotes; it moves below the header.
  std::swap(text_, quoted_);
  text_.clear();
  text_.append(texts.own(by));
  text_.append('\n');
  mime::append_quote_header(form, language_of(quoter), header, text_);
  const std::size_t above = text_.size();
  if (mime::marks_lines(form)) {
    mime::append_marked(quoted_.view(), true, spans_, text_);
  } else {
    text_.append(quoted_.view());
  }
  for (mime::TextSpan& span : spans_) span = {span.begin + above, span.end + above};
  add_planted(texts, by);
}

// The words stand at the head of text_, where their author's own text is.
void MessageWriter::add_planted(const BlockTexts& texts, std::uint16_t slot) {
  for (const text::PlantedSpan span : texts.planted(slot)) {
    spans_.push_back({span.begin, span.end});
    span_slots_.push_back(slot);
  }
}

void MessageWriter::record_planted() {
  for (std::size_t i = 0; i < spans_.size(); ++i) {
    const std::size_t begin = count_code_points(decoded_.substr(0, spans_[i].begin));
    const std::size_t length =
        count_code_points(decoded_.substr(spans_[i].begin, spans_[i].end - spans_[i].begin));
    planted_.push_back({span_slots_[i], spans_[i], {begin, begin + length}});
  }
}

// The author's words over what is quoted, built from the oldest quoted message upwards.
void MessageWriter::build_text(const BlockPlan& plan, const BlockTexts& texts, std::uint16_t slot) {
  const std::size_t skip =
      ancestors_.size() > kQuotedMessages ? ancestors_.size() - kQuotedMessages : 0;
  const std::uint16_t oldest = ancestors_.empty() ? slot : ancestors_[skip];
  text_.clear();
  text_.append(texts.own(oldest));
  spans_.clear();
  span_slots_.clear();
  planted_.clear();
  add_planted(texts, oldest);
  for (std::size_t i = skip; i < ancestors_.size(); ++i) {
    quote(plan, texts, ancestors_[i], i + 1 < ancestors_.size() ? ancestors_[i + 1] : slot);
  }
}

void MessageWriter::write(const BlockPlan& plan, const Scene& scene, const BlockTexts& texts,
                          std::uint16_t slot, Buffer& out) noexcept {
  const PlannedMessage& message = plan.messages[slot];
  const threads::Conversation& conversation = plan.conversations[message.conversation];
  const Person& author = corpus_.company().person(message.author);
  mime::Envelope envelope;
  envelope.client = author.client;
  envelope.traffic = traffic_class(conversation.traffic);
  envelope.from = mailbox(message.author);
  envelope.date = message.sent;
  envelope.offset_minutes = corpus_.company().site(author).offset_minutes(message.sent);
  envelope.sender_domain = domain_of(author.address);
  envelope.company_domain = corpus_.company().spec().domain;
  envelope.language = author.voice.british ? "en-GB" : "en-US";
  rng::Stream entropy(scene.conversation(message.conversation).key / "entropy" / message.ordinal);
  for (std::uint64_t& word : envelope.entropy) word = entropy.next64();
  add_ids(plan, slot, envelope);
  add_thread_index(plan, scene, envelope);
  add_recipients(plan, message, envelope);
  add_subject(message, texts.subject(message.conversation), envelope);
  build_text(plan, texts, slot);

  const mime::TextLayout layout = mime::text_layout(author.client);
  mime::Part plain;
  plain.charset = charset_of(author);
  plain.flowed = layout == mime::TextLayout::flowed;
  plain.content = text_.view();
  if (layout != mime::TextLayout::unwrapped) {
    wrapped_.clear();
    mime::wrap_text(layout, text_.view(), spans_, wrapped_);
    plain.content = wrapped_.view();
  }
  decoded_ = plain.content;
  record_planted();
  const bool human = envelope.traffic == mime::TrafficClass::human;
  if (!human || !entropy.chance(corpus_.spec().html, 100))
    return mime::append_message(envelope, plain, out);
  html_.clear();
  mime::append_html(author.client, text_.view(), envelope.language, {}, html_);
  mime::Part html;
  html.kind = mime::PartKind::html;
  html.content = html_.view();
  const std::array<mime::Part, 2> both = {plain, html};
  mime::Part alternative;
  alternative.kind = mime::PartKind::alternative;
  alternative.parts = both;
  mime::append_message(envelope, alternative, out);
}

}  // namespace haymaker::corpus
