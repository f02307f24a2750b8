#include "media_peers/sample_document.h"

#include "base/hash.h"

namespace haymaker::media_peers {

namespace {

constexpr std::string_view kWords[] = {
    "reconciliation", "of",         "the",      "nostro",
    "account",        "before",     "noon",     "P&L",
    "<draft>",        "\"final\"",  "a",        "broker's",
    "quote",          "(net)",      "10%",      "back\\slash",
    "desk",           "Übersicht",  "naïve",    "€5.000,00",
    "“Don’t”",        "–",          "Żółć",     "счёт",
    "Ελλάδα",         "決算報告書", "🤐",       "settled",
    "counterparty",   "limit",      "exposure", "unwinding",
    "tomorrow;",      "then,",      "again:",   "https://meridianhale.example/a/long/path?x=1&y=2",
    "mar\u200Bket",   "pаyment",    "to"};
constexpr std::string_view kNames[] = {"Anna Smith", "Łukasz Żółć", "Jürgen Groß", "O'Brien, Pat",
                                       "山田 太郎"};
constexpr std::string_view kColumns[] = {"Account", "Amount", "Größe",      "Notes, if any",
                                         "P&L",     "Date",   "\"Status\"", "Limit"};
constexpr std::string_view kSheets[] = {"", "Positions", "Größe & Ort", "P/L [old]", "Notes"};
constexpr std::string_view kPlanted = "keep this between us, 見ないで, nо trace";

}  // namespace

SampleDocument::SampleDocument(std::uint64_t number, media::FileKind kind)
    : number_(number * 16 + static_cast<std::uint64_t>(kind)) {
  document.title = keep(sentence());
  document.author = pick(kNames);
  document.company = "Castellan & Hale";
  document.created = 1'400'000'000 + static_cast<UnixSeconds>(draw(300'000'000));
  document.modified = document.created + static_cast<UnixSeconds>(draw(1'000'000));
  write_paragraphs();
  write_table();
  write_event();
  write_person();
  plant();
  document.picture = static_cast<media::Picture>(draw(4));
  document.hidden_notes = one_in(2);
  document.scanned = one_in(4);
  constexpr std::size_t kTargets[] = {0, 0, 12'000, 45'000, 150'000, 420'000, 1'500'000};
  document.target_bytes = pick(kTargets);
  const std::size_t files = 1 + draw(4);
  for (std::size_t i = 0; i < files; ++i) {
    files_.push_back({keep("file " + std::to_string(i) + (one_in(2) ? "" : " März") + ".txt"),
                      document.paragraphs.empty() ? "" : document.paragraphs.front()});
  }
  document.files = files_;
}

std::uint64_t SampleDocument::draw(std::uint64_t below) {
  return mix64(number_ * 0x9E3779B97F4A7C15U + mix64(++draws_)) % below;
}

std::string SampleDocument::sentence() {
  std::string text;
  for (std::uint64_t words = 3 + draw(20); words != 0; --words) {
    if (!text.empty()) text += ' ';
    text += pick(kWords);
  }
  return text;
}

void SampleDocument::write_paragraphs() {
  for (std::uint64_t i = one_in(10) ? 90 : draw(14); i != 0; --i) {
    std::string text = sentence();
    for (std::uint64_t more = draw(8); more != 0; --more) text += ". " + sentence();
    paragraphs_.push_back(keep(std::move(text)));
  }
  document.paragraphs = paragraphs_;
}

void SampleDocument::write_table() {
  for (std::uint64_t i = draw(6); i != 0; --i) header_.push_back(pick(kColumns));
  const std::uint64_t rows = one_in(5) ? 120 : draw(20);
  for (std::uint64_t cell = 0; cell < rows * header_.size(); ++cell) {
    if (cell % header_.size() % 2 == 1) {
      std::string number = (one_in(4) ? "-" : "") + std::to_string(draw(1'000'000));
      if (one_in(2)) number += "." + std::to_string(10 + draw(90));
      if (one_in(30)) number = "n/a";
      cells_.push_back({keep(std::move(number)), true});
    } else {
      cells_.push_back({one_in(6) ? std::string_view(keep(sentence())) : pick(kWords), false});
    }
  }
  document.table = {.name = pick(kSheets), .header = header_, .cells = cells_};
}

void SampleDocument::write_event() {
  for (std::uint64_t i = 1 + draw(6); i != 0; --i) {
    attendees_.push_back(
        {pick(kNames), keep("person" + std::to_string(draw(1'000)) + "@meridianhale.example")});
  }
  constexpr int kOffsets[] = {0, 60, -300, 330, 545};
  constexpr std::string_view kMethods[] = {"REQUEST", "CANCEL", "REPLY"};
  document.event = {.uid = keep("040000008200E00074C5B7101A82E008" + std::to_string(number_)),
                    .method = pick(kMethods),
                    .start = document.modified - document.modified % 1'800 + 86'400,
                    .end = document.modified - document.modified % 1'800 + 90'000,
                    .offset_minutes = pick(kOffsets),
                    .sequence = static_cast<std::uint32_t>(draw(3)),
                    .location = "Room 4, \"Oak\"; 2nd floor",
                    .organiser = {pick(kNames), "organiser@meridianhale.example"},
                    .attendees = attendees_};
}

void SampleDocument::write_person() {
  document.person = {.given_name = "Łukasz, Jr.",
                     .family_name = "Żółć",
                     .organisation = document.company,
                     .title = "Head of Settlements; Europe",
                     .phone = "+44 20 7946 0123",
                     .address = "lukasz.zolc@castellan-am.example"};
}

// Up to three texts have words put in.
void SampleDocument::plant() {
  const auto plant_into = [this](std::string_view& text, media::Field field, std::size_t index) {
    std::size_t at = text.find(' ', draw(text.size() + 1));
    if (at == std::string_view::npos) at = text.size();
    planted_.push_back(
        {field, static_cast<std::uint32_t>(index), at + 1, at + 1 + kPlanted.size()});
    text = keep(std::string(text.substr(0, at)) + " " + std::string(kPlanted) +
                std::string(text.substr(at)));
  };
  for (int i = 0; i < 2 && !paragraphs_.empty(); ++i) {
    const std::size_t index = draw(paragraphs_.size());
    if (i == 1 && planted_.front().index == index) break;
    plant_into(paragraphs_[index], media::Field::paragraph, index);
  }
  for (std::size_t tries = 0; tries < 8 && !cells_.empty(); ++tries) {
    const std::size_t index = draw(cells_.size());
    if (cells_[index].number) continue;
    plant_into(cells_[index].text, media::Field::cell, index);
    break;
  }
  document.planted = planted_;
}

}  // namespace haymaker::media_peers
