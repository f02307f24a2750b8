#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rng/stream.h"
#include "rng/weighted.h"
#include "text/program.h"
#include "text/source.h"
#include "text/tree.h"

namespace haymaker::text {

enum class TopicId : std::uint16_t {};
enum class ActId : std::uint8_t {};

struct Topic {
  std::string name;
  TopicKind kind = TopicKind::human;
  std::uint32_t weight = 0;
  std::vector<std::string> departments;  // Empty: anybody.
  Target subject;
  Target body;              // Of machine kinds; none where moves make the body.
  ScenarioFields scenario;  // Of kind scenario, and
  std::map<std::string, Target, std::less<>> rules;  // its rules by name.

  // None where the scenario has no such rule.
  [[nodiscard]] Target rule(std::string_view rule_name) const noexcept {
    const auto found = rules.find(rule_name);
    return found == rules.end() ? Target{} : found->second;
  }
};

// The rules that frame a body, found in the core by name; a missing one is a compile error.
struct Frame {
  Target greeting, opener, closer, sign_off, signature, subject;
  Target another;  // Leads from one matter to the next; none where the core has no such rule.
};

// A moves line of the discourse grammar: late-bound slots.
struct ActMoves {
  struct Sequence {
    std::vector<std::uint32_t> slots;
  };
  std::vector<Sequence> sequences;
  rng::WeightedTable weights;
  std::vector<std::uint32_t> fill;
};

// Lists that may end a long body: late-bound slots.
struct Block {
  std::uint32_t head = 0;  // The line above.
  std::uint32_t row = 0;
};
struct Blocks {
  std::vector<Block> items;
  rng::WeightedTable weights;
};

// Lexicons that facts draw on; none where the pack does not have it.
struct FactLexicons {
  std::optional<std::uint32_t> issuer, system, project, product, town, room, file_stem;
};

// A compiled pack: lexicons, rules, topics and discourse of one language. Immutable.
class Pack {
 public:
  // Every mistake in the files, each with file, line, column and a caret.
  static std::expected<Pack, Errors> compile(std::span<const Source> sources);

  [[nodiscard]] const Program& program() const noexcept { return program_; }
  [[nodiscard]] std::span<const Topic> topics() const noexcept { return topics_; }
  [[nodiscard]] const Topic& topic(TopicId id) const noexcept {
    return topics_[static_cast<std::size_t>(id)];
  }
  [[nodiscard]] const Frame& frame() const noexcept { return frame_; }
  [[nodiscard]] const FactLexicons& fact_lexicons() const noexcept { return facts_; }
  [[nodiscard]] const ActMoves& moves(ActId act) const noexcept {
    return moves_[static_cast<std::size_t>(act)];
  }
  // Of the topics of a kind; none for most kinds.
  [[nodiscard]] const Blocks& blocks(TopicKind kind) const noexcept {
    return blocks_[static_cast<std::size_t>(kind)];
  }
  [[nodiscard]] std::string_view act_name(ActId act) const noexcept {
    return acts_[static_cast<std::size_t>(act)];
  }

  // The act of a conversation's first message, and of an answer to `parent`; `last` closes the
  // conversation where the answers to `parent` allow it.
  ActId draw_first_act(rng::Stream& stream) const noexcept;
  ActId draw_answer(ActId parent, bool last, rng::Stream& stream) const noexcept;

 private:
  friend class Compiler;

  struct Answers {
    std::vector<ActId> acts;
    rng::WeightedTable weights;
    std::vector<ActId> final_acts;
    rng::WeightedTable final_weights;
    [[nodiscard]] ActId draw(rng::Stream& stream) const noexcept {
      return acts[weights.draw(stream)];
    }
  };

  Program program_;
  std::vector<Topic> topics_;
  Frame frame_;
  FactLexicons facts_;
  std::vector<std::string> acts_;
  std::vector<ActMoves> moves_;
  std::array<Blocks, kTopicKinds> blocks_;
  Answers start_;
  std::vector<Answers> answers_;
};

}  // namespace haymaker::text
