#include "corpus/key_json.h"

#include "base/append.h"

namespace haymaker::corpus {

namespace json = boost::json;

std::string hex(std::uint64_t uid) {
  Buffer text(16);
  append_hex(uid, 16, text);
  return std::string(text.view());
}

std::string label_id(std::uint64_t uid, std::size_t number) {
  return hex(uid) + '-' + std::to_string(number);
}

std::string incident_id(std::uint32_t number) { return "I" + std::to_string(number); }

std::string iso_time(UnixSeconds at) {
  Buffer text(20);
  append_iso_time(at, text);
  return std::string(text.view());
}

std::string_view family_of(const text::ScenarioFields& scenario) {
  return std::string_view(scenario.code).substr(0, scenario.code.find('.'));
}

std::string_view polarity_of(const scenario::Planting& planting) {
  if (!planting.decoy) return "true";
  // D4 is an authorised process and D5 a refusal or an escalation: right to look at, no breach.
  return planting.grade == 4 || planting.grade == 5 ? "acceptable_alert" : "decoy";
}

std::string_view role_of(bool own, const scenario::Step& step, threads::MessageKind kind) {
  if (own) return step.primary ? "primary" : "context";
  return kind == threads::MessageKind::forward ? "forward_copy" : "quoted_copy";
}

json::array evasion_of(scenario::Evasion evasion) {
  if (evasion == scenario::Evasion::none) return {};
  return {scenario::name_of(evasion)};
}

json::array evasion_of(const scenario::Step& step) { return evasion_of(step.evasion); }

namespace {

void add_range(const PlantedWords& words, json::object& span) {
  span["unit"] = "codepoint";
  span["start"] = words.points.begin;
  span["end"] = words.points.end;
  span["start_byte"] = words.bytes.begin;
  span["end_byte"] = words.bytes.end;
}

json::object span_in_file(const PlantedWords& words) {
  json::object span{{"part_path", words.section},
                    {"zone", "attachment"},
                    {"file_name", words.file_name},
                    {"locator", words.locator}};
  if (words.points.end > words.points.begin) add_range(words, span);
  span["text"] = words.text;
  span["text_norm"] = words.plain;
  span["part_digest"] = to_string(words.file_digest);
  return span;
}

}  // namespace

json::object span_of(const PlantedWords& words, bool own) {
  if (!words.locator.empty()) return span_in_file(words);
  json::object span{{"part_path", words.section},
                    {"zone", words.section == "subject" ? "subject"
                             : own                      ? "author"
                                                        : "quote"}};
  add_range(words, span);
  span["text"] = words.text;
  span["text_norm"] = words.plain;
  if (!words.html_section.empty()) {
    span["html_part_path"] = words.html_section;
    span["html_start_byte"] = words.html.begin;
    span["html_end_byte"] = words.html.end;
  }
  if (words.raw) {
    span["raw_start_byte"] = words.raw->begin;
    span["raw_end_byte"] = words.raw->end;
  }
  return span;
}

void append_line(const json::object& object, std::string& lines) {
  lines += json::serialize(object);
  lines += '\n';
}

}  // namespace haymaker::corpus
