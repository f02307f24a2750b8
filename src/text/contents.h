#pragma once

// What a pack holds besides its Program: topics and discourse. It is small, and read from an image
// when a pack is opened.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rng/weighted.h"
#include "text/program.h"
#include "text/tree.h"

namespace haymaker::text {

enum class TopicId : std::uint16_t {};
enum class ActId : std::uint8_t {};

struct Topic {
  std::string name;
  TopicKind kind = TopicKind::human;
  std::uint32_t weight = 0;
  std::vector<std::string> departments;  // Empty: anybody.
  std::uint32_t files = 0;  // Percent of such messages of machines that come with a file.
  std::vector<std::uint32_t> case_weights;
  rng::WeightedTable cases;  // Of the topic's cases; not to be drawn from where it has none.
  Target subject;
  Target body;              // Of machine kinds; none where moves make the body.
  ScenarioFields scenario;  // Of kind scenario.
  std::map<std::string, Target, std::less<>> rules;  // By name, of kinds scenario and document.

  // The case that a conversation is, as a condition; no condition where the topic has no cases.
  [[nodiscard]] ConditionSet draw_case(rng::Stream& stream) const noexcept {
    return case_weights.empty() ? 0 : case_bit(cases.draw(stream));
  }

  // None where the topic keeps no such rule.
  [[nodiscard]] Target rule(std::string_view rule_name) const noexcept {
    const auto found = rules.find(rule_name);
    return found == rules.end() ? Target{} : found->second;
  }
};

// The rules that frame a body, found in the core by name; a missing one is a compile error.
struct Frame {
  Target greeting, opener, closer, sign_off, signature, subject;
  Target another;  // Leads from one matter to the next; none where the core has no such rule.
  Target segue;    // Leads over to planted words; none where the core has no such rule.
};

// A moves line of the discourse grammar: late-bound slots.
struct ActMoves {
  struct Sequence {
    std::vector<std::uint32_t> slots;
    std::uint32_t weight = 1;
  };
  std::vector<Sequence> sequences;
  std::vector<std::uint32_t> fill;
  std::uint32_t most_words = 0;  // Of such a message; 0: no limit.
  rng::WeightedTable weights;    // Of the sequences.
};

// Lists that may end a long body: late-bound slots.
struct Block {
  std::uint32_t head = 0;  // The line above.
  std::uint32_t row = 0;
  bool apart = false;  // Each row tells of a case of its own.
};
struct Blocks {
  std::vector<Block> items;
  std::vector<std::uint32_t> item_weights;
  rng::WeightedTable weights;
};

// Lexicons that facts draw on; none where the pack does not have it.
struct FactLexicons {
  std::optional<std::uint32_t> issuer, system, project, product, town, room, file_stem;
};

// The acts that may follow an act, by their weights.
struct Answers {
  std::vector<ActId> acts;
  std::vector<std::uint32_t> act_weights;
  rng::WeightedTable weights;
};

struct Contents {
  std::vector<Topic> topics;
  Frame frame;
  FactLexicons facts;
  std::vector<std::string> acts;
  std::vector<ActMoves> moves;         // By act.
  std::vector<Blocks> blocks;          // By kind of topic.
  Answers start;                       // Of a conversation.
  std::vector<Answers> answers;        // By the act that is answered,
  std::vector<Answers> final_answers;  // and those of them that may end a conversation.
};

}  // namespace haymaker::text
