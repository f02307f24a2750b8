// mime_samples DIRECTORY COUNT: writes COUNT varied messages as 000000.eml, 000001.eml ... and, in
// expected.jsonl, what a reader must find in each: the judges are parsers that nobody here wrote.

#include <boost/json.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "mime/header_field.h"
#include "mime/message.h"
#include "mime_peers/sample.h"

namespace haymaker::mime_peers {
namespace {

namespace json = boost::json;

json::object mailbox(const mime::Mailbox& mailbox) {
  return {{"name", mailbox.display_name}, {"address", mailbox.address}};
}

// Those that the field has room for.
json::array mailboxes(MailClient client, std::span<const mime::Mailbox> all) {
  Buffer field;
  const std::size_t written =
      mime::append_mailboxes("To:", all, mime::word_encoding(client), field);
  json::array list;
  for (const mime::Mailbox& one : all.first(written)) list.emplace_back(mailbox(one));
  return list;
}

std::string hex(std::string_view bytes) {
  std::string digits;
  for (const char c : bytes) {
    digits += "0123456789abcdef"[static_cast<unsigned char>(c) >> 4];
    digits += "0123456789abcdef"[static_cast<unsigned char>(c) & 15];
  }
  return digits;
}

// The leaves of the tree, in the order in which they are written.
void list_parts(const mime::Part& part, json::array& list) {
  switch (part.kind) {
    case mime::PartKind::plain:
      list.push_back({{"type", "text/plain"}, {"text", part.content}, {"flowed", part.flowed}});
      return;
    case mime::PartKind::html:
      list.push_back({{"type", "text/html"}, {"text", part.content}});
      return;
    case mime::PartKind::calendar:
      list.push_back({{"type", "text/calendar"}, {"text", part.content}});
      return;
    case mime::PartKind::attachment:
    case mime::PartKind::inline_file:
      list.push_back({{"type", part.media_type},
                      {"hex", hex(part.content)},
                      {"file_name", part.file_name},
                      {"content_id", part.content_id}});
      return;
    case mime::PartKind::message:
      list.push_back({{"type", "message/rfc822"}, {"file_name", part.file_name}});
      return;
    case mime::PartKind::alternative:
    case mime::PartKind::related:
    case mime::PartKind::mixed: break;
  }
  for (const mime::Part& child : part.parts) list_parts(child, list);
}

json::object expectation(const Sample& sample, std::string_view file) {
  const mime::Envelope& envelope = sample.envelope;
  json::array references;
  for (const std::string_view id : envelope.references) references.emplace_back(id);
  json::array parts;
  list_parts(sample.body, parts);
  return {{"file", file},
          {"from", mailbox(envelope.from)},
          {"to", mailboxes(envelope.client, envelope.to)},
          {"cc", mailboxes(envelope.client, envelope.cc)},
          {"subject", envelope.subject},
          {"date", envelope.date},
          {"offset_minutes", envelope.offset_minutes},
          {"message_id", envelope.message_id},
          {"in_reply_to", envelope.in_reply_to},
          {"references", references},
          {"parts", parts}};
}

int run(const std::filesystem::path& directory, std::uint64_t count) {
  std::filesystem::create_directories(directory);
  std::ofstream expected(directory / "expected.jsonl", std::ios::binary);
  Buffer out;
  for (std::uint64_t number = 0; number < count; ++number) {
    const Sample sample(number);
    out.clear();
    mime::append_message(sample.envelope, sample.body, out);
    std::string name = std::to_string(number);
    name = std::string(6 - std::min<std::size_t>(name.size(), 6), '0') + name + ".eml";
    std::ofstream(directory / name, std::ios::binary)
        .write(out.data(), static_cast<std::streamsize>(out.size()));
    expected << json::serialize(expectation(sample, name)) << '\n';
  }
  return expected.flush() ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace
}  // namespace haymaker::mime_peers

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: mime_samples DIRECTORY COUNT\n", stderr);
    return 2;
  }
  return haymaker::mime_peers::run(argv[1], std::strtoull(argv[2], nullptr, 10));
}
