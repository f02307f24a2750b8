#include "corpus/file_document.h"

#include <algorithm>

#include "base/append.h"

namespace haymaker::corpus {

using media::FileKind;
using people::Person;
using text::Target;
using threads::BlockPlan;
using threads::PlannedMessage;

namespace {

constexpr std::string_view kPrivate = "personal";
constexpr std::size_t kLongestTitle = 60;  // Bytes.
constexpr int kDaySeconds = 86'400;

// How much of sentences and of rows a kind of file has: the least, and how many more at most.
struct Extent {
  std::uint32_t words = 0;
  std::uint32_t more_words = 0;
  std::uint32_t rows = 0;
  std::uint32_t more_rows = 0;
  std::uint32_t table_percent = 0;  // Of such files that have a table at all,
  std::uint32_t text_percent = 0;   // and sentences.
};

Extent extent_of(FileKind kind) noexcept {
  switch (kind) {
    case FileKind::pdf: return {80, 460, 4, 14, 45, 100};
    case FileKind::docx: return {80, 420, 3, 9, 35, 100};
    case FileKind::pptx: return {60, 260, 4, 12, 60, 100};
    case FileKind::xlsx: return {12, 90, 6, 50, 100, 40};
    case FileKind::csv: return {0, 0, 8, 70, 100, 0};
    case FileKind::txt: return {30, 240, 0, 0, 0, 100};
    case FileKind::png: return {30, 110, 4, 14, 45, 55};
    case FileKind::jpg: return {60, 240, 0, 0, 0, 40};
    case FileKind::ics: return {10, 60, 0, 0, 0, 60};
    case FileKind::vcf:
    case FileKind::zip:
    case FileKind::eml: return {};
  }
  return {};
}

std::string_view shortened(std::string_view title) noexcept {
  if (title.size() <= kLongestTitle) return title;
  const std::size_t blank = title.rfind(' ', kLongestTitle);
  return title.substr(0, blank == std::string_view::npos ? 0 : blank);
}

}  // namespace

FileDocument::FileDocument(const Corpus& corpus)
    : corpus_(corpus),
      composer_(corpus.pack()),
      table_(corpus.pack(), composer_),
      by_function_(topics_by_function(corpus.pack(), text::TopicKind::document)),
      private_(corpus.pack(), [](const text::Topic& topic) {
        return topic.kind == text::TopicKind::document &&
               std::ranges::find(topic.departments, kPrivate) != topic.departments.end();
      }) {}

const media::Document& FileDocument::write(const BlockPlan& plan, const Scene& scene,
                                           const BlockTexts& texts, const FileOrder& order) {
  const Place place{plan, scene, texts, order};
  const PlannedMessage& message = plan.messages[order.slot];
  const people::Company& company = corpus_.company();
  const Person& author = company.person(message.author);
  rng::Stream stream(order.key / "document");
  document_ = {};
  document_.author = author.full_name.empty() ? author.display_name : author.full_name;
  document_.company = company.organisations()[value(author.organisation)].name;
  // It was saved within the hours before it was sent, and begun within the days before.
  document_.modified = message.sent - 60 - static_cast<UnixSeconds>(stream.below(4 * 3'600));
  document_.created = document_.modified - static_cast<UnixSeconds>(stream.below(20 * kDaySeconds));
  topic_ = draw_topic(place);
  title_.clear();
  sentences_.clear();
  paragraphs_.clear();
  planted_.clear();
  attendees_.clear();
  table_.clear();
  write_title(place, scene.file_situation(plan, order.slot, order.key, 0));
  write_content(place, stream);
  if (order.kind == FileKind::ics) write_event(place, stream);
  if (order.kind == FileKind::vcf) write_card(place);
  document_.title = title_.view();
  document_.paragraphs = paragraphs_;
  document_.table = table_.table();
  planted_.insert(planted_.end(), table_.planted().begin(), table_.planted().end());
  document_.planted = planted_;
  return document_;
}

text::TopicId FileDocument::draw_topic(const Place& place) const {
  rng::Stream stream(place.order.key / "topic");
  const std::uint16_t conversation = place.plan.messages[place.order.slot].conversation;
  const bool personal =
      place.plan.conversations[conversation].traffic == threads::Traffic::personal;
  const TopicTable& own =
      by_function_[static_cast<std::size_t>(place.scene.function(conversation))];
  const TopicTable& table = personal && !private_.empty() ? private_ : own;
  return table.empty() ? text::TopicId{0} : table.draw(stream);
}

// The subject of the mail, or what such a file is called. Words that are planted in a subject stand
// there alone.
void FileDocument::write_title(const Place& place, const text::Situation& situation) {
  const std::uint16_t conversation = place.plan.messages[place.order.slot].conversation;
  const std::string_view subject = place.texts.subject(conversation);
  rng::Stream stream(place.order.key / "title");
  if (stream.chance(2, 5) && place.texts.planted_subject(conversation).empty()) {
    title_.append(shortened(subject));
  }
  if (!title_.empty()) return;
  composer_.append_line(situation, corpus_.pack().topic(topic_).rule("title"),
                        place.order.key / "title words", title_);
}

void FileDocument::write_content(const Place& place, rng::Stream& stream) {
  const FileOrder& order = place.order;
  const Extent extent = extent_of(order.kind);
  const bool plants = order.planted.kind != Target::Kind::none;
  bool table = stream.chance(extent.table_percent, 100);
  bool text = stream.chance(extent.text_percent, 100);
  const std::uint32_t rows = extent.rows + stream.below(extent.more_rows + 1);
  const std::uint32_t words = extent.words + stream.below(extent.more_words + 1);
  // What a machine sends is its message again, and nothing else.
  const threads::Traffic traffic =
      place.plan.conversations[place.plan.messages[order.slot].conversation].traffic;
  const bool by_machine =
      traffic == threads::Traffic::notice || traffic == threads::Traffic::newsletter;
  if (by_machine && order.kind == FileKind::pdf) table = false;
  // A picture shows a chart or text, and a photo neither.
  if (order.kind == FileKind::png) table = !text;
  document_.scanned = order.kind == FileKind::pdf && stream.chance(15, 100);
  document_.hidden_notes = order.kind == FileKind::xlsx && stream.chance(8, 100);
  const bool in_cell =
      order.kind == FileKind::csv || (order.kind == FileKind::xlsx && stream.chance(3, 5));
  if (plants && !in_cell) text = true;
  if (plants && order.kind == FileKind::png) table = false;
  if (plants && order.kind == FileKind::pdf) document_.scanned = order.seen;
  if (table) {
    const text::Situation situation =
        place.scene.file_situation(place.plan, order.slot, order.key / "table", 0);
    table_.write(situation, topic_, rows, plants && in_cell ? order.planted : Target{},
                 order.key / "table");
  }
  if (text) write_sentences(place, words, plants && !in_cell ? order.planted : Target{});
  document_.picture = !text && table ? media::Picture::chart
                      : !text        ? media::Picture::photo
                                     : media::Picture::text;
}

// Each line of the body is a paragraph.
void FileDocument::write_sentences(const Place& place, std::uint32_t words, Target planted) {
  text::Situation situation =
      place.scene.file_situation(place.plan, place.order.slot, place.order.key / "text", words);
  situation.planted = planted;
  composer_.append_body(situation, sentences_);
  const std::string_view text = sentences_.view();
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) {
      for (const text::PlantedSpan span : composer_.spans()) {
        if (span.begin < begin || span.begin >= end) continue;
        planted_.push_back({media::Field::paragraph, static_cast<std::uint32_t>(paragraphs_.size()),
                            span.begin - begin, span.end - begin});
      }
      paragraphs_.push_back(text.substr(begin, end - begin));
    }
    begin = end + 1;
  }
}

void FileDocument::add_contact(PersonId id, media::Contact& contact) const {
  const Person& person = corpus_.company().person(id);
  contact = {person.full_name.empty() ? person.display_name : person.full_name, person.address};
}

// A meeting of those who have the message, within the next two weeks and their working hours.
void FileDocument::write_event(const Place& place, rng::Stream& stream) {
  const PlannedMessage& message = place.plan.messages[place.order.slot];
  const Person& author = corpus_.company().person(message.author);
  media::Event& event = document_.event;
  event.offset_minutes = corpus_.company().site(author).offset_minutes(message.sent);
  const CivilTime local = civil_time(message.sent, event.offset_minutes);
  Days day = days_from_civil(local.date) + 1 + static_cast<Days>(stream.below(14));
  const int weekday = civil_time(static_cast<UnixSeconds>(day) * kDaySeconds, 0).weekday;
  day += weekday == 0 ? 1 : weekday == 6 ? 2 : 0;
  const auto minutes = static_cast<int>(9 * 60 + 30 * stream.below(16));
  event.start = static_cast<UnixSeconds>(day) * kDaySeconds +
                static_cast<UnixSeconds>(minutes - event.offset_minutes) * 60;
  event.end = event.start + static_cast<UnixSeconds>(30 + 30 * stream.below(3)) * 60;
  event_uid_.clear();
  append_hex(stream.next64(), 16, event_uid_);
  append_hex(stream.next64(), 16, event_uid_);
  event_uid_.append('@');
  event_uid_.append(author.address.substr(author.address.find('@') + 1));
  event.uid = event_uid_.view();
  event.location = corpus_.company().site(author).city();
  add_contact(message.author, event.organiser);
  for (const PersonId id : place.plan.to(message)) add_contact(id, attendees_.emplace_back());
  event.attendees = attendees_;
}

void FileDocument::write_card(const Place& place) {
  const people::Company& company = corpus_.company();
  const Person& author = company.person(place.plan.messages[place.order.slot].author);
  document_.person = {.given_name = author.given.empty() ? author.display_name : author.given,
                      .family_name = author.family,
                      .organisation = document_.company,
                      .title = author.title,
                      .phone = author.telephone,
                      .address = author.address};
}

}  // namespace haymaker::corpus
