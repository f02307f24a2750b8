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

// The texts of a block's messages, written when they are first asked for: an answer quotes what it
// answers, so a text is read again by its answers.
class BlockTexts {
 public:
  explicit BlockTexts(const Corpus& corpus) : composer_(corpus.pack()) {}

  void start(const threads::BlockPlan& plan);
  // Writes the text of a slot and of the messages above it, unless they are there.
  void need(const threads::BlockPlan& plan, const Scene& scene, std::uint16_t slot);

  // The author's own words and signature; valid until the next need().
  [[nodiscard]] std::string_view own(std::uint16_t slot) const noexcept {
    return slice(own_[slot]);
  }
  // The planted words in own(slot); none in most messages.
  [[nodiscard]] std::span<const text::PlantedSpan> planted(std::uint16_t slot) const noexcept {
    const Slice s = planted_[slot];
    return std::span(spans_).subspan(s.begin, s.end - s.begin);
  }
  // The conversation's subject, without a prefix.
  [[nodiscard]] std::string_view subject(std::uint16_t conversation) const noexcept {
    return slice(subjects_[conversation]);
  }

 private:
  struct Slice {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  [[nodiscard]] std::string_view slice(Slice s) const noexcept {
    return arena_.view().substr(s.begin, s.end - s.begin);
  }
  void write(const threads::BlockPlan& plan, const Scene& scene, std::uint16_t slot);

  text::Composer composer_;
  Buffer arena_;
  std::vector<Slice> own_;
  std::vector<Slice> subjects_;
  std::vector<Slice> planted_;  // In spans_.
  std::vector<text::PlantedSpan> spans_;
};

}  // namespace haymaker::corpus
