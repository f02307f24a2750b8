#include "api/message_json.h"

#include "audit/decoding.h"
#include "audit/field_list.h"
#include "base/utf8.h"
#include "corpus/key_json.h"

namespace haymaker::api {
namespace {

namespace json = boost::json;

// The first part of that type that is the message itself and not a file with it.
std::optional<std::string> text_of(const audit::MessageReader& reader, std::string_view type) {
  for (const audit::PartView& part : reader.parts()) {
    if (part.type != type || part.attached || !part.filename.empty()) continue;
    std::string text;
    if (decode_text(part, text)) return text;
  }
  return std::nullopt;
}

json::value or_null(const std::optional<std::string>& text) {
  return text ? json::value(*text) : json::value(nullptr);
}

json::array attachments_of(const audit::MessageReader& reader) {
  json::array attachments;
  for (const audit::PartView& part : reader.parts()) {
    if (part.is_text() && !part.attached && part.filename.empty()) continue;
    std::string bytes;
    audit::decode_transfer(part.encoding, part.body, bytes);
    attachments.push_back({{"section", part.section},
                           {"type", part.type},
                           {"filename", part.filename},
                           {"bytes", bytes.size()}});
  }
  return attachments;
}

json::array headers_of(const audit::FieldList& fields) {
  json::array headers;
  for (const audit::Field& field : fields.fields()) {
    std::string value;
    audit::decode_encoded_words(audit::unfolded(field.value), value);
    headers.push_back({{"name", field.name}, {"value", audit::trimmed(value)}});
  }
  return headers;
}

// For the eye: what is not UTF-8 becomes U+FFFD, a byte at a time.
std::string printable(std::string_view bytes) {
  if (is_valid_utf8(bytes)) return std::string(bytes);
  Buffer out;
  while (!bytes.empty()) {
    const CodePoint point = first_code_point(bytes);
    append_utf8(point.value, out);
    bytes.remove_prefix(point.bytes);
  }
  return std::string(out.view());
}

}  // namespace

json::object entry_json(MessageIndex index, const corpus::Rendered& message,
                        const audit::MessageReader& reader) {
  const audit::FieldList& header = reader.header();
  return {{"index", value(index)},
          {"uid", corpus::hex(message.uid)},
          {"date", corpus::iso_time(message.date)},
          {"bytes", message.bytes.size()},
          {"from", decoded_field(header, "From")},
          {"to", decoded_field(header, "To")},
          {"subject", decoded_field(header, "Subject")}};
}

json::object message_json(MessageIndex index, const corpus::Rendered& message,
                          const audit::MessageReader& reader) {
  json::object object = entry_json(index, message, reader);
  object["message_id"] = message.message_id;
  object["cc"] = decoded_field(reader.header(), "Cc");
  object["headers"] = headers_of(reader.header());
  object["text"] = or_null(text_of(reader, "text/plain"));
  object["html"] = or_null(html_of(reader));
  object["attachments"] = attachments_of(reader);
  object["raw"] = printable(message.bytes);
  return object;
}

std::optional<std::string> html_of(const audit::MessageReader& reader) {
  return text_of(reader, "text/html");
}

}  // namespace haymaker::api
