#include "corpus/scene.h"

#include <algorithm>

#include "corpus/file_chances.h"
#include "corpus/planted_step.h"
#include "rng/quantiles.h"

namespace haymaker::corpus {

using people::Person;
using people::PersonKind;
using threads::BlockPlan;
using threads::PlannedMessage;

namespace {

// Words of an author's own text: lognormal with mu = 4.23, sigma = 1.07 (median 66, mean 130);
// replies are shorter (half under 43 words, mode 5).
constexpr auto kFirstWords = std::to_array<rng::QuantilePoint>({{0, 6},
                                                                {3'277, 15},
                                                                {9'830, 27},
                                                                {16'384, 38},
                                                                {32'768, 74},
                                                                {49'152, 146},
                                                                {58'982, 280},
                                                                {62'259, 410},
                                                                {64'881, 900},
                                                                {65'536, 1'500}});
constexpr auto kReplyWords = std::to_array<rng::QuantilePoint>({{0, 2},
                                                                {9'830, 6},
                                                                {16'384, 13},
                                                                {32'768, 43},
                                                                {45'875, 96},
                                                                {58'982, 220},
                                                                {62'259, 330},
                                                                {65'536, 900}});
constexpr rng::Quantiles kFirst{kFirstWords};
constexpr rng::Quantiles kReply{kReplyWords};

// What machines answer for people, and for shared mailboxes.
constexpr std::string_view kAwayTopic = "out_of_office";
constexpr std::string_view kReceiptTopic = "team_mailbox_receipt";

// An answer of fewer words than this neither greets nor signs.
constexpr std::uint32_t kUnframedWords = 10;

// A body that planted words are to go into has room for them among others.
constexpr std::uint16_t kLeastPlantedWords = 25;
constexpr int kLengthTries = 16;

// How often a topic is drawn that must fit what is planted: in vain once in a thousand where one
// conversation in eight would fit.
constexpr int kFittingDraws = 50;

text::TopicKind kind_of(threads::Traffic traffic) {
  switch (traffic) {
    case threads::Traffic::business: return text::TopicKind::human;
    case threads::Traffic::personal: return text::TopicKind::personal;
    case threads::Traffic::notice: return text::TopicKind::notice;
    case threads::Traffic::newsletter: return text::TopicKind::newsletter;
  }
  return text::TopicKind::human;
}

}  // namespace

Scene::Scene(const Corpus& corpus)
    : corpus_(corpus),
      key_(corpus.key() / "scene"),
      worlds_(corpus),
      by_function_(topics_by_function(corpus.pack(), text::TopicKind::human)),
      document_act_(act_named(corpus.pack(), "document")) {
  for (std::size_t kind = 0; kind < topics_.size(); ++kind) {
    topics_[kind] = TopicTable(corpus.pack(), [&](const text::Topic& topic) {
      return static_cast<std::size_t>(topic.kind) == kind;
    });
  }
}

void Scene::find_insiders(const BlockPlan& plan) {
  const people::Company& company = corpus_.company();
  insiders_.assign(plan.conversations.size(), kNobody);
  parties_.assign(plan.conversations.size(), {});
  for (const PlannedMessage& message : plan.messages) {
    Parties& parties = parties_[message.conversation];
    parties.add(message.author);
    for (const PersonId reader : plan.to(message)) parties.add(reader);
    PersonId& insider = insiders_[message.conversation];
    if (insider != kNobody) continue;
    if (company.person(message.author).kind == PersonKind::employee) insider = message.author;
    for (std::size_t i = 0; insider == kNobody && i < message.to; ++i) {
      const PersonId reader = plan.to(message)[i];
      if (company.person(reader).kind == PersonKind::employee) insider = reader;
    }
  }
  // A list wrote to a list: the chief executive's world will do.
  for (PersonId& insider : insiders_) insider = insider == kNobody ? PersonId{0} : insider;
}

void Scene::stage(const BlockPlan& plan) {
  find_insiders(plan);
  conversations_.clear();
  for (std::size_t i = 0; i < plan.conversations.size(); ++i) {
    const threads::Conversation& conversation = plan.conversations[i];
    ConversationScene& scene = conversations_.emplace_back();
    scene.key = key_ / "conversation" / (value(plan.block) << 16 | i);
    scene.story =
        conversation.cast == threads::kNoCast ? scene.key : key_ / "story" / conversation.cast;
    rng::Stream stream(scene.story / "topic");
    scene.topic = draw_topic(conversation, insiders_[i], stream);
    scene.topic_case = corpus_.pack().topic(scene.topic).draw_case(stream);
    worlds_.fill(insiders_[i], days_from_seconds(conversation.started), parties_[i],
                 scene.story / "world", scene.world);
  }
  messages_.resize(plan.messages.size());
  for (std::size_t slot = 0; slot < plan.messages.size(); ++slot) {
    const PlannedMessage& message = plan.messages[slot];
    MessageScene& scene = messages_[slot];
    if (message.kind == threads::MessageKind::auto_reply) {
      stage_auto_reply(message, scene);
      continue;
    }
    scene.scene = message.conversation;
    rng::Stream stream(conversations_[message.conversation].key / "act" / message.ordinal);
    scene.act =
        message.parent == threads::kNoParent
            ? corpus_.pack().draw_first_act(stream)
            : corpus_.pack().draw_answer(messages_[message.parent].act, message.last, stream);
    scene.target_words = draw_words(message, stream);
    const auto planted = planted_step(corpus_, plan, static_cast<std::uint16_t>(slot));
    if (planted && planted->step.carrier == scenario::Carrier::body) {
      // Drawn as all lengths are that would do, so that the length does not tell.
      for (int i = 0; i < kLengthTries && scene.target_words < kLeastPlantedWords; ++i)
        scene.target_words = draw_words(message, stream);
    }
    scene.files_drawn = draws_files(plan, static_cast<std::uint16_t>(slot), scene.target_words);
  }
}

bool Scene::draws_files(const BlockPlan& plan, std::uint16_t slot, std::uint32_t words) const {
  if (corpus_.spec().attachments.share == 0) return false;
  const PlannedMessage& message = plan.messages[slot];
  const threads::Conversation& conversation = plan.conversations[message.conversation];
  const text::Topic& topic = corpus_.pack().topic(conversations_[message.conversation].topic);
  const auto planted = planted_step(corpus_, plan, slot);
  if (planted && scenario::is_file(planted->step.carrier)) return true;
  // Nobody sends a file with a mere "Thanks".
  const bool in_passing = message.kind != threads::MessageKind::first && words < kUnframedWords;
  if (in_passing) return false;
  const FileChances chances = file_chances(corpus_.spec().attachments, conversation.traffic,
                                           message.kind, topic, planted.has_value());
  if (chances.unasked == 0) return false;
  rng::Stream stream(conversations_[message.conversation].key / "files" / message.ordinal);
  return stream.chance(chances.unasked, kPerMille);
}

// The same text to everybody for the whole of a leave: it was typed once.
void Scene::stage_auto_reply(const PlannedMessage& message, MessageScene& scene) {
  const people::Company& company = corpus_.company();
  const Person& author = company.person(message.author);
  const Days day = days_from_seconds(message.sent);
  const auto leave = company.leave_on(message.author, day);
  scene = {.scene = static_cast<std::uint32_t>(conversations_.size())};
  ConversationScene& reply = conversations_.emplace_back();
  const std::uint32_t occasion = leave ? static_cast<std::uint32_t>(leave->back) : 0;
  reply.key = key_ / "auto reply" / value(message.author) / occasion;
  reply.story = reply.key;
  reply.topic = topic_named(author.kind == PersonKind::shared_mailbox ? kReceiptTopic : kAwayTopic);
  if (leave) reply.back = leave->back;
  if (author.kind == PersonKind::contact) return worlds_.fill_outside(author.id, reply.world);
  const auto readers = company.members(author.id);
  worlds_.fill(readers.empty() ? author.id : readers.front(), day, {}, reply.story / "world",
               reply.world);
}

text::TopicId Scene::topic_named(std::string_view name) const noexcept {
  const auto topics = corpus_.pack().topics();
  const auto found = std::ranges::find(topics, name, &text::Topic::name);
  return found == topics.end() ? text::TopicId{0}
                               : static_cast<text::TopicId>(found - topics.begin());
}

std::span<const std::string> Scene::told_amid(
    const threads::Conversation& conversation) const noexcept {
  if (conversation.pin == threads::kNoPin || conversation.traffic != threads::Traffic::business)
    return {};
  const scenario::Planting& planting = corpus_.plantings().planting(conversation.pin);
  return corpus_.pack().topic(planting.scenario).scenario.topics;
}

text::TopicId Scene::draw_topic(const threads::Conversation& conversation, PersonId insider,
                                rng::Stream& stream) const {
  const TopicTable* table = &topics_[static_cast<std::size_t>(kind_of(conversation.traffic))];
  if (conversation.traffic == threads::Traffic::business) {
    const TopicTable& own = by_function_[static_cast<std::size_t>(function_of(insider))];
    if (!own.empty()) table = &own;
  }
  if (table->empty()) table = &topics_[0];
  const auto amid = told_amid(conversation);
  text::TopicId topic{0};
  // Drawn again until it fits, and let be where the department talks of nothing that does.
  for (int tries = 0; tries < kFittingDraws; ++tries) {
    topic = table->draw(stream);
    if (amid.empty() || std::ranges::find(amid, corpus_.pack().topic(topic).name) != amid.end())
      break;
  }
  return topic;
}

people::Function Scene::function_of(PersonId insider) const noexcept {
  const people::Company& company = corpus_.company();
  return company.departments()[value(company.person(insider).department)].function;
}

std::uint16_t Scene::draw_words(const PlannedMessage& message, rng::Stream& stream) const {
  return static_cast<std::uint16_t>(
      (message.parent == threads::kNoParent ? kFirst : kReply).draw(stream));
}

text::ConditionSet Scene::conditions(const BlockPlan& plan, const PlannedMessage& message,
                                     int offset_minutes) const noexcept {
  using enum text::Condition;
  const people::Company& company = corpus_.company();
  const Person& author = company.person(message.author);
  const CivilTime local = civil_time(message.sent, offset_minutes);
  text::ConditionSet set = 0;
  const auto add = [&](bool holds, text::Condition condition) {
    set |= holds ? text::bit(condition) : 0U;
  };
  const bool opens = message.parent == threads::kNoParent;
  add(author.voice.formality >= 2, formal);
  add(author.voice.formality == 0, chatty);
  add(opens, first);
  add(!opens, reply);
  add(message.kind == threads::MessageKind::forward, forward);
  add(message.last, last);
  add(message.to + message.cc > 2, group);
  add(plan.conversations[message.conversation].external, external);
  add(author.client == MailClient::iphone, mobile);
  add(author.voice.british, british);
  add(messages_[&message - plan.messages.data()].files_drawn, attachment);
  add(local.hour < 12, morning);
  add(local.weekday == 5, friday);
  add(local.weekday == 1, monday);
  add(civil_from_days(days_from_civil(local.date) + 3).month != local.date.month, month_end);
  if (message.to > 0) {
    const Person& reader = company.person(plan.recipients[message.first_recipient]);
    add(reader.id == author.manager, to_boss);
    add(reader.manager == author.id, to_junior);
  }
  return set;
}

text::Situation Scene::situation(const BlockPlan& plan, std::uint16_t slot) const noexcept {
  const people::Company& company = corpus_.company();
  const PlannedMessage& message = plan.messages[slot];
  const ConversationScene& conversation = conversations_[messages_[slot].scene];
  const bool automatic = message.kind == threads::MessageKind::auto_reply;
  const Person& author = company.person(message.author);
  text::Situation situation;
  situation.conversation = conversation.story;
  situation.message = conversation.key / "message" / (automatic ? 0U : message.ordinal);
  situation.topic = conversation.topic;
  situation.act = messages_[slot].act;
  situation.target_words = messages_[slot].target_words;
  situation.voice = author.voice;
  situation.world = &conversation.world;
  situation.sent = message.sent;
  situation.offset_minutes = company.site(author).offset_minutes(message.sent);
  situation.conditions =
      conditions(plan, message, situation.offset_minutes) | conversation.topic_case;
  const UnixSeconds started =
      automatic ? message.sent : plan.conversations[message.conversation].started;
  situation.started_day = static_cast<std::uint32_t>(days_from_seconds(started));
  situation.started_hour = static_cast<std::uint32_t>(
      civil_time(started, company.site(author).offset_minutes(started)).hour);
  situation.back_day = conversation.back;
  situation.me = author.given.empty() ? author.display_name : author.given;
  situation.me_full = author.given.empty() ? author.display_name : author.full_name;
  situation.me_title = author.title;
  situation.me_phone = author.telephone;
  situation.me_address = author.address;
  situation.site_address = company.site(author).address();
  if (author.manager != kNobody) situation.boss = company.person(author.manager).given;
  if (message.to > 0) {
    const Person& reader = company.person(plan.recipients[message.first_recipient]);
    situation.you = reader.given.empty() ? std::string_view("team") : reader.given;
  }
  if (const auto planted = planted_step(corpus_, plan, slot)) {
    const scenario::Step& step = planted->step;
    if (step.carrier == scenario::Carrier::body) situation.planted = step.rule;
    situation.planted_answers = !step.primary;
    if (step.carrier == scenario::Carrier::subject) situation.planted_subject = step.rule;
  }
  situation.greets = !automatic && situation.target_words >= kUnframedWords;
  return situation;
}

text::Situation Scene::file_situation(const BlockPlan& plan, std::uint16_t slot, rng::Key key,
                                      std::uint32_t words) const noexcept {
  using enum text::Condition;
  constexpr text::ConditionSet kOfTheMail =
      text::bit(chatty) | text::bit(reply) | text::bit(forward) | text::bit(last) |
      text::bit(group) | text::bit(to_boss) | text::bit(to_junior) | text::bit(mobile) |
      text::bit(attachment);
  text::Situation situation = this->situation(plan, slot);
  situation.message = key;
  situation.target_words = words;
  situation.conditions = (situation.conditions & ~kOfTheMail) | text::bit(formal);
  situation.planted = {};
  situation.planted_subject = {};
  situation.greets = false;
  if (document_act_) situation.act = *document_act_;
  text::Voice& voice = situation.voice;
  voice = {.taste = voice.taste,
           .formality = 3,
           .contractions = 0,
           .typos_per_mille = 0,
           .exclamations = 0,
           .british = voice.british};
  return situation;
}

}  // namespace haymaker::corpus
