#include "audit/mail_sample.h"

#include <algorithm>
#include <utility>

#include "audit/attachments.h"
#include "audit/corpus_reader.h"
#include "audit/mail_date.h"
#include "audit/message_view.h"
#include "audit/own_text.h"

namespace haymaker::audit {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kRun = 1'024;
constexpr std::size_t kRawBytes = 4'000'000;

// Which messages of the corpus are in the sample, asked in rising order.
class Choice {
 public:
  Choice(std::uint64_t messages, std::uint64_t limit)
      : limit_(std::min(limit, messages)),
        runs_((messages + kRun - 1) / kRun),
        chosen_runs_((limit_ + kRun - 1) / kRun) {}

  [[nodiscard]] bool holds(std::uint64_t index) const {
    if (chosen_runs_ == 0) return false;
    // Run i of the sample is run i * runs / chosen of the corpus, rounded down.
    const std::uint64_t run = index / kRun;
    const std::uint64_t place = (run * chosen_runs_ + runs_ - 1) / runs_;
    if (place >= chosen_runs_ || place * runs_ / chosen_runs_ != run) return false;
    return place * kRun + index % kRun < limit_;
  }
  [[nodiscard]] bool any_of(std::uint64_t first, std::uint64_t end) const {
    for (std::uint64_t index = first; index < end; index = (index / kRun + 1) * kRun) {
      if (holds(index)) return true;
    }
    return false;
  }

 private:
  std::uint64_t limit_;
  std::uint64_t runs_;
  std::uint64_t chosen_runs_;
};

MailClass class_of(const FieldList& header) {
  if (const Field* field = header.find("Auto-Submitted")) {
    const std::string value = lower_case(trimmed(field->value));
    if (value.starts_with("auto-replied")) return MailClass::auto_reply;
    if (value != "no") return MailClass::notice;
  }
  if (header.find("List-Unsubscribe") != nullptr) return MailClass::newsletter;
  const Field* const precedence = header.find("Precedence");
  const bool bulk =
      precedence != nullptr && equal_ignoring_case(trimmed(precedence->value), "bulk");
  return bulk ? MailClass::newsletter : MailClass::human;
}

std::string value_of(const FieldList& header, std::string_view name) {
  const Field* const field = header.find(name);
  return field == nullptr ? "" : std::string(trimmed(field->value));
}

SampledMessage to_sampled(const MessageReader& reader, std::size_t bytes) {
  const FieldList& header = reader.header();
  SampledMessage out;
  out.mail_class = class_of(header);
  out.id = value_of(header, "Message-ID");
  out.parent = value_of(header, "In-Reply-To");
  if (const auto date = parse_mail_date(value_of(header, "Date"))) {
    out.date = date->at;
    out.offset_minutes = date->offset_minutes;
  }
  out.recipients =
      count_mailboxes(value_of(header, "To")) + count_mailboxes(value_of(header, "Cc"));
  out.bytes = bytes;
  for (const PartView& part : reader.parts()) {
    if (part.type != "text/plain" || part.attached) continue;
    std::string text;
    if (decode_text(part, text)) out.body = own_text(text);
    break;
  }
  out.files = files_of(reader);
  return out;
}

// Files and pictures are compressed already and would hide what the text of the mail is like.
bool is_text_only(const MessageReader& message) {
  return std::ranges::all_of(message.parts(), [](const PartView& part) {
    return part.is_text() && part.filename.empty();
  });
}

}  // namespace

std::size_t count_mailboxes(std::string_view list) noexcept {
  std::size_t count = 0;
  bool quoted = false;
  int depth = 0;
  bool something = false;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const char c = list[i];
    if (quoted && c == '\\') {
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == '(' || c == '<')) {
      ++depth;
    } else if (!quoted && (c == ')' || c == '>')) {
      --depth;
    } else if (!quoted && depth == 0 && c == ':') {
      something = false;  // What was before is the name of a group.
      continue;
    } else if (!quoted && depth == 0 && (c == ',' || c == ';')) {
      count += std::exchange(something, false);
      continue;
    }
    something = something || (c != ' ' && c != '\t' && c != '\r' && c != '\n');
  }
  return count + something;
}

std::expected<MailSample, Error> MailSample::read(const fs::path& out_dir, std::uint64_t limit) {
  const auto manifest = read_manifest(out_dir);
  if (!manifest) return std::unexpected(manifest.error());
  const Choice choice(manifest->messages, limit);
  MailSample sample;
  MessageReader reader;
  std::uint64_t first = 0;
  for (const StoredPart& part : manifest->parts) {
    const std::uint64_t end = first + part.messages;
    std::uint64_t at = std::exchange(first, end);
    if (!choice.any_of(at, end)) continue;
    const auto index = IndexPart::read(index_path(out_dir, part));
    if (!index) return std::unexpected(index.error());
    auto mail = open_mail(out_dir, part, *index);
    if (!mail) return std::unexpected(std::move(mail.error()));
    StoredMessage message;
    for (;; ++at) {
      const auto some = (*mail)->next(message);
      if (!some) return std::unexpected(some.error());
      if (!*some) break;
      if (!choice.holds(at)) continue;
      reader.read(message.bytes);
      sample.messages_.push_back(to_sampled(reader, message.bytes.size()));
      if (sample.raw_.size() < kRawBytes && is_text_only(reader)) {
        sample.raw_.append(message.bytes);
        sample.headers_.append(message.bytes.substr(0, message.bytes.find("\r\n\r\n") + 2));
      }
    }
  }
  return sample;
}

}  // namespace haymaker::audit
