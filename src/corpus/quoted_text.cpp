#include "corpus/quoted_text.h"

#include "corpus/author_habits.h"
#include "mime/inline_answer.h"

namespace haymaker::corpus {

using people::Person;
using threads::BlockPlan;
using threads::PlannedMessage;

namespace {

// A reply carries this many of the messages below it; deeper ones have been cut off by somebody.
constexpr std::size_t kQuotedMessages = 4;

}  // namespace

mime::Mailbox QuotedText::mailbox(PersonId id) const noexcept {
  const Person& person = corpus_.company().person(id);
  return {person.display_name, person.address};
}

const Person& QuotedText::author_of(const Block& block, std::uint16_t slot) const {
  return corpus_.company().person(block.plan.messages[slot].author);
}

// The author's words over what is quoted, built from the oldest quoted message upwards.
void QuotedText::build(const BlockPlan& plan, const BlockTexts& texts, std::uint16_t slot,
                       std::span<const std::uint16_t> ancestors) {
  const Block block{plan, texts, ancestors.empty() ? slot : ancestors.front()};
  const std::size_t skip =
      ancestors.size() > kQuotedMessages ? ancestors.size() - kQuotedMessages : 0;
  set_own(block, ancestors.empty() ? slot : ancestors[skip]);
  for (std::size_t i = skip; i < ancestors.size(); ++i) {
    const std::uint16_t by = i + 1 < ancestors.size() ? ancestors[i + 1] : slot;
    switch (quoting_of(author_of(block, by), plan.messages[by].kind)) {
      case Quoting::nothing: set_own(block, by); break;
      case Quoting::parent:
        set_own(block, ancestors[i]);
        quote(block, ancestors[i], by);
        break;
      case Quoting::all: quote(block, ancestors[i], by); break;
    }
  }
}

// text_ holds what the message in `slot` said, with its own quotes; it moves below a header, in the
// manner of whoever answers.
void QuotedText::quote(const Block& block, std::uint16_t slot, std::uint16_t by) {
  const PlannedMessage& answer = block.plan.messages[by];
  const Person& quoter = author_of(block, by);
  const auto form = answer.kind == threads::MessageKind::forward ? mime::forward_form(quoter.client)
                                                                 : mime::reply_form(quoter.client);
  std::swap(text_, quoted_);
  text_.clear();
  header_.clear();
  append_header(block, slot, by, form);
  const bool marked = mime::marks_lines(form);
  if (marked && answers_between_lines(quoter, answer.kind, ids_.uid(by)) &&
      quote_between_lines(block, by, header_.view())) {
    return;
  }
  quote_below(block, slot, by, marked);
}

void QuotedText::append_header(const Block& block, std::uint16_t slot, std::uint16_t by,
                               mime::QuoteForm form) {
  const PlannedMessage& message = block.plan.messages[slot];
  const Person& quoter = author_of(block, by);
  mailboxes_.clear();
  for (const PersonId id : block.plan.to(message)) mailboxes_.push_back(mailbox(id));
  const std::size_t to = mailboxes_.size();
  for (const PersonId id : block.plan.cc(message)) mailboxes_.push_back(mailbox(id));
  mime::QuotedHeader header;
  header.from = mailbox(message.author);
  if (shows_sender(author_of(block, slot), message)) header.sender = mailbox(message.sender);
  header.to = std::span<const mime::Mailbox>(mailboxes_).first(to);
  header.cc = std::span<const mime::Mailbox>(mailboxes_).subspan(to);
  header.subject = block.texts.subject(message.conversation);
  header.date = message.sent;
  header.offset_minutes = corpus_.company().site(quoter).offset_minutes(message.sent);
  mime::append_quote_header(form, language_of(quoter), header, header_);
}

void QuotedText::quote_below(const Block& block, std::uint16_t slot, std::uint16_t by,
                             bool marked) {
  append_own(block, by, text_);
  own_end_ = text_.size();
  text_.append('\n');
  const std::size_t header = text_.size();
  text_.append(header_.view());
  const std::size_t above = text_.size();
  if (marked) {
    mime::append_marked(quoted_.view(), true, spans_, text_);
  } else {
    text_.append(quoted_.view());
  }
  for (mime::TextSpan& span : spans_) span = {span.begin + above, span.end + above};
  add_planted_subject(block, slot, header);
  add_planted(block, by);
}

// The answer's words among the paragraphs of what is quoted_; false, and nothing done, where there
// are too few.
bool QuotedText::quote_between_lines(const Block& block, std::uint16_t by,
                                     std::string_view header) {
  own_.clear();
  append_own(block, by, own_);
  const std::size_t count = spans_.size();
  unmarked_spans_.assign(spans_.begin(), spans_.end());
  marked_.clear();
  mime::append_marked(quoted_.view(), true, spans_, marked_);
  add_planted(block, by);
  const std::span<mime::TextSpan> all = spans_;
  if (!mime::append_between_lines(own_.view(), all.subspan(count), header, marked_.view(),
                                  all.first(count), text_)) {
    spans_.assign(unmarked_spans_.begin(), unmarked_spans_.end());
    owners_.resize(count);
    return false;
  }
  for (std::size_t i = spans_.size(); i-- > 0;) {
    if (spans_[i] != mime::kGone) continue;
    spans_.erase(spans_.begin() + static_cast<std::ptrdiff_t>(i));
    owners_.erase(owners_.begin() + static_cast<std::ptrdiff_t>(i));
  }
  own_end_.reset();
  return true;
}

// text_ holds the slot's own words, and nothing else.
void QuotedText::set_own(const Block& block, std::uint16_t slot) {
  text_.clear();
  append_own(block, slot, text_);
  own_end_ = text_.size();
  spans_.clear();
  owners_.clear();
  add_planted(block, slot);
}

// The author's own words, and what the telephone signs.
void QuotedText::append_own(const Block& block, std::uint16_t slot, Buffer& out) const {
  const Person& author = author_of(block, slot);
  out.append(block.texts.own(slot));
  if (!shows_device(author, block.plan.messages[slot].kind)) return;
  out.append('\n');
  mime::append_device_signature(author.client, language_of(author), out);
  out.append('\n');
}

// The words stand at the head of text_, where their author's own text is.
void QuotedText::add_planted(const Block& block, std::uint16_t slot) {
  std::uint16_t number = 0;
  for (const BlockTexts::Planted& words : block.texts.planted(slot)) {
    spans_.push_back({words.begin, words.end});
    owners_.push_back({slot, number++});
  }
}

// The header of a quote, which is written at `header`, repeats the subject, unless it is of the
// kind that names date and author only.
void QuotedText::add_planted_subject(const Block& block, std::uint16_t slot, std::size_t header) {
  const std::uint16_t conversation = block.plan.messages[slot].conversation;
  const auto planted = block.texts.planted_subject(conversation);
  if (planted.empty()) return;
  const std::size_t at = text_.view().find(block.texts.subject(conversation), header);
  if (at == std::string_view::npos || at >= header + header_.size()) return;
  std::uint16_t number = 0;
  for (const BlockTexts::Planted& words : planted) {
    spans_.push_back({at + words.begin, at + words.end});
    owners_.push_back({block.root, number++, true});
  }
}

}  // namespace haymaker::corpus
