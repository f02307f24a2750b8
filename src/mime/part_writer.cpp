#include "mime/part_writer.h"

#include "base/append.h"
#include "base/utf8.h"
#include "mime/base64.h"
#include "mime/date_text.h"
#include "mime/lines.h"
#include "mime/parameter.h"
#include "mime/pen.h"
#include "mime/text_encoding.h"

namespace haymaker::mime {

namespace {

// What stands between Content-Type's value and its next parameter.
std::string_view separator(MailClient client) {
  return client == MailClient::exchange_online || client == MailClient::gmail ||
                 client == MailClient::machine
             ? "; "
             : ";\r\n\t";
}

std::string_view text_type(PartKind kind) {
  switch (kind) {
    case PartKind::html: return "Content-Type: text/html";
    case PartKind::calendar: return "Content-Type: text/calendar";
    default: return "Content-Type: text/plain";
  }
}

std::string_view encoding_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::quoted_printable: return "quoted-printable";
    case Encoding::base64: return "base64";
    case Encoding::eight_bit: return "8bit";
    case Encoding::automatic:
    case Encoding::seven_bit: break;
  }
  return "7bit";
}

// The number that Outlook puts into the boundary of such a multipart.
int boundary_kind(PartKind kind) {
  return kind == PartKind::alternative ? 0 : kind == PartKind::related ? 3 : 4;
}

std::string_view multipart_type(PartKind kind) {
  switch (kind) {
    case PartKind::alternative: return "multipart/alternative";
    case PartKind::related: return "multipart/related";
    default: return "multipart/mixed";
  }
}

// The type of a related part's root (RFC 2387 section 3.1).
std::string_view root_type(const Part& root) {
  if (root.kind == PartKind::html) return "text/html";
  return is_multipart(root.kind) ? multipart_type(root.kind) : "text/plain";
}

// A finished message is 7bit unless something within it, or within that, is not.
Encoding message_encoding(std::string_view content) {
  return survey(content).ascii ? Encoding::seven_bit : Encoding::eight_bit;
}

}  // namespace

Framing PartWriter::append_fields(const Part& part) {
  Framing framing;
  switch (part.kind) {
    case PartKind::plain:
    case PartKind::html:
    case PartKind::calendar: {
      const TextForm form = choose_text_form(client_, part);
      framing.charset = form.charset;
      framing.encoding = form.encoding;
      append_text_fields(part, framing);
      break;
    }
    case PartKind::attachment:
    case PartKind::inline_file:
      framing.encoding = Encoding::base64;
      append_file_fields(part, framing);
      break;
    case PartKind::message:
      framing.encoding = message_encoding(part.content);
      append_file_fields(part, framing);
      break;
    case PartKind::alternative:
    case PartKind::related:
    case PartKind::mixed:
      framing.boundary = Boundary(client_, tokens_, boundaries_++, boundary_kind(part.kind));
      append_multipart_fields(part, framing);
      break;
  }
  return framing;
}

void PartWriter::append_body(const Part& part, const Framing& framing) {
  switch (part.kind) {
    case PartKind::plain:
    case PartKind::html:
    case PartKind::calendar: append_text(part, framing); return;
    case PartKind::attachment:
    case PartKind::inline_file: append_base64_body(part.content, out_); return;
    case PartKind::message: out_.append(part.content); return;
    case PartKind::alternative:
    case PartKind::related:
    case PartKind::mixed: break;
  }
  const std::string_view boundary = framing.boundary.view();
  for (const Part& child : part.parts) {
    Pen(out_).put("--", boundary, "\r\n");
    const Framing inner = append_fields(child);
    out_.append("\r\n");
    append_body(child, inner);
    // The CRLF before a delimiter belongs to the delimiter; clients write an empty line there.
    out_.append("\r\n");
  }
  Pen(out_).put("--", boundary, "--\r\n");
}

