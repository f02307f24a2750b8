#include "corpus/answer_key.h"

#include <algorithm>
#include <boost/json.hpp>

#include "base/append.h"

namespace haymaker::corpus {

namespace json = boost::json;
using threads::BlockPlan;
using threads::kBlockSize;
using threads::PlannedMessage;

namespace {

std::string hex(std::uint64_t uid) {
  Buffer text(16);
  append_hex(uid, 16, text);
  return std::string(text.view());
}

std::string incident_id(std::uint32_t tag) { return "I" + std::to_string(tag); }

std::string iso_time(UnixSeconds at) {
  Buffer text(20);
  append_iso_time(at, text);
  return std::string(text.view());
}

json::array strings(const std::vector<std::string>& list) {
  return json::array(list.begin(), list.end());
}

void add_line(const json::object& object, std::string& lines) {
  lines += json::serialize(object);
  lines += '\n';
}

}  // namespace

void AnswerKey::add_message(MessageIndex index) {
  const BlockIndex block{value(index) / kBlockSize};
  Rendered message;
  renderer_.render(index, message);
  const BlockPlan& plan = renderer_.plan_of(block);
  const auto slot = static_cast<std::uint16_t>(value(index) % kBlockSize);
  std::size_t number = 0;
  for (const MessageWriter::Planted& planted : renderer_.planted()) {
    add_label(message.uid, number++, plan, planted, planted.slot == slot);
  }
}

void AnswerKey::add_label(std::uint64_t uid, std::size_t number, const BlockPlan& plan,
                          const MessageWriter::Planted& planted, bool own) {
  const PlannedMessage& source = plan.messages[planted.slot];
  const std::uint32_t tag = plan.conversations[source.conversation].pin;
  const scenario::Planting& planting = corpus_.plantings().planting(tag);
  const text::ScenarioFields& scenario = corpus_.pack().topic(planting.scenario).scenario;
  const std::string_view text =
      renderer_.decoded_text().substr(planted.bytes.begin, planted.bytes.end - planted.bytes.begin);
  const json::object span{{"part_path", renderer_.part_path()},
                          {"zone", own ? "author" : "quote"},
                          {"unit", "codepoint"},
                          {"start", planted.points.begin},
                          {"end", planted.points.end},
                          {"start_byte", planted.bytes.begin},
                          {"end_byte", planted.bytes.end},
                          {"text", text}};
  json::object label{
      {"label_id", hex(uid) + '-' + std::to_string(number)},
      {"msg_uid", hex(uid)},
      {"incident_id", planting.decoy ? json::value() : json::value(incident_id(tag))},
      {"scenario", scenario.code},
      {"family", scenario.code.substr(0, scenario.code.find('.'))},
      {"polarity", planting.decoy ? "decoy" : "true"},
      {"role", own ? "primary" : "quoted_copy"},
      {"modality", "body"},
      {"sufficient_alone",
       !planting.decoy && planting.grade < scenario::kLevels && source.ordinal == 0},
      {"severity", scenario.severity},
      {"actors", json::array{corpus_.company().person(source.author).address}},
      {"regs", strings(scenario.regs)},
      {"spans", json::array{span}}};
  if (planting.decoy) {
    label["decoy_class"] = "D" + std::to_string(planting.grade);
  } else {
    label["level"] = planting.grade;
  }
  add_line(label, labels_);
  ++label_count_;
}

void AnswerKey::add_incident(const BlockPlan& plan, const threads::Pin& pin) {
  const scenario::Planting& planting = corpus_.plantings().planting(pin.tag);
  const text::ScenarioFields& scenario = corpus_.pack().topic(planting.scenario).scenario;
  json::array members(planting.steps);
  UnixSeconds first = 0;
  for (std::size_t slot = 0; slot < plan.messages.size(); ++slot) {
    const PlannedMessage& message = plan.messages[slot];
    if (plan.conversations[message.conversation].pin != pin.tag ||
        message.ordinal >= planting.steps)
      continue;
    members[message.ordinal] =
        hex(corpus_.uid(MessageIndex{value(plan.block) * kBlockSize + slot}));
    if (message.ordinal == 0) first = message.sent;
  }
  // A level of 5 needs all of its messages, any other the first.
  const json::value sufficient =
      members[planting.grade == scenario::kLevels ? planting.steps - 1U : 0U];
  add_line({{"incident_id", incident_id(pin.tag)},
            {"scenario", scenario.code},
            {"level", planting.grade},
            {"members", std::move(members)},
            {"first_ts", iso_time(first)},
            {"sufficient_at_uid", sufficient}},
           incidents_);
  ++incident_count_;
}

void AnswerKey::add_block(BlockIndex block) {
  const auto pins = corpus_.plantings().pins(block);
  if (pins.empty()) return;
  const BlockPlan& plan = renderer_.plan_of(block);
  for (const threads::Pin& pin : pins) {
    if (corpus_.plantings().planting(pin.tag).decoy) {
      ++decoy_count_;
    } else {
      add_incident(plan, pin);
    }
  }
  for (std::size_t slot = 0; slot < plan.messages.size(); ++slot) {
    const std::uint64_t index = value(block) * kBlockSize + slot;
    if (plan.conversations[plan.messages[slot].conversation].pin != threads::kNoPin)
      add_message(MessageIndex{index});
  }
}

std::string AnswerKey::summary() const {
  return json::serialize(json::object{{"generator", kGeneratorVersion},
                                      {"spec_digest", spec_digest(corpus_.spec())},
                                      {"messages", corpus_.count()},
                                      {"incidents", incident_count_},
                                      {"decoys", decoy_count_},
                                      {"labels", label_count_}}) +
         '\n';
}

}  // namespace haymaker::corpus
