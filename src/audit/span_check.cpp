#include "audit/span_check.h"

#include <fmt/format.h>

#include "audit/decoding.h"
#include "audit/visible_text.h"
#include "base/digest.h"

namespace haymaker::audit {
namespace {

// The bytes of the code points [start, end) of `text`; nothing where it has fewer.
std::optional<ByteRange> find_bytes(std::string_view text, const PlantedSpan& span) {
  std::uint64_t point = 0;
  std::optional<std::size_t> begin;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool boundary = i == text.size() || (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
    if (!boundary) continue;
    if (point == span.start) begin = i;
    if (point == span.end) return begin ? std::optional(ByteRange{*begin, i}) : std::nullopt;
    ++point;
  }
  return std::nullopt;
}

std::optional<std::string_view> slice(std::string_view text, ByteRange range) {
  if (range.end < range.begin || range.end > text.size()) return std::nullopt;
  return text.substr(range.begin, range.end - range.begin);
}

std::string check_text(const PlantedSpan& span, std::string_view text) {
  const auto range = span.end <= span.start ? std::nullopt : find_bytes(text, span);
  if (!range) {
    return fmt::format("code points {} to {} are not in part {}", span.start, span.end, span.part);
  }
  const std::string_view found = *slice(text, *range);
  if (found != span.text) {
    return fmt::format("part {} has '{}' at code points {} to {}, not '{}'", span.part, found,
                       span.start, span.end, span.text);
  }
  if (range->begin != span.start_byte || range->end != span.end_byte) {
    return fmt::format("'{}' is at bytes {} to {} of part {}, not {} to {}", span.text,
                       range->begin, range->end, span.part, span.start_byte, span.end_byte);
  }
  return "";
}

std::string check_html(const PlantedSpan& span, const MessageReader& reader) {
  const PartView* const part = reader.part(span.html_part);
  std::string html;
  if (part == nullptr || part->type != "text/html" || !decode_text(*part, html)) {
    return fmt::format("there is no HTML in part {}", span.html_part);
  }
  const auto found = slice(html, *span.html);
  if (found && without_layout(visible_text(*found)) == without_layout(span.text)) return "";
  return fmt::format("bytes {} to {} of the HTML in part {} are '{}', not '{}'", span.html->begin,
                     span.html->end, span.html_part, found.value_or(""), span.text);
}

std::string check_raw(const PlantedSpan& span, std::string_view bytes) {
  const auto found = slice(bytes, *span.raw);
  std::string text(found.value_or(""));
  std::erase(text, '\r');
  if (found && text == span.text) return "";
  return fmt::format("bytes {} to {} of the message are '{}', not '{}'", span.raw->begin,
                     span.raw->end, text, span.text);
}

std::string check_file(const PlantedSpan& span, const MessageReader& reader) {
  const PartView* const part = reader.part(span.part);
  if (part == nullptr) return fmt::format("there is no part {}", span.part);
  if (part->filename != span.file->name) {
    return fmt::format("part {} is called '{}', not '{}'", span.part, part->filename,
                       span.file->name);
  }
  std::string bytes;
  if (!decode_transfer(part->encoding, part->body, bytes))
    return fmt::format("part {} does not decode", span.part);
  const std::string found = to_string(digest(bytes));
  if (found == span.file->digest) return "";
  return fmt::format("the digest of part {} is {}, not {}", span.part, found, span.file->digest);
}

}  // namespace

std::string check_span(const PlantedSpan& span, std::string_view bytes,
                       const MessageReader& reader) {
  if (span.file) return check_file(span, reader);
  std::string text;
  if (span.part == "subject") {
    text = decoded_field(reader.header(), "Subject");
  } else {
    const PartView* const part = reader.part(span.part);
    if (part == nullptr) return fmt::format("there is no part {}", span.part);
    if (!decode_text(*part, text)) return fmt::format("part {} does not decode", span.part);
  }
  std::string wrong = check_text(span, text);
  if (wrong.empty() && span.html) wrong = check_html(span, reader);
  if (wrong.empty() && span.raw) wrong = check_raw(span, bytes);
  return wrong;
}

}  // namespace haymaker::audit