void PartWriter::append_text(const Part& part, const Framing& framing) {
  const std::size_t begin = out_.size();
  append_text_body(part.content, {framing.charset, framing.encoding}, out_);
  if (part.kind != PartKind::plain || plain_written_) return;
  plain_written_ = true;
  if (framing.encoding == Encoding::seven_bit) verbatim_ = TextSpan{begin, out_.size()};
}

void PartWriter::append_text_fields(const Part& part, const Framing& framing) {
  const bool apple = client_ == MailClient::apple_mail || client_ == MailClient::iphone;
  Pen pen(out_);
  pen.put(text_type(part.kind), separator(client_));
  if (apple) {
    pen.put("charset=", charset_name(framing.charset));
  } else if (client_ == MailClient::gmail && framing.charset == Charset::utf_8) {
    pen.put("charset=\"UTF-8\"");
  } else {
    pen.put("charset=\"", charset_name(framing.charset), '"');
  }
  if (part.flowed) pen.put("; format=flowed; delsp=no");
  if (part.kind == PartKind::calendar) pen.put("; method=", part.method);
  pen.put("\r\n");
  if (client_ == MailClient::gmail && framing.encoding == Encoding::seven_bit) return;
  pen.put("Content-Transfer-Encoding: ", encoding_name(framing.encoding), "\r\n");
}

void PartWriter::append_file_fields(const Part& part, const Framing& framing) {
  const bool microsoft =
      client_ == MailClient::outlook_desktop || client_ == MailClient::exchange_online;
  const bool is_message = part.kind == PartKind::message;
  const bool shown = part.kind == PartKind::inline_file;
  out_.append("Content-Type: ");
  out_.append(is_message ? "message/rfc822" : part.media_type);
  // A text is US-ASCII unless its part says more (RFC 2046 section 4.1.2).
  if (part.media_type.starts_with("text/") && !is_ascii(part.content))
    out_.append("; charset=\"utf-8\"");
  if (!part.file_name.empty()) {
    append_parameter("name", part.file_name, ParameterForm::encoded_word, out_);
  }
  out_.append("\r\n");
  append_encoding(framing.encoding);
  out_.append(shown ? "Content-Disposition: inline" : "Content-Disposition: attachment");
  if (!part.file_name.empty()) {
    append_parameter("filename", part.file_name, ParameterForm::rfc2231, out_);
  }
  if (microsoft && !is_message) {
    Pen(out_).put("; size=", Decimal{part.content.size()});
    if (part.modified != 0) {
      const DateText date(part.modified, 0);
      Pen(out_).put(";\r\n\tcreation-date=\"", date, "\";\r\n\tmodification-date=\"", date, '"');
    }
  }
  out_.append("\r\n");
  if (!part.content_id.empty()) Pen(out_).put("Content-ID: <", part.content_id, ">\r\n");
  if (client_ == MailClient::gmail && !is_message) {
    // Gmail names every file, and shows by that name, too.
    if (!part.content_id.empty()) {
      Pen(out_).put("X-Attachment-Id: ", part.content_id, "\r\n");
    } else {
      const Hex<10> id{tokens_(Token::content_id) + ++files_};
      Pen(out_).put("X-Attachment-Id: f_", id, "\r\n");
    }
  }
}

void PartWriter::append_multipart_fields(const Part& part, const Framing& framing) {
  Pen pen(out_);
  pen.put("Content-Type: ", multipart_type(part.kind));
  if (part.kind == PartKind::related && !part.parts.empty()) {
    pen.put(";\r\n\ttype=\"", root_type(part.parts.front()), '"');
  }
  const bool one_line = client_ == MailClient::gmail && part.kind != PartKind::related;
  pen.put(one_line ? "; boundary=\"" : ";\r\n\tboundary=\"", framing.boundary.view(), "\"\r\n");
}

void PartWriter::append_encoding(Encoding encoding) {
  Pen(out_).put("Content-Transfer-Encoding: ", encoding_name(encoding), "\r\n");
}

}  // namespace haymaker::mime
