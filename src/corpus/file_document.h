#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/buffer.h"
#include "corpus/block_texts.h"
#include "corpus/corpus.h"
#include "corpus/file_table.h"
#include "corpus/scene.h"
#include "corpus/topic_table.h"
#include "media/document.h"
#include "media/file_kind.h"
#include "text/composer.h"
#include "threads/block_plan.h"

namespace haymaker::corpus {

// A file that is to be made, and the message that first had it.
struct FileOrder {
  std::uint16_t slot = 0;
  rng::Key key;  // Of the file: all that is drawn for it.
  media::FileKind kind = media::FileKind::pdf;
  // Words that stand in this file and nowhere else; none for most files.
  text::Target planted = {};
  bool seen = false;  // They can only be seen, not read as text.
};

// Says what a file says: its title, sentences and table, about the facts of the message's
// conversation.
class FileDocument {
 public:
  explicit FileDocument(const Corpus& corpus);

  // Valid until the next call.
  const media::Document& write(const threads::BlockPlan& plan, const Scene& scene,
                               const BlockTexts& texts, const FileOrder& order);

 private:
  struct Place {
    const threads::BlockPlan& plan;
    const Scene& scene;
    const BlockTexts& texts;
    const FileOrder& order;
  };

  void write_title(const Place& place, const text::Situation& situation);
  void write_content(const Place& place, rng::Stream& stream);
  void write_sentences(const Place& place, std::uint32_t words, text::Target planted);
  void write_event(const Place& place, rng::Stream& stream);
  void write_card(const Place& place);
  void add_contact(PersonId person, media::Contact& contact) const;
  [[nodiscard]] text::TopicId draw_topic(const Place& place) const;

  const Corpus& corpus_;
  text::Composer composer_;
  FileTable table_;
  std::array<TopicTable, people::kFunctions> by_function_;
  TopicTable private_;  // Of conversations that are no business.
  text::TopicId topic_{0};
  Buffer title_;
  Buffer sentences_;
  Buffer event_uid_;
  std::vector<std::string_view> paragraphs_;
  std::vector<media::Planted> planted_;
  std::vector<media::Contact> attendees_;
  media::Document document_;
};

}  // namespace haymaker::corpus
