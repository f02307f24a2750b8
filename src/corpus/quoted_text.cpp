#include "corpus/quoted_text.h"

#include "mime/quote.h"

namespace haymaker::corpus {

using people::Person;
using threads::BlockPlan;
using threads::PlannedMessage;

namespace {

// A reply carries this many of the messages below it; deeper ones have been cut off by somebody.
constexpr std::size_t kQuotedMessages = 4;

mime::Language language_of(const Person& author) {
  return mime::language_of(author.language);
}

}  // namespace

mime::Mailbox QuotedText::mailbox(PersonId id) const noexcept {
  const Person& person = corpus_.company().person(id);
  return {person.display_name, person.address};
}

// The author's words over what is quoted, built from the oldest quoted message upwards.
void QuotedText::build(const BlockPlan& plan, const BlockTexts& texts, std::uint16_t slot,
                       std::span<const std::uint16_t> ancestors) {
  // A machine that answers quotes nothing.
  if (plan.messages[slot].kind == threads::MessageKind::auto_reply) ancestors = {};
  const std::size_t skip =
      ancestors.size() > kQuotedMessages ? ancestors.size() - kQuotedMessages : 0;
  const std::uint16_t oldest = ancestors.empty() ? slot : ancestors[skip];
  text_.clear();
  text_.append(texts.own(oldest));
  spans_.clear();
  owners_.clear();
  add_planted(texts, oldest);
  for (std::size_t i = skip; i < ancestors.size(); ++i) {
    quote(plan, texts, ancestors[0], ancestors[i],
          i + 1 < ancestors.size() ? ancestors[i + 1] : slot);
  }
}

// The header of the quoted message and its text, in the manner of whoever quotes, over what is
// quoted_ so far.
void QuotedText::quote(const BlockPlan& plan, const BlockTexts& texts, std::uint16_t root,
                       std::uint16_t slot, std::uint16_t by) {
  const PlannedMessage& message = plan.messages[slot];
  const PlannedMessage& answer = plan.messages[by];
  const Person& quoter = corpus_.company().person(answer.author);
  const auto form = answer.kind == threads::MessageKind::forward ? mime::forward_form(quoter.client)
                                                                 : mime::reply_form(quoter.client);
  mailboxes_.clear();
  for (const PersonId id : plan.to(message)) mailboxes_.push_back(mailbox(id));
  const std::size_t to = mailboxes_.size();
  for (const PersonId id : plan.cc(message)) mailboxes_.push_back(mailbox(id));
  mime::QuotedHeader header;
  header.from = mailbox(message.author);
  header.to = std::span<const mime::Mailbox>(mailboxes_).first(to);
  header.cc = std::span<const mime::Mailbox>(mailboxes_).subspan(to);
  header.subject = texts.subject(message.conversation);
  header.date = message.sent;
  header.offset_minutes = corpus_.company().site(quoter).offset_minutes(message.sent);
  // text_ holds what `message` said, with its own quotes; it moves below the header.
  std::swap(text_, quoted_);
  text_.clear();
  text_.append(texts.own(by));
  text_.append('\n');
  const std::size_t header_begin = text_.size();
  mime::append_quote_header(form, language_of(quoter), header, text_);
  const std::size_t above = text_.size();
  if (mime::marks_lines(form)) {
    mime::append_marked(quoted_.view(), true, spans_, text_);
  } else {
    text_.append(quoted_.view());
  }
  for (mime::TextSpan& span : spans_) span = {span.begin + above, span.end + above};
  add_planted_subject(texts, message, root, header_begin);
  add_planted(texts, by);
}

// The header of a quote that is written at `header` repeats the subject, unless it is of the kind
// that names date and author only.
void QuotedText::add_planted_subject(const BlockTexts& texts, const PlannedMessage& quoted,
                                     std::uint16_t root, std::size_t header) {
  const auto planted = texts.planted_subject(quoted.conversation);
  if (planted.empty()) return;
  const std::size_t at = text_.view().find(texts.subject(quoted.conversation), header);
  if (at == std::string_view::npos) return;
  std::uint16_t number = 0;
  for (const BlockTexts::Planted& words : planted) {
    spans_.push_back({at + words.begin, at + words.end});
    owners_.push_back({root, number++, true});
  }
}

// The words stand at the head of text_, where their author's own text is.
void QuotedText::add_planted(const BlockTexts& texts, std::uint16_t slot) {
  std::uint16_t number = 0;
  for (const BlockTexts::Planted& words : texts.planted(slot)) {
    spans_.push_back({words.begin, words.end});
    owners_.push_back({slot, number++});
  }
}

}  // namespace haymaker::corpus
