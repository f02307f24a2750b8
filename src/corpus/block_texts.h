#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/buffer.h"
#include "corpus/corpus.h"
#include "corpus/scene.h"
#include "text/composer.h"
#include "threads/block_plan.h"

namespace haymaker::corpus {

// The texts of a block's messages, each written once, however many answers quote it. Who asks for
// a few gets those; who asks for one slot after the other will want them all, which are then
// written topic by topic, so that the grammar of a topic stays in the caches of a core meanwhile.
class BlockTexts {
 private:
  struct Slice {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

 public:
  // Planted words: bytes [begin, end) of the text that holds them, which may be disguised.
  struct Planted {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    Slice plain;  // What they say, undisguised.
  };

  explicit BlockTexts(const Corpus& corpus) : corpus_(corpus), composer_(corpus.pack()) {}

  void start(const threads::BlockPlan& plan);
  // Writes the text of a slot and of the messages above it, unless they are there. What the
  // accessors return is valid until the next need().
  void need(const threads::BlockPlan& plan, const Scene& scene, std::uint16_t slot);

  // The author's own words and signature.
  [[nodiscard]] std::string_view own(std::uint16_t slot) const noexcept {
    return slice(own_[slot]);
  }
  // The same without the signature.
  [[nodiscard]] std::string_view said(std::uint16_t slot) const noexcept {
    return slice(said_[slot]);
  }
  // The conversation's subject, without a prefix.
  [[nodiscard]] std::string_view subject(std::uint16_t conversation) const noexcept {
    return slice(subjects_[conversation]);
  }
  // What is planted in own(slot) and in subject(conversation); nothing in most.
  [[nodiscard]] std::span<const Planted> planted(std::uint16_t slot) const noexcept {
    return planted_in(planted_[slot]);
  }
  [[nodiscard]] std::span<const Planted> planted_subject(
      std::uint16_t conversation) const noexcept {
    return planted_in(planted_subjects_[conversation]);
  }
  [[nodiscard]] std::string_view plain(const Planted& planted) const noexcept {
    return slice(planted.plain);
  }

 private:
  [[nodiscard]] std::string_view slice(Slice s) const noexcept {
    return arena_.view().substr(s.begin, s.end - s.begin);
  }
  [[nodiscard]] std::span<const Planted> planted_in(Slice s) const noexcept {
    return std::span(words_).subspan(s.begin, s.end - s.begin);
  }
  [[nodiscard]] std::uint32_t at() const noexcept {
    return static_cast<std::uint32_t>(arena_.size());
  }
  static constexpr std::uint32_t kRunOfAll = 4;  // Slots in a row that tell the two apart.

  void write_all(const threads::BlockPlan& plan, const Scene& scene);
  void write(const threads::BlockPlan& plan, const Scene& scene, std::uint16_t slot);
  Slice keep_planted(const threads::BlockPlan& plan, std::uint16_t slot, Slice& text);

  const Corpus& corpus_;
  text::Composer composer_;
  Buffer arena_;
  Buffer undisguised_;
  std::vector<Slice> own_;
  std::vector<Slice> said_;
  std::vector<Slice> subjects_;
  std::vector<Slice> planted_;  // In words_, as are
  std::vector<Slice> planted_subjects_;
  std::vector<Planted> words_;
  std::vector<std::uint16_t> order_;  // Of writing them all.
  std::uint32_t run_ = 0;             // Slots that were asked for in a row,
  std::uint32_t next_ = 0;            // and the one behind them.
};

}  // namespace haymaker::corpus
