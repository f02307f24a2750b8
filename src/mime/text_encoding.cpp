#include "mime/text_encoding.h"

#include <algorithm>

#include "mime/base64.h"
#include "mime/lines.h"
#include "mime/quoted_printable.h"

namespace haymaker::mime {

namespace {

// RFC 5322 section 2.1.1, without the CRLF.
constexpr std::size_t kLongestLine = 998;
constexpr std::size_t kComfortableLine = 76;

// Where base64 is shorter than quoted-printable, or nearly so.
bool is_mostly_encoded(std::string_view text) noexcept {
  std::size_t high = 0;
  for (const char c : text) high += static_cast<unsigned char>(c) >> 7;
  return high * 6 > text.size();
}

Encoding habit(MailClient client, Charset charset, const TextFacts& facts,
               std::string_view text) noexcept {
  const bool microsoft =
      client == MailClient::outlook_desktop || client == MailClient::exchange_online;
  if (facts.ascii) {
    const std::size_t most = microsoft ? kComfortableLine : kLongestLine;
    return facts.longest_line <= most ? Encoding::seven_bit : Encoding::quoted_printable;
  }
  if (charset != Charset::utf_8) return Encoding::quoted_printable;
  if (client == MailClient::exchange_online || is_mostly_encoded(text)) return Encoding::base64;
  return Encoding::quoted_printable;
}

// Puts bytes down behind the end of `out`, a gap away, and encodes them from there: a scratch
// buffer that is never allocated apart. `fill` appends at most `room` bytes; `encode` appends at
// most `gap`.
template <class Fill, class Encode>
void append_staged(std::size_t room, std::size_t gap, Fill fill, Encode encode, Buffer& out) {
  const std::size_t begin = out.size();
  out.reserve(begin + gap + room);
  out.commit(gap);
  fill(out);
  const std::string_view staged = out.view(begin + gap);
  out.truncate(begin);
  encode(staged, out);
}

void append_crlf_in_charset(std::string_view text, Charset charset, Buffer& out) {
  if (charset == Charset::utf_8 || charset == Charset::us_ascii) {
    append_crlf(text, out);
    return;
  }
  append_staged(
      text.size(), crlf_bound(text.size()),
      [&](Buffer& staged) { append_in_charset(charset, text, staged); }, append_crlf, out);
}

}  // namespace

TextForm choose_text_form(MailClient client, const Part& part) noexcept {
  const TextFacts facts = survey(part.content);
  TextForm form{part.charset, part.encoding};
  if (!facts.ascii && !can_encode(form.charset, part.content)) form.charset = Charset::utf_8;
  if (form.encoding == Encoding::automatic) {
    form.encoding = habit(client, form.charset, facts, part.content);
  }
  const bool as_it_is =
      form.encoding == Encoding::seven_bit || form.encoding == Encoding::eight_bit;
  if (as_it_is && (facts.longest_line > kLongestLine ||
                   (!facts.ascii && form.encoding == Encoding::seven_bit))) {
    form.encoding = Encoding::quoted_printable;
  }
  return form;
}

void append_text_body(std::string_view text, TextForm form, Buffer& out) {
  const bool converted = form.charset != Charset::utf_8 && form.charset != Charset::us_ascii;
  const std::size_t crlf_room = crlf_bound(text.size()) * 2 + text.size();
  switch (form.encoding) {
    case Encoding::quoted_printable:
      if (!converted) {
        append_quoted_printable(text, out);
      } else {
        append_staged(
            text.size(), quoted_printable_bound(text.size()),
            [&](Buffer& staged) { append_in_charset(form.charset, text, staged); },
            append_quoted_printable, out);
      }
      return;
    case Encoding::base64:
      append_staged(
          crlf_room, base64_body_size(crlf_bound(text.size())),
          [&](Buffer& staged) { append_crlf_in_charset(text, form.charset, staged); },
          append_base64_body, out);
      return;
    case Encoding::automatic:
    case Encoding::seven_bit:
    case Encoding::eight_bit: append_crlf_in_charset(text, form.charset, out); return;
  }
}

}  // namespace haymaker::mime
