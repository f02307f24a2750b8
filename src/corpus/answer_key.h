#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/corpus.h"
#include "corpus/renderer.h"

namespace haymaker::corpus {

// The sealed answer key as JSON lines: which messages carry planted words, where they stand, and
// what they are (docs/formats/truth.md). It is made from the spec alone, so it can be made anew at
// any time. Its memory follows what is planted, never the messages.
class AnswerKey {
 public:
  explicit AnswerKey(const Corpus& corpus);

  // Adds all that is planted in the block; blocks come in any order.
  void add_block(BlockIndex block);
  // Adds the labels of one message.
  void add_message(MessageIndex index);

  [[nodiscard]] std::string_view labels() const noexcept { return labels_; }  // One a line.
  // One a line, in the order of their numbers: those of which a step was added.
  [[nodiscard]] std::string incidents() const;
  // truth.json: counts, the spec's digest and the generator's version.
  [[nodiscard]] std::string summary() const;
  [[nodiscard]] std::uint64_t label_count() const noexcept { return label_count_; }
  [[nodiscard]] std::uint64_t incident_count() const noexcept;

 private:
  // A step of an incident as it was found in the plan.
  struct Member {
    std::uint64_t uid = 0;
    UnixSeconds sent = 0;
    PersonId author = kNobody;
    std::uint8_t step = 0;
    bool primary = true;
  };
  struct Incident {
    std::uint32_t tag = 0;  // Of its first planting.
    std::uint8_t conversations = 0;
    std::vector<Member> members;
  };

  void add_label(const Rendered& message, std::size_t number, const threads::BlockPlan& plan,
                 std::uint16_t slot, const PlantedWords& words);
  void add_steps(const threads::BlockPlan& plan);
  void append_incident(std::size_t number, const Incident& incident, std::string& lines) const;

  const Corpus& corpus_;
  Renderer renderer_;
  std::string labels_;
  std::vector<Incident> incidents_;  // By number.
  std::uint64_t label_count_ = 0;
  std::uint64_t decoy_count_ = 0;
};

}  // namespace haymaker::corpus
