#include "corpus/enclosures.h"

#include <algorithm>

#include "corpus/file_chances.h"
#include "corpus/file_choice.h"
#include "corpus/planted_step.h"

namespace haymaker::corpus {

using media::FileKind;
using scenario::Carrier;
using threads::BlockPlan;
using threads::kNoParent;
using threads::MessageKind;
using threads::PlannedMessage;

namespace {

constexpr int kRedraws = 8;

}  // namespace

void Enclosures::gather(const BlockPlan& plan, const Scene& scene, const BlockTexts& texts,
                        std::uint16_t slot, std::span<const std::uint16_t> ancestors) {
  bytes_.clear();
  words_.clear();
  files_.clear();
  found_.clear();
  const Block block{plan, scene, texts};
  add_own(block, slot, ancestors);
  for (std::uint16_t at = slot;
       !ancestors.empty() && plan.messages[at].kind == MessageKind::forward;
       ancestors = ancestors.first(ancestors.size() - 1)) {
    at = ancestors.back();
    add_own(block, at, ancestors.first(ancestors.size() - 1));
  }
  finish();
}

bool Enclosures::has_own(const Block& block, std::uint16_t slot, bool mentioned) const {
  if (block.scene.message(slot).files_drawn) return true;
  if (!mentioned) return false;
  const PlannedMessage& message = block.plan.messages[slot];
  const ConversationScene& scene = block.scene.conversation(message.conversation);
  const FileChances chances = file_chances(corpus_.spec().attachments,
                                           block.plan.conversations[message.conversation].traffic,
                                           message.kind, corpus_.pack().topic(scene.topic),
                                           planted_step(corpus_, block.plan, slot).has_value());
  rng::Stream stream(scene.key / "mentioned files" / message.ordinal);
  return stream.chance(chances.mentioned, kPerMille);
}

// A file that was there before is spoken of, not sent again.
void Enclosures::drop_names_said_above(const Block& block, std::span<const std::uint16_t> above) {
  std::erase_if(names_, [&](std::string_view name) {
    return std::ranges::any_of(above, [&](std::uint16_t slot) {
      return block.texts.said(slot).find(name) != std::string_view::npos;
    });
  });
}

void Enclosures::add_own(const Block& block, std::uint16_t slot,
                         std::span<const std::uint16_t> above) {
  const PlannedMessage& message = block.plan.messages[slot];
  if (corpus_.spec().attachments.share == 0 || message.kind == MessageKind::auto_reply) return;
  mention_.read(block.texts.said(slot), block.texts.planted(slot));
  names_.assign(mention_.names().begin(), mention_.names().end());
  const std::size_t said = names_.size();
  drop_names_said_above(block, above);
  const bool sends = mention_.found() && (said == 0 || !names_.empty());
  if (!has_own(block, slot, sends)) return;
  const auto planted = planted_step(corpus_, block.plan, slot);
  const bool plants = planted && scenario::is_file(planted->step.carrier);
  const bool seen = plants && planted->step.carrier == Carrier::image;
  const ConversationScene& conversation = block.scene.conversation(message.conversation);
  const rng::Key key = conversation.key / "file" / message.ordinal;
  rng::Stream stream(key / "kinds");
  const std::size_t count = std::max(draw_file_count(stream), names_.size());
  const std::size_t planted_file = stream.below(static_cast<std::uint32_t>(count));
  for (std::size_t i = 0; i < count; ++i) {
    FileOrder order{.slot = slot, .key = key / i};
    std::string_view name = i < names_.size() ? names_[i] : std::string_view{};
    order.kind = draw_kind(block.plan.conversations[message.conversation].traffic, stream);
    if (!name.empty()) order.kind = kind_of_name(name);
    if (plants && i == planted_file) {
      order.planted = planted->step.rule;
      order.seen = seen;
      if (name.empty() || !can_hold(order.kind, seen)) {
        order.kind = draw_planted_kind(seen, stream);
        name = {};
      }
    }
    add(block, order, name);
  }
}

// `name` is what the text calls it; where it does not, the file is named by what it holds.
void Enclosures::add(const Block& block, const FileOrder& order, std::string_view name) {
  media::Document document = document_.write(block.plan, block.scene, block.texts, order);
  File file;
  file.kind = order.kind;
  file.modified = document.modified;
  file.name.begin = words_.size();
  if (name.empty()) {
    append_name(order, block.plan.messages[order.slot], document);
  } else {
    words_.append(name);
  }
  file.name.end = words_.size();
  if (order.kind == FileKind::zip) fill_archive(block, order, document);
  document.target_bytes = draw_bytes(order);
  file.bytes.begin = bytes_.size();
  const auto places = writer_.append_file(order.kind, document, order.key / "bytes", bytes_);
  file.bytes.end = bytes_.size();
  keep_places(order, places);
  files_.push_back(file);
}

std::size_t Enclosures::draw_bytes(const FileOrder& order) const noexcept {
  rng::Stream stream(order.key / "size");
  return media::draw_file_bytes(order.kind, stream) * corpus_.spec().attachments.size_percent / 100;
}

// No two files of a message have one name.
void Enclosures::append_name(const FileOrder& order, const PlannedMessage& message,
                             const media::Document& document) {
  const people::Person& author = corpus_.company().person(message.author);
  const media::NameFacts facts{
      .topic = document.title,
      .author = document.author,
      .at = document.modified,
      .offset_minutes = corpus_.company().site(author).offset_minutes(message.sent)};
  const std::size_t begin = words_.size();
  for (std::uint64_t i = 0; i < kRedraws; ++i) {
    words_.truncate(begin);
    corpus_.file_names().append(order.kind, facts, order.key / "name" / i, words_);
    const std::string_view name = words_.view(begin);
    if (std::ranges::none_of(files_,
                             [&](const File& file) { return view(words_, file.name) == name; }))
      return;
  }
}

// Two to five files for the archive, each as if it were sent by itself.
void Enclosures::fill_archive(const Block& block, const FileOrder& order,
                              media::Document& archive) {
  inner_.clear();
  inner_slices_.clear();
  inner_files_.clear();
  rng::Stream stream(order.key / "archive");
  const std::uint64_t count = 2 + stream.below(4);
  for (std::uint64_t i = 0; i < count; ++i) {
    const FileOrder one{
        .slot = order.slot, .key = order.key / "inner" / i, .kind = draw_inner_kind(stream)};
    media::Document document = document_.write(block.plan, block.scene, block.texts, one);
    document.target_bytes = draw_bytes(one);
    const std::size_t name = words_.size();
    append_name(one, block.plan.messages[order.slot], document);
    const std::size_t bytes = inner_.size();
    writer_.append_file(one.kind, document, one.key / "bytes", inner_);
    inner_slices_.push_back({{name, words_.size()}, {bytes, inner_.size()}});
  }
  for (const Inner& inner : inner_slices_)
    inner_files_.push_back({view(words_, inner.name), view(inner_, inner.bytes)});
  archive.files = inner_files_;
}

void Enclosures::keep_places(const FileOrder& order, std::span<const media::Place> places) {
  std::uint16_t number = 0;
  for (const media::Place& place : places) {
    Words& found = found_.emplace_back();
    found.words.slot = order.slot;
    found.words.number = number++;
    found.words.file = static_cast<std::uint16_t>(files_.size());
    found.words.seen = order.seen;
    found.words.code_points = place.code_points;
    found.words.bytes = place.bytes;
    found.text.begin = words_.size();
    words_.append(place.text);
    found.text.end = words_.size();
    found.locator.begin = words_.size();
    media::append_locator(place, words_);
    found.locator.end = words_.size();
  }
}

// Everything has been written, so that nothing moves any more.
void Enclosures::finish() {
  parts_.clear();
  planted_.clear();
  for (const File& file : files_) {
    mime::Part& part = parts_.emplace_back();
    part.kind = mime::PartKind::attachment;
    part.content = view(bytes_, file.bytes);
    part.media_type = media::media_type(file.kind);
    part.file_name = view(words_, file.name);
    part.modified = file.modified;
  }
  for (const Words& found : found_) {
    EnclosedWords& words = planted_.emplace_back(found.words);
    words.text = view(words_, found.text);
    words.locator = view(words_, found.locator);
  }
}

}  // namespace haymaker::corpus
