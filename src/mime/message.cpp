#include "mime/message.h"

#include <algorithm>

#include "mime/archive_fields.h"
#include "mime/author_fields.h"
#include "mime/delivery.h"
#include "mime/part_writer.h"
#include "mime/trace.h"

namespace haymaker::mime {

namespace {

bool has_attachments(const Part& part) noexcept {
  return part.kind == PartKind::attachment || part.kind == PartKind::message ||
         std::ranges::any_of(part.parts, has_attachments);
}

}  // namespace

std::optional<TextSpan> append_message(const Envelope& envelope, const Part& body,
                                       Buffer& out) noexcept {
  const std::size_t begin = out.size();
  const Delivery delivery(envelope);
  PartWriter parts(envelope.client, delivery.tokens, out);
  append_trace(delivery, out);
  const Framing framing = append_author_fields(delivery, body, parts, out);
  append_archive_fields(delivery, has_attachments(body), out);
  out.append("\r\n");
  parts.append_body(body, framing);
  std::optional<TextSpan> text = parts.verbatim_text();
  if (text) *text = {text->begin - begin, text->end - begin};
  return text;
}

}  // namespace haymaker::mime
