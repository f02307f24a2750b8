#include "corpus/author_habits.h"

#include "base/hash.h"

namespace haymaker::corpus {

using people::Person;
using people::PersonKind;
using threads::MessageKind;
using threads::PlannedMessage;

namespace {

std::uint64_t habit(const Person& author, std::string_view name) noexcept {
  return mix64(author.voice.taste ^ stable_hash(name));
}

}  // namespace

MailClient client_of(const Person& author, MessageKind kind) noexcept {
  const bool by_server = kind == MessageKind::auto_reply && author.client != MailClient::gmail;
  return by_server ? MailClient::exchange_online : author.client;
}

bool is_exchange(MailClient client) noexcept {
  return client == MailClient::outlook_desktop || client == MailClient::exchange_online;
}

std::string_view subject_prefix(MessageKind kind, MailClient client,
                                std::string_view language) noexcept {
  const mime::QuoteWords& words = mime::quote_words(mime::language_of(language));
  switch (kind) {
    case MessageKind::first: return "";
    case MessageKind::auto_reply: return words.automatic_reply;
    case MessageKind::forward: return is_exchange(client) ? words.outlook_forward : "Fwd: ";
    default: return is_exchange(client) ? words.outlook_reply : "Re: ";
  }
}

// An assistant's mail says who sent it; who sends from a shared mailbox mostly may send as it.
bool shows_sender(const Person& author, const PlannedMessage& message) noexcept {
  constexpr std::uint64_t kSendOnBehalfPercent = 40;
  if (message.sender == kNobody) return false;
  if (author.kind == PersonKind::employee) return true;
  return mix64(std::uint64_t{value(message.author)} << 32 | value(message.sender)) % 100 <
         kSendOnBehalfPercent;
}

// One charset for each author: four in five UTF-8, the others what their region used before it.
mime::Charset charset_of(const Person& author) noexcept {
  const std::uint64_t draw = (author.voice.taste >> 20) % 100;
  if (draw < 6) return mime::Charset::us_ascii;
  if (draw < 12) return mime::Charset::iso_8859_1;
  return draw < 18 ? mime::Charset::windows_1252 : mime::Charset::utf_8;
}

Links links_of(const Person& author) noexcept {
  constexpr std::uint64_t kByGatewayPerMille = 24;
  const std::uint64_t draw = habit(author, "links");
  if (draw % 1'000 >= kByGatewayPerMille) return Links::all;
  return is_exchange(author.client) && (draw >> 32) % 3 == 0 ? Links::index : Links::parent;
}

Quoting quoting_of(const Person& author, MessageKind kind) noexcept {
  constexpr std::uint64_t kNothingPercent = 20;
  constexpr std::uint64_t kParentPercent = 34;
  if (kind == MessageKind::forward) return Quoting::all;
  if (kind == MessageKind::auto_reply) return Quoting::nothing;
  const std::uint64_t draw = habit(author, "quoting") % 100;
  if (draw < kNothingPercent) return Quoting::nothing;
  return draw < kNothingPercent + kParentPercent ? Quoting::parent : Quoting::all;
}

// Two in five answer between the lines of a quote, if they can, every other time.
bool answers_between_lines(const Person& author, MessageKind kind, std::uint64_t uid) noexcept {
  constexpr std::uint64_t kPercent = 40;
  const bool may = kind == MessageKind::reply || kind == MessageKind::reply_all;
  return may && habit(author, "between lines") % 100 < kPercent && mix64(uid) % 2 == 0;
}

// A whole organisation does or does not; Apple's signatures and telephones have none.
bool shows_logo(const Person& author) noexcept {
  constexpr std::uint64_t kOrganisationPercent = 55;
  if (author.kind == PersonKind::system) return false;
  if (author.client != MailClient::gmail && !is_exchange(author.client)) return false;
  return author.organisation == people::OrganisationId{0} ||
         mix64(value(author.organisation)) % 100 < kOrganisationPercent;
}

bool shows_device(const Person& author, MessageKind kind) noexcept {
  return kind != MessageKind::auto_reply && author.client == MailClient::iphone &&
         !author.voice.signature;
}

mime::Language language_of(const Person& author) noexcept {
  return mime::language_of(author.language);
}

}  // namespace haymaker::corpus
