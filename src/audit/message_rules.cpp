#include "audit/message_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "audit/decoding.h"
#include "base/utf8.h"

namespace haymaker::audit {
namespace {

constexpr std::size_t kMostLineBytes = 998;
constexpr std::size_t kMostFieldBytes = 9'500;
constexpr std::size_t kMostIdBytes = 250;
constexpr std::size_t kMostEncodedLineBytes = 76;

void check_lines(std::string_view bytes, std::vector<Violation>& out) {
  constexpr std::string_view kLineEnds = "each line ends in CRLF, and CR and LF stand nowhere else";
  if (!bytes.ends_with("\r\n")) out.push_back({"a message ends in CRLF", ""});
  std::ptrdiff_t lines = 0;
  for (std::size_t at = 0; at < bytes.size(); ++lines) {
    const std::size_t feed = bytes.find('\n', at);
    if (feed == bytes.npos) break;
    if (feed == at || bytes[feed - 1] != '\r') {
      out.push_back({kLineEnds, fmt::format("line {}", lines + 1)});
      return;
    }
    if (const std::size_t size = feed - 1 - at; size > kMostLineBytes) {
      out.push_back(
          {"a line has at most 998 bytes", fmt::format("line {} has {}", lines + 1, size)});
      return;
    }
    at = feed + 1;
  }
  // Each LF follows a CR; a CR that is left over stands alone.
  if (std::ranges::count(bytes, '\r') != lines) out.push_back({kLineEnds, "a CR stands alone"});
}

struct FieldCount {
  std::string_view name;
  std::size_t least;
};
constexpr std::array kSingleFields = {
    FieldCount{"Date", 1},    FieldCount{"From", 1},       FieldCount{"Message-ID", 1},
    FieldCount{"Sender", 0},  FieldCount{"Reply-To", 0},   FieldCount{"To", 0},
    FieldCount{"Cc", 0},      FieldCount{"Bcc", 0},        FieldCount{"In-Reply-To", 0},
    FieldCount{"Subject", 0}, FieldCount{"References", 0}, FieldCount{"MIME-Version", 1}};

void check_counts(const FieldList& header, std::vector<Violation>& out) {
  std::array<std::size_t, kSingleFields.size()> counts = {};
  for (const Field& field : header.fields()) {
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (equal_ignoring_case(field.name, kSingleFields[i].name)) ++counts[i];
    }
  }
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] < kSingleFields[i].least) {
      out.push_back({"Date, From, Message-ID and MIME-Version are there",
                     std::string(kSingleFields[i].name) + " is not"});
    } else if (counts[i] > 1) {
      out.push_back({"a field of RFC 5322 section 3.6 stands once",
                     fmt::format("{} stands {} times", kSingleFields[i].name, counts[i])});
    }
  }
}

void check_folds(const Field& field, std::vector<Violation>& out) {
  for (std::size_t at = field.value.find('\n'); at != field.value.npos;
       at = field.value.find('\n', at + 1)) {
    const std::string_view line =
        field.value.substr(at + 1, field.value.find('\n', at + 1) - at - 1);
    if (line.find_first_not_of(" \t\r") == line.npos) {
      out.push_back({"a continuation line is more than white space", std::string(field.name)});
      return;
    }
  }
}

void check_fields(const FieldList& header, std::vector<Violation>& out) {
  for (const Field& field : header.fields()) {
    if (!is_ascii(field.value)) {
      out.push_back({"a header is ASCII", std::string(field.name)});
    }
    if (field.value.size() > kMostFieldBytes) {
      out.push_back({"a field has at most 9,500 bytes",
                     fmt::format("{} has {}", field.name, field.value.size())});
    }
    check_folds(field, out);
    if (field.value.find("=?") != field.value.npos) {
      std::string text;
      const bool unstructured = equal_ignoring_case(field.name, "Subject");
      const bool structured = equal_ignoring_case(field.name, "From") ||
                              equal_ignoring_case(field.name, "To") ||
                              equal_ignoring_case(field.name, "Cc");
      if ((unstructured || structured) && !decode_encoded_words(unfolded(field.value), text)) {
        out.push_back({"an encoded word is whole and decodes", std::string(field.name)});
      }
    }
  }
}

bool is_message_id(std::string_view id) {
  if (id.size() < 5 || id.size() > kMostIdBytes || id.front() != '<' || id.back() != '>') {
    return false;
  }
  id = id.substr(1, id.size() - 2);
  const std::size_t at = id.find('@');
  return at != id.npos && at > 0 && at + 1 < id.size() &&
         std::ranges::all_of(id.substr(0, at), [](char c) { return c > 32 && c < 127; }) &&
         id.find_first_of(" \t\r\n<>()@,;:\\\"", at + 1) == id.npos;
}

void check_ids(const FieldList& header, std::vector<Violation>& out) {
  for (const std::string_view name : {"Message-ID", "In-Reply-To", "References"}) {
    const Field* const field = header.find(name);
    if (field == nullptr) continue;
    std::string_view rest = trimmed(field->value);
    bool right = !rest.empty();
    while (right && !rest.empty()) {
      const std::size_t end = std::min(rest.find_first_of(" \t\r\n"), rest.size());
      right = is_message_id(rest.substr(0, end));
      rest = trimmed(rest.substr(end));
      if (name == "Message-ID" && !rest.empty()) right = false;
    }
    if (!right) {
      out.push_back({"an identifier is <left@right>, at most 250 bytes",
                     fmt::format("{}: {}", name, unfolded(field->value))});
    }
  }
}

// Steps to the last line end that is in reach, so that a good text is not read byte by byte.
bool has_long_line(std::string_view body, std::size_t most) {
  while (body.size() > most) {
    const std::size_t end = body.substr(0, most + 2).rfind("\r\n");
    if (end == body.npos) return true;
    body.remove_prefix(end + 2);
  }
  return false;
}

void check_part(const PartView& part, std::vector<Violation>& out) {
  const bool encoded = part.encoding == "base64" || part.encoding == "quoted-printable";
  if (encoded && has_long_line(part.body, kMostEncodedLineBytes)) {
    out.push_back(
        {"a line of base64 or quoted-printable has at most 76 characters", "part " + part.section});
  }
  std::string bytes;
  if (!decode_transfer(part.encoding, part.body, bytes)) {
    out.push_back({"a part decodes from its transfer encoding",
                   fmt::format("part {}, '{}'", part.section, part.encoding)});
    return;
  }
  if (!part.is_text() || !is_known_charset(part.charset)) return;
  std::string text;
  if (!append_as_utf8(part.charset, bytes, text)) {
    out.push_back({"a text decodes from its character set",
                   fmt::format("part {}, '{}'", part.section, part.charset)});
  }
}

}  // namespace

std::optional<MailDate> check_rules(std::string_view bytes, const MessageReader& reader,
                                    std::vector<Violation>& out) {
  check_lines(bytes, out);
  check_counts(reader.header(), out);
  check_fields(reader.header(), out);
  check_ids(reader.header(), out);
  out.insert(out.end(), reader.violations().begin(), reader.violations().end());
  for (const PartView& part : reader.parts()) check_part(part, out);
  const Field* const field = reader.header().find("Date");
  if (field == nullptr) return std::nullopt;
  auto date = parse_mail_date(trimmed(field->value));
  if (!date) out.push_back({"a date is of RFC 5322 section 3.3", std::string(field->value)});
  return date;
}

}  // namespace haymaker::audit
