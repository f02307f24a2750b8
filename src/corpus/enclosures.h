#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/buffer.h"
#include "base/digest.h"
#include "corpus/block_texts.h"
#include "corpus/corpus.h"
#include "corpus/file_document.h"
#include "corpus/file_mention.h"
#include "corpus/scene.h"
#include "media/file.h"
#include "mime/part.h"
#include "threads/block_plan.h"

namespace haymaker::corpus {

// Planted words in a file, and where a reviewer finds them.
struct EnclosedWords {
  std::uint16_t slot = 0;    // Of the message that first had the file,
  std::uint16_t number = 0;  // and which of its planted words.
  std::uint16_t file = 0;    // Place in Enclosures::parts().
  bool seen = false;         // Only to be seen in it, not read as text.
  std::string_view text;
  std::string_view locator;  // "paragraph 4", see docs/formats/attachments.md.
  // Within the unit that the locator names; empty where it is one that cannot be counted in.
  media::Range code_points;
  media::Range bytes;
};

// The files of a message: its own, and of a forward those of what it forwards. They are a function
// of the corpus and the message, so a forward has the same bytes as its original.
class Enclosures {
 public:
  explicit Enclosures(const Corpus& corpus) : corpus_(corpus), document_(corpus) {}

  // The slot's text and those above it are in `texts`; `ancestors` are the slots from the root to
  // the parent. What the accessors return is valid until the next call.
  void gather(const threads::BlockPlan& plan, const Scene& scene, const BlockTexts& texts,
              std::uint16_t slot, std::span<const std::uint16_t> ancestors);

  [[nodiscard]] std::span<const mime::Part> parts() const noexcept { return parts_; }
  // Own words first, as the files are.
  [[nodiscard]] std::span<const EnclosedWords> planted() const noexcept { return planted_; }

 private:
  struct Slice {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  struct File {
    Slice name;
    Slice bytes;
    media::FileKind kind = media::FileKind::pdf;
    UnixSeconds modified = 0;
  };
  struct Words {
    EnclosedWords words;
    Slice text;
    Slice locator;
  };
  struct Inner {
    Slice name;
    Slice bytes;
  };
  // What one call of gather() is about.
  struct Block {
    const threads::BlockPlan& plan;
    const Scene& scene;
    const BlockTexts& texts;
  };

  void add_own(const Block& block, std::uint16_t slot, std::span<const std::uint16_t> above);
  [[nodiscard]] bool has_own(const Block& block, std::uint16_t slot, bool mentioned) const;
  void drop_names_said_above(const Block& block, std::span<const std::uint16_t> above);
  void add(const Block& block, const FileOrder& order, std::string_view name);
  void append_name(const FileOrder& order, const threads::PlannedMessage& message,
                   const media::Document& document);
  void fill_archive(const Block& block, const FileOrder& order, media::Document& archive);
  void keep_places(const FileOrder& order, std::span<const media::Place> places);
  void finish();
  [[nodiscard]] std::size_t draw_bytes(const FileOrder& order) const noexcept;
  [[nodiscard]] std::string_view view(const Buffer& buffer, Slice slice) const noexcept {
    return buffer.view().substr(slice.begin, slice.end - slice.begin);
  }

  const Corpus& corpus_;
  FileDocument document_;
  media::FileWriter writer_;
  FileMention mention_;
  std::vector<std::string_view> names_;  // That the text of a message gives its files.
  Buffer bytes_;
  Buffer words_;  // Names, planted words and their locators.
  Buffer inner_;  // What an archive holds.
  std::vector<Inner> inner_slices_;
  std::vector<media::InnerFile> inner_files_;
  std::vector<File> files_;
  std::vector<Words> found_;
  std::vector<mime::Part> parts_;
  std::vector<EnclosedWords> planted_;
};

}  // namespace haymaker::corpus
