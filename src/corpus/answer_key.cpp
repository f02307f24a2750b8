#include "corpus/answer_key.h"

#include <algorithm>
#include <boost/json.hpp>
#include <set>

#include "corpus/key_json.h"
#include "corpus/planted_step.h"

namespace haymaker::corpus {

namespace json = boost::json;
using threads::BlockPlan;
using threads::kBlockSize;
using threads::PlannedMessage;

AnswerKey::AnswerKey(const Corpus& corpus)
    : corpus_(corpus), renderer_(corpus), incidents_(corpus.plantings().incidents()) {}

void AnswerKey::add_message(MessageIndex index) {
  Rendered message;
  renderer_.render(index, message);
  const BlockPlan& plan = renderer_.plan_of(BlockIndex{value(index) / kBlockSize});
  const auto slot = static_cast<std::uint16_t>(value(index) % kBlockSize);
  std::size_t number = 0;
  for (const PlantedWords& words : renderer_.planted())
    add_label(message, number++, plan, slot, words);
}

void AnswerKey::add_label(const Rendered& message, std::size_t number, const BlockPlan& plan,
                          std::uint16_t slot, const PlantedWords& words) {
  const PlannedMessage& source = plan.messages[words.slot];
  const auto planted = planted_step(corpus_, plan, words.slot);
  if (!planted) return;  // Never so: only planted messages have planted words.
  const auto& [planting, step] = *planted;
  const text::ScenarioFields& scenario = corpus_.pack().topic(planting->scenario).scenario;
  const bool own = words.slot == slot && words.of_subject == (words.section == "subject");
  const std::uint64_t source_uid =
      corpus_.uid(MessageIndex{value(plan.block) * kBlockSize + words.slot});
  // A message's own words come first in its labels, so a number among them is the label's.
  const json::value source_label =
      own ? json::value() : json::value(label_id(source_uid, words.number));
  json::object label{
      {"label_id", label_id(message.uid, number)},
      {"msg_uid", hex(message.uid)},
      {"incident_id", planting->decoy ? json::value() : json::value(incident_id(planting->number))},
      {"scenario", scenario.code},
      {"family", family_of(scenario)},
      {"polarity", polarity_of(*planting)},
      {"role", role_of(own, step, plan.messages[slot].kind)},
      {"source_label_id", source_label},
      {"modality", name_of(words.carrier)},
      {"evasion", evasion_of(step)},
      {"sufficient_alone", own && step.sufficient},
      {"severity", scenario.severity},
      {"actors", json::array{corpus_.company().person(source.author).address}},
      {"regs", json::array(scenario.regs.begin(), scenario.regs.end())},
      {"spans", json::array{span_of(words, own)}}};
  if (planting->decoy) {
    label["decoy_class"] = "D" + std::to_string(planting->grade);
  } else {
    label["level"] = planting->grade;
  }
  append_line(label, labels_);
  ++label_count_;
}

// The steps in this block of incidents that may go on in others.
void AnswerKey::add_steps(const BlockPlan& plan) {
  for (std::size_t slot = 0; slot < plan.messages.size(); ++slot) {
    const auto planted = planted_step(corpus_, plan, static_cast<std::uint16_t>(slot));
    if (!planted || planted->planting->decoy) continue;
    const PlannedMessage& message = plan.messages[slot];
    const scenario::Planting& planting = *planted->planting;
    Incident& incident = incidents_[planting.number];
    const std::uint32_t tag = message.pin;
    incident.tag = incident.members.empty() ? tag : std::min(incident.tag, tag);
    if (message.step == 0) ++incident.conversations;
    incident.members.push_back({corpus_.uid(MessageIndex{value(plan.block) * kBlockSize + slot}),
                                message.sent, message.author,
                                static_cast<std::uint8_t>(planting.first_step + message.step),
                                planted->step.primary});
  }
}

void AnswerKey::add_block(BlockIndex block) {
  const auto pins = corpus_.plantings().pins(block);
  if (pins.empty()) return;
  const BlockPlan& plan = renderer_.plan_of(block);
  for (const threads::Pin& pin : pins)
    decoy_count_ += corpus_.plantings().planting(pin.tag).decoy ? 1 : 0;
  add_steps(plan);
  for (std::size_t slot = 0; slot < plan.messages.size(); ++slot) {
    const std::uint64_t index = value(block) * kBlockSize + slot;
    if (plan.conversations[plan.messages[slot].conversation].pin != threads::kNoPin)
      add_message(MessageIndex{index});
  }
}

std::uint64_t AnswerKey::incident_count() const noexcept {
  return static_cast<std::uint64_t>(std::ranges::count_if(
      incidents_, [](const Incident& incident) { return !incident.members.empty(); }));
}

std::string AnswerKey::incidents() const {
  std::string lines;
  for (std::size_t i = 0; i < incidents_.size(); ++i)
    if (!incidents_[i].members.empty()) append_incident(i, incidents_[i], lines);
  return lines;
}

void AnswerKey::append_incident(std::size_t number, const Incident& incident,
                                std::string& lines) const {
  std::vector<Member> members = incident.members;
  std::ranges::sort(members, {},
                    [](const Member& member) { return std::pair(member.sent, member.step); });
  const scenario::Planting& planting = corpus_.plantings().planting(incident.tag);
  const text::ScenarioFields& scenario = corpus_.pack().topic(planting.scenario).scenario;
  // The hints of level 5 are told in turn; any other incident is told by its first primary step.
  const std::uint32_t needed = scenario::steps_that_suffice(planting);
  std::set<std::uint32_t> known;
  json::array uids;
  json::value sufficient;
  std::set<std::string_view> actors;
  for (const Member& member : members) {
    uids.emplace_back(hex(member.uid));
    actors.insert(corpus_.company().person(member.author).address);
    if (member.primary) known.insert(member.step % needed);
    if (sufficient.is_null() && known.size() == needed) sufficient = uids.back();
  }
  append_line({{"incident_id", incident_id(static_cast<std::uint32_t>(number))},
               {"scenario", scenario.code},
               {"family", family_of(scenario)},
               {"level", planting.grade},
               {"modality", name_of(planting.carrier)},
               {"evasion", evasion_of(planting.evasion)},
               {"severity", scenario.severity},
               {"members", std::move(uids)},
               {"conversations", incident.conversations},
               {"actors", json::array(actors.begin(), actors.end())},
               {"first_ts", iso_time(members.front().sent)},
               {"last_ts", iso_time(members.back().sent)},
               {"sufficient_at_uid", sufficient},
               {"narrative", scenario.about}},
              lines);
}

std::string AnswerKey::summary() const {
  return json::serialize(json::object{{"generator", kGeneratorVersion},
                                      {"spec_digest", spec_digest(corpus_.spec())},
                                      {"messages", corpus_.count()},
                                      {"incidents", incident_count()},
                                      {"decoys", decoy_count_},
                                      {"labels", label_count_}}) +
         '\n';
}

}  // namespace haymaker::corpus
