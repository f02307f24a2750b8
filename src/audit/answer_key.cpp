#include "audit/answer_key.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cerrno>
#include <fstream>
#include <set>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "audit/hex.h"

namespace haymaker::audit {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

// These throw where a field is missing or of another type; for_each_line() catches.
std::string text(const json::object& fields, std::string_view name) {
  return std::string(std::string_view(fields.at(name).as_string()));
}
std::uint64_t number(const json::object& fields, std::string_view name) {
  return fields.at(name).to_number<std::uint64_t>();
}
std::uint64_t to_uid(const json::value& value) {
  const auto uid = parse_hex64(std::string_view(value.as_string()));
  if (!uid) throw std::invalid_argument("a uid is 16 hexadecimal digits");
  return *uid;
}
std::string text_or_nothing(const json::object& fields, std::string_view name) {
  const json::value* const field = fields.if_contains(name);
  return field == nullptr || field->is_null() ? "" : text(fields, name);
}

std::optional<ByteRange> range_or_nothing(const json::object& fields, std::string_view begin,
                                          std::string_view end) {
  if (!fields.contains(begin)) return std::nullopt;
  return ByteRange{number(fields, begin), number(fields, end)};
}

PlantedSpan to_span_in_file(const json::object& fields) {
  PlantedSpan span;
  span.part = text(fields, "part_path");
  span.text = text(fields, "text");
  span.file = PlantedFile{text(fields, "file_name"), text(fields, "part_digest")};
  return span;
}

PlantedSpan to_span(const json::object& fields) {
  if (fields.contains("file_name")) return to_span_in_file(fields);
  if (const json::value* const unit = fields.if_contains("unit");
      unit != nullptr && unit->as_string() != "codepoint") {
    throw std::invalid_argument("unit is not codepoint");
  }
  return {.part = text(fields, "part_path"),
          .start = number(fields, "start"),
          .end = number(fields, "end"),
          .start_byte = number(fields, "start_byte"),
          .end_byte = number(fields, "end_byte"),
          .text = text(fields, "text"),
          .html_part = text_or_nothing(fields, "html_part_path"),
          .html = range_or_nothing(fields, "html_start_byte", "html_end_byte"),
          .raw = range_or_nothing(fields, "raw_start_byte", "raw_end_byte")};
}

PlantedLabel to_label(const json::object& fields) {
  PlantedLabel label{.id = text(fields, "label_id"),
                     .uid = to_uid(fields.at("msg_uid")),
                     .incident = text_or_nothing(fields, "incident_id"),
                     .scenario = text(fields, "scenario"),
                     .spans = {}};
  for (const json::value& span : fields.at("spans").as_array()) {
    label.spans.push_back(to_span(span.as_object()));
  }
  return label;
}

PlantedIncident to_incident(const json::object& fields) {
  PlantedIncident incident{
      .id = text(fields, "incident_id"), .scenario = text(fields, "scenario"), .members = {}};
  for (const json::value& member : fields.at("members").as_array()) {
    incident.members.push_back(to_uid(member));
  }
  return incident;
}

template <class Take>
std::expected<void, Error> for_each_line(const fs::path& path, Take take) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    const bool missing = errno == ENOENT;
    return std::unexpected(Error{missing ? ErrorCode::not_found : ErrorCode::io,
                                 std::generic_category().message(errno), path.string()});
  }
  std::string line;
  for (std::size_t count = 1; std::getline(file, line); ++count) {
    try {
      take(json::parse(line).as_object());
    } catch (const std::exception& failure) {
      return std::unexpected(Error{
          ErrorCode::corrupt, std::string("does not read as the answer key: ") + failure.what(),
          fmt::format("{}:{}", path.string(), count)});
    }
  }
  if (file.bad()) return std::unexpected(Error{ErrorCode::io, "does not read", path.string()});
  return {};
}

}  // namespace

std::expected<AnswerKey, Error> AnswerKey::read(const fs::path& truth_dir) {
  AnswerKey key;
  auto labels = for_each_line(truth_dir / "labels.jsonl", [&](const json::object& fields) {
    key.labels_.push_back(to_label(fields));
    key.by_message_[key.labels_.back().uid].push_back(key.labels_.size() - 1);
  });
  if (!labels) return std::unexpected(std::move(labels.error()));
  auto incidents = for_each_line(truth_dir / "incidents.jsonl", [&](const json::object& fields) {
    key.incidents_.push_back(to_incident(fields));
  });
  if (!incidents) return std::unexpected(std::move(incidents.error()));
  // truth.json is one line, written after the other two.
  auto totals = for_each_line(truth_dir / "truth.json", [&](const json::object& fields) {
    key.claimed_labels_ = number(fields, "labels");
    key.claimed_incidents_ = number(fields, "incidents");
  });
  if (!totals) return std::unexpected(std::move(totals.error()));
  return key;
}

const std::vector<std::size_t>& AnswerKey::labels_of(std::uint64_t uid) const noexcept {
  static const std::vector<std::size_t> none;
  const auto found = by_message_.find(uid);
  return found == by_message_.end() ? none : found->second;
}

std::vector<std::string> check_links(const AnswerKey& key) {
  std::vector<std::string> findings;
  if (key.labels().size() != key.claimed_labels() ||
      key.incidents().size() != key.claimed_incidents()) {
    findings.push_back(fmt::format("has {} incidents and {} labels, but {} and {} in truth.json",
                                   key.incidents().size(), key.labels().size(),
                                   key.claimed_incidents(), key.claimed_labels()));
  }
  std::set<std::string_view> incidents;
  for (const PlantedIncident& incident : key.incidents()) {
    if (!incidents.insert(incident.id).second) {
      findings.push_back(fmt::format("incident {} is there twice", incident.id));
    }
    if (incident.members.empty()) {
      findings.push_back(fmt::format("incident {} has no members", incident.id));
    }
    for (const std::uint64_t uid : incident.members) {
      const auto& places = key.labels_of(uid);
      const bool labelled = std::ranges::any_of(
          places, [&](std::size_t i) { return key.labels()[i].incident == incident.id; });
      if (!labelled) {
        findings.push_back(
            fmt::format("incident {}: its member {:016x} has no label of it", incident.id, uid));
      }
    }
  }
  std::set<std::string_view> labels;
  for (const PlantedLabel& label : key.labels()) {
    if (!labels.insert(label.id).second) {
      findings.push_back(fmt::format("label {} is there twice", label.id));
    }
    if (!label.incident.empty() && !incidents.contains(label.incident)) {
      findings.push_back(
          fmt::format("label {}: there is no incident {}", label.id, label.incident));
    }
  }
  return findings;
}

}  // namespace haymaker::audit
