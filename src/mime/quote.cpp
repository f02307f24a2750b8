#include "mime/quote.h"

#include "base/append.h"
#include "mime/pen.h"

namespace haymaker::mime {

namespace {

constexpr std::string_view kRule = "________________________________\n";

void append_twelve_hours(const CivilTime& time, Buffer& out) {
  append_decimal(static_cast<std::uint64_t>((time.hour + 11) % 12 + 1), out);
  out.append(':');
  append_padded(static_cast<std::uint64_t>(time.minute), 2, out);
  out.append(time.hour < 12 ? " AM" : " PM");
}

std::string_view name_of(const Mailbox& mailbox) {
  return mailbox.display_name.empty() ? mailbox.address : mailbox.display_name;
}

// The patterns of QuoteWords.
void append_pattern(std::string_view pattern, const QuoteWords& words, const QuotedHeader& header,
                    Buffer& out) {
  const CivilTime time = civil_time(header.date, header.offset_minutes);
  const auto weekday = static_cast<std::size_t>(time.weekday);
  const auto month = static_cast<std::size_t>(time.date.month - 1);
  while (true) {
    const std::size_t at = pattern.find('%');
    out.append(pattern.substr(0, at));
    if (at == std::string_view::npos) return;
    switch (pattern[at + 1]) {
      case 'A': out.append(words.weekdays[weekday]); break;
      case 'a': out.append(words.short_weekdays[weekday]); break;
      case 'd': append_decimal(static_cast<std::uint64_t>(time.date.day), out); break;
      case 'D': append_padded(static_cast<std::uint64_t>(time.date.day), 2, out); break;
      case 'B': out.append(words.months[month]); break;
      case 'b': out.append(words.short_months[month]); break;
      case 'm': append_padded(month + 1, 2, out); break;
      case 'Y': append_padded(static_cast<std::uint64_t>(time.date.year), 4, out); break;
      case 'R':
        append_padded(static_cast<std::uint64_t>(time.hour), 2, out);
        out.append(':');
        append_padded(static_cast<std::uint64_t>(time.minute), 2, out);
        break;
      case 'r': append_twelve_hours(time, out); break;
      case 'n': out.append(name_of(header.from)); break;
      case 's': out.append(header.from.address); break;
      default: break;
    }
    pattern.remove_prefix(at + 2);
  }
}

void append_people(std::string_view label, std::span<const Mailbox> people,
                   std::string_view separator, Buffer& out) {
  if (people.empty()) return;
  out.append(label);
  out.append(' ');
  for (const Mailbox& mailbox : people) {
    if (&mailbox != &people.front()) out.append(separator);
    if (mailbox.display_name.empty()) {
      out.append(mailbox.address);
    } else {
      Pen(out).put(mailbox.display_name, " <", mailbox.address, '>');
    }
  }
  out.append('\n');
}

void append_outlook_block(const QuoteWords& words, const QuotedHeader& header, Buffer& out) {
  if (header.sender.address.empty()) {
    append_people(words.from, {&header.from, 1}, "; ", out);
  } else {
    Pen(out).put(words.from, ' ', name_of(header.sender), " <", header.sender.address,
                 "> On Behalf Of ", name_of(header.from), '\n');
  }
  out.append(words.sent);
  out.append(' ');
  append_pattern(words.outlook_date, words, header, out);
  out.append('\n');
  append_people(words.to, header.to, "; ", out);
  append_people(words.cc, header.cc, "; ", out);
  Pen(out).put(words.subject, ' ', header.subject, "\n\n");
}

// Gmail and Apple Mail keep the field names of the message that they forward.
void append_forward_block(const QuoteWords& words, const QuotedHeader& header, Buffer& out) {
  append_people("From:", {&header.from, 1}, ", ", out);
  out.append("Date: ");
  append_pattern(words.gmail_date, words, header, out);
  Pen(out).put("\nSubject: ", header.subject, '\n');
  append_people("To:", header.to, ", ", out);
  append_people("Cc:", header.cc, ", ", out);
  out.append('\n');
}

}  // namespace

QuoteForm reply_form(MailClient client) noexcept {
  switch (client) {
    case MailClient::outlook_desktop: return QuoteForm::original_message;
    case MailClient::exchange_online:
    case MailClient::machine: return QuoteForm::header_block;
    case MailClient::gmail: return QuoteForm::gmail_attribution;
    case MailClient::apple_mail:
    case MailClient::iphone: break;
  }
  return QuoteForm::apple_attribution;
}

QuoteForm forward_form(MailClient client) noexcept {
  switch (client) {
    case MailClient::gmail: return QuoteForm::gmail_forward;
    case MailClient::apple_mail:
    case MailClient::iphone: return QuoteForm::apple_forward;
    case MailClient::outlook_desktop:
    case MailClient::exchange_online:
    case MailClient::machine: break;
  }
  return reply_form(client);
}

bool marks_lines(QuoteForm form) noexcept {
  return form == QuoteForm::gmail_attribution || form == QuoteForm::apple_attribution ||
         form == QuoteForm::apple_forward;
}

void append_quote_header(QuoteForm form, Language language, const QuotedHeader& header,
                         Buffer& out) {
  const QuoteWords& words = quote_words(language);
  switch (form) {
    case QuoteForm::original_message:
      Pen(out).put(words.original_message, '\n');
      append_outlook_block(words, header, out);
      return;
    case QuoteForm::header_block:
      out.append(kRule);
      append_outlook_block(words, header, out);
      return;
    case QuoteForm::gmail_attribution:
      append_pattern(words.gmail_attribution, words, header, out);
      break;
    case QuoteForm::apple_attribution:
      append_pattern(words.apple_attribution, words, header, out);
      break;
    case QuoteForm::gmail_forward:
      Pen(out).put(words.gmail_forwarded, '\n');
      append_forward_block(words, header, out);
      return;
    case QuoteForm::apple_forward:
      Pen(out).put(words.apple_forwarded, "\n\n");
      append_forward_block(words, header, out);
      return;
  }
  out.append("\n\n");
}

void append_marked(std::string_view text, bool tight, std::span<TextSpan> spans, Buffer& out) {
  SpanKeeper keeper(spans);
  const std::size_t origin = out.size();
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    const bool mark_alone = line.empty() || (tight && line.starts_with('>'));
    keeper.inserted(out.size() - origin, mark_alone ? 1 : 2);
    out.append(mark_alone ? ">" : "> ");
    out.append(line);
    if (end == std::string_view::npos) return;
    out.append('\n');
    text.remove_prefix(end + 1);
  }
}

void append_device_signature(MailClient client, Language language, Buffer& out) {
  if (client == MailClient::iphone) out.append(quote_words(language).iphone_signature);
}

}  // namespace haymaker::mime
