#pragma once

#include <cstdint>
#include <string>

#include "corpus/corpus.h"
#include "corpus/renderer.h"

namespace haymaker::corpus {

// The sealed answer key as JSON lines: which messages carry planted words, where they stand, and
// what they are (docs/formats/truth.md). It is made from the spec alone, so it can be made anew at
// any time.
class AnswerKey {
 public:
  explicit AnswerKey(const Corpus& corpus) : corpus_(corpus), renderer_(corpus) {}

  // Adds all that is planted in the block.
  void add_block(BlockIndex block);
  // Adds the labels of one message.
  void add_message(MessageIndex index);

  [[nodiscard]] const std::string& labels() const noexcept { return labels_; }        // One a line.
  [[nodiscard]] const std::string& incidents() const noexcept { return incidents_; }  // One a line.
  // truth.json: counts, the spec's digest and the generator's version.
  [[nodiscard]] std::string summary() const;
  [[nodiscard]] std::uint64_t label_count() const noexcept { return label_count_; }
  [[nodiscard]] std::uint64_t incident_count() const noexcept { return incident_count_; }

 private:
  void add_label(std::uint64_t uid, std::size_t number, const threads::BlockPlan& plan,
                 const MessageWriter::Planted& planted, bool own);
  void add_incident(const threads::BlockPlan& plan, const threads::Pin& pin);

  const Corpus& corpus_;
  Renderer renderer_;
  std::string labels_;
  std::string incidents_;
  std::uint64_t label_count_ = 0;
  std::uint64_t incident_count_ = 0;
  std::uint64_t decoy_count_ = 0;
};

}  // namespace haymaker::corpus
