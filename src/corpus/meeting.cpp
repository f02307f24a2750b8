#include "corpus/meeting.h"

#include <algorithm>
#include <array>

#include "base/append.h"
#include "corpus/author_habits.h"
#include "corpus/clock_reading.h"
#include "corpus/topic_table.h"
#include "text/fact_writer.h"

namespace haymaker::corpus {

using people::Person;
using threads::BlockPlan;
using threads::kNoParent;
using threads::MessageKind;
using threads::PlannedMessage;

namespace {

constexpr UnixSeconds kDaySeconds = 86'400;
// A text may speak of several days: {day}, {day2} ... {day9}.
constexpr std::array<std::uint32_t, 9> kNumbers = {0, 2, 3, 4, 5, 6, 7, 8, 9};

// Apple's calendars send invitations as mail of their own, without a text by their owner.
bool sends_invitations(MailClient client) noexcept {
  return is_exchange(client) || client == MailClient::gmail;
}

bool lies_in(std::size_t at, std::span<const BlockTexts::Planted> planted) noexcept {
  return std::ranges::any_of(planted, [at](const BlockTexts::Planted& words) {
    return at >= words.begin && at < words.end;
  });
}

// Planted words are not looked at: they must not decide anything but the text.
bool says(std::string_view text, std::span<const BlockTexts::Planted> planted,
          std::string_view words) noexcept {
  for (std::size_t at = text.find(words); at != std::string_view::npos;
       at = text.find(words, at + 1)) {
    if (!lies_in(at, planted)) return true;
  }
  return false;
}

std::string_view method_of(MeetingRole role) noexcept {
  return role == MeetingRole::request ? "REQUEST" : "REPLY";
}

std::string_view answer_of(MeetingRole role) noexcept {
  switch (role) {
    case MeetingRole::declined: return "DECLINED";
    case MeetingRole::tentative: return "TENTATIVE";
    default: return "ACCEPTED";
  }
}

}  // namespace

Meeting::Meeting(const Corpus& corpus)
    : corpus_(corpus),
      invite_(act_named(corpus.pack(), "invite")),
      accept_(act_named(corpus.pack(), "accept")),
      confirm_(act_named(corpus.pack(), "confirm_time")),
      decline_(act_named(corpus.pack(), "decline")),
      counter_(act_named(corpus.pack(), "counter")) {}

bool Meeting::invites(const BlockPlan& plan, const Scene& scene,
                      std::uint16_t slot) const noexcept {
  const PlannedMessage& message = plan.messages[slot];
  const threads::Traffic traffic = plan.conversations[message.conversation].traffic;
  const bool human = traffic == threads::Traffic::business || traffic == threads::Traffic::personal;
  return human && message.kind == MessageKind::first && message.parent == kNoParent &&
         invite_ == scene.message(slot).act &&
         sends_invitations(corpus_.company().person(message.author).client);
}

MeetingRole Meeting::role(const BlockPlan& plan, const Scene& scene,
                          std::uint16_t slot) const noexcept {
  if (invites(plan, scene, slot)) return MeetingRole::request;
  const PlannedMessage& message = plan.messages[slot];
  const bool answers = message.kind == MessageKind::reply || message.kind == MessageKind::reply_all;
  if (!answers || message.parent == kNoParent || !invites(plan, scene, message.parent) ||
      !sends_invitations(corpus_.company().person(message.author).client))
    return MeetingRole::none;
  const PlannedMessage& invitation = plan.messages[message.parent];
  const auto invited = [&](std::span<const PersonId> group) {
    return std::ranges::find(group, message.author) != group.end();
  };
  if (!invited(plan.to(invitation)) && !invited(plan.cc(invitation))) return MeetingRole::none;
  const text::ActId act = scene.message(slot).act;
  if (accept_ == act || confirm_ == act) return MeetingRole::accepted;
  if (decline_ == act) return MeetingRole::declined;
  return counter_ == act ? MeetingRole::tentative : MeetingRole::none;
}

void Meeting::write(const BlockPlan& plan, const Scene& scene, const BlockTexts& texts,
                    std::uint16_t root, std::uint16_t slot) {
  const Block block{plan, scene, texts, root};
  const people::Company& company = corpus_.company();
  const MeetingRole role = this->role(plan, scene, slot);
  const Person& author = company.person(plan.messages[slot].author);
  const bool google = author.client == MailClient::gmail;
  document_ = {};
  document_.modified = plan.messages[slot].sent;
  media::Event& event = document_.event;
  event.method = method_of(role);
  event.answer = answer_of(role);
  event.program = google ? media::CalendarProgram::google : media::CalendarProgram::exchange;
  write_title(block);
  write_people(block, slot, role == MeetingRole::request);
  write_uid(block, company.person(plan.messages[root].author).client == MailClient::gmail);
  set_time(block);
  bytes_.clear();
  text_.clear();
  writer_.append_invitation(document_, text_);
  places_ = writer_.append_file(media::FileKind::ics, document_, rng::Key{}, bytes_);
  calendar_ = {};
  calendar_.kind = mime::PartKind::calendar;
  calendar_.content = text_.view();
  calendar_.method = event.method;
  if (author.client == MailClient::exchange_online) calendar_.encoding = mime::Encoding::base64;
  file_ = {};
  file_.kind = mime::PartKind::attachment;
  file_.content = bytes_.view();
  file_.media_type = "application/ics";
  file_.file_name = "invite.ics";
}

// The subject; whatever is planted there is looked for.
void Meeting::write_title(const Block& block) {
  const std::uint16_t conversation = block.plan.messages[block.root].conversation;
  document_.title = block.texts.subject(conversation);
  planted_.clear();
  for (const BlockTexts::Planted& words : block.texts.planted_subject(conversation))
    planted_.push_back({media::Field::title, 0, words.begin, words.end});
  document_.planted = planted_;
}

void Meeting::add_contact(PersonId id, media::Contact& contact) const {
  const Person& person = corpus_.company().person(id);
  contact = {person.full_name.empty() ? person.display_name : person.full_name, person.address};
}

// A request asks everybody, an answer is that of one.
void Meeting::write_people(const Block& block, std::uint16_t slot, bool request) {
  const PlannedMessage& invitation = block.plan.messages[block.root];
  add_contact(invitation.author, document_.event.organiser);
  attendees_.clear();
  if (request) {
    for (const auto group : {block.plan.to(invitation), block.plan.cc(invitation)})
      for (const PersonId id : group) add_contact(id, attendees_.emplace_back());
  } else {
    add_contact(block.plan.messages[slot].author, attendees_.emplace_back());
  }
  document_.event.attendees = attendees_;
}

// Exchange's global object identifier ([MS-OXOCAL] section 2.2.1.27) begins alike everywhere;
// Google's has 26 characters of base32hex.
void Meeting::write_uid(const Block& block, bool google) {
  rng::Stream stream(block.scene.conversation(block.plan.messages[block.root].conversation).key /
                     "meeting uid");
  uid_.clear();
  if (google) {
    constexpr std::string_view kDigits = "0123456789abcdefghijklmnopqrstuv";
    for (int i = 0; i < 26; ++i) uid_.append(kDigits[stream.below(kDigits.size())]);
    uid_.append("@mail.gmail.example");
  } else {
    uid_.append("040000008200E00074C5B7101A82E00800000000");
    append_hex_upper(stream.next64(), 16, uid_);
    uid_.append("000000000000000010000000");
    append_hex_upper(stream.next64(), 16, uid_);
    append_hex_upper(stream.next64(), 16, uid_);
  }
  document_.event.uid = uid_.view();
}

// Of the facts {day}, {day2} ... the first that the invitation speaks of, as its author writes it;
// the first of all where it speaks of none, which is also the one that answers mostly confirm.
std::string_view Meeting::fact_said(const Block& block, const text::Situation& situation,
                                    text::Fact fact, bool& said) {
  const std::string_view text = block.texts.said(block.root);
  const auto planted = block.texts.planted(block.root);
  const auto words_of = [&](std::uint32_t number) {
    rng::Stream stream = text::fact_stream(situation.conversation, fact, number);
    return text::fact_words(fact, number, situation, corpus_.pack(), stream, fact_);
  };
  for (const std::uint32_t number : kNumbers) {
    const std::string_view words = words_of(number);
    said = says(text, planted, words);
    if (said) return words;
  }
  return words_of(kNumbers.front());
}

Days Meeting::day_of(const Block& block, const text::Situation& situation) {
  bool said = false;
  const std::string_view day = fact_said(block, situation, text::Fact::day, said);
  const auto started = static_cast<Days>(situation.started_day);
  const std::string_view text = block.texts.said(block.root);
  const auto planted = block.texts.planted(block.root);
  if (!said && (says(text, planted, "tomorrow") || says(text, planted, "Tomorrow")))
    return started + 1;
  Days found = started + 1;
  while (weekday_name(weekday_from_days(found)) != day) ++found;
  return found;
}

int Meeting::minutes_of(const Block& block, const text::Situation& situation) {
  constexpr int kMorning = 10 * 60;
  bool said = false;
  return read_clock(fact_said(block, situation, text::Fact::time, said)).value_or(kMorning);
}

// On the clock of whoever invites.
void Meeting::set_time(const Block& block) {
  const PlannedMessage& invitation = block.plan.messages[block.root];
  const people::Site& site = corpus_.company().site(corpus_.company().person(invitation.author));
  const text::Situation situation = block.scene.situation(block.plan, block.root);
  media::Event& event = document_.event;
  const UnixSeconds local = static_cast<UnixSeconds>(day_of(block, situation)) * kDaySeconds +
                            static_cast<UnixSeconds>(minutes_of(block, situation)) * 60;
  event.offset_minutes = site.offset_minutes(local - site.offset_minutes(local) * 60);
  event.start = local - static_cast<UnixSeconds>(event.offset_minutes) * 60;
  rng::Stream stream(block.scene.conversation(invitation.conversation).key / "meeting length");
  event.end = event.start + static_cast<UnixSeconds>(30 + 15 * stream.below(3)) * 60;
  event.location = site.city();
}

std::string_view meeting_prefix(MeetingRole role, mime::Language language) noexcept {
  const mime::QuoteWords& words = mime::quote_words(language);
  switch (role) {
    case MeetingRole::none:
    case MeetingRole::request: return {};
    case MeetingRole::accepted: return words.accepted;
    case MeetingRole::declined: return words.declined;
    case MeetingRole::tentative: return words.tentative;
  }
  return {};
}

}  // namespace haymaker::corpus
