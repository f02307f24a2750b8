#pragma once

// What an answer or a forward carries of the message before it, as plain text with LF line ends.

#include <cstdint>
#include <span>
#include <string_view>

#include "base/buffer.h"
#include "base/mail_client.h"
#include "mime/envelope.h"
#include "mime/quote_words.h"
#include "mime/text_span.h"

namespace haymaker::mime {

// The line or the block between one's own words and those of others.
enum class QuoteForm : std::uint8_t {
  original_message,   // "-----Original Message-----", then From, Sent, To, Cc, Subject.
  header_block,       // A rule, then From, Sent, To, Cc, Subject.
  gmail_attribution,  // "On Mon, 4 Mar 2024 at 09:30, Anna Smith <...> wrote:"
  apple_attribution,  // "On 4 Mar 2024, at 09:30, Anna Smith <...> wrote:"
  gmail_forward,      // "---------- Forwarded message ---------", then From, Date, Subject, To.
  apple_forward,      // "Begin forwarded message:", then From, Subject, Date, To.
};

QuoteForm reply_form(MailClient client) noexcept;
QuoteForm forward_form(MailClient client) noexcept;

// True where the quoted text follows with ">" before each line; otherwise it follows as it is.
bool marks_lines(QuoteForm form) noexcept;

struct QuotedHeader {
  Mailbox from = {};
  Mailbox sender = {};  // Who wrote it on behalf of `from`; no address: nobody did.
  std::span<const Mailbox> to = {};
  std::span<const Mailbox> cc = {};
  std::string_view subject = {};
  UnixSeconds date = 0;
  int offset_minutes = 0;  // Of whoever quotes.
};

// The header of the quote, up to and with the empty line before the quoted text.
void append_quote_header(QuoteForm form, Language language, const QuotedHeader& header,
                         Buffer& out);

// `text` with "> " before each of its lines, or ">" before an empty or, if `tight`, a quoted one
// (">> " as in RFC 3676, not "> > "). `spans` move along, as in wrap_text; those that cross a line
// take the marks in.
void append_marked(std::string_view text, bool tight, std::span<TextSpan> spans, Buffer& out);

// "Sent from my iPhone", without a line end; nothing for clients that sign nothing of their own.
void append_device_signature(MailClient client, Language language, Buffer& out);

}  // namespace haymaker::mime
