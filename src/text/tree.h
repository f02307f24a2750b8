#pragma once

// What the parser makes of a pack's files, before names are resolved.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/condition.h"
#include "text/lexicon.h"
#include "text/source.h"

namespace haymaker::text {

// How long a drawn choice holds: "#1", "@1" and "$1".
enum class Scope : std::uint8_t { none, conversation, message, author };

enum class Agreement : std::uint8_t { singular, plural, first_person };

struct Alternative;

struct Node {
  enum class Kind : std::uint8_t {
    literal,
    reference,  // <name>, and <~name> where `late`.
    choice,     // [a|b]
    fact,       // {name}
    agreement,  // ^s ^p ^i
    span_begin,
    span_end,
    line_break,
    paragraph,
  };
  Kind kind = Kind::literal;
  Position position;
  std::string text;  // Literal characters, or the name that is referred to.
  bool late = false;
  Scope scope = Scope::none;
  std::uint8_t number = 0;  // Of a scope or a fact; 0 where none is written.
  bool fresh = false;       // {amount+}
  Agreement agreement = Agreement::singular;
  std::vector<Alternative> alternatives;
};

struct Alternative {
  std::uint32_t weight = 1;
  ConditionSet required = 0;
  ConditionSet forbidden = 0;
  std::vector<Node> nodes;
};

struct Declaration {
  const Source* source = nullptr;
  Position position;
  std::string name;
};

struct LexiconTree : Declaration {
  struct Group {  // Entries to be drawn from where a condition holds.
    Alternative when;
    std::vector<LexiconEntry> entries;
  };
  WordClass word_class = WordClass::list;
  std::vector<LexiconEntry> entries;
  std::vector<Group> groups;  // In place of `entries`.
};

struct RuleTree : Declaration {
  std::vector<Alternative> alternatives;
};

struct Weighted {
  std::string name;
  std::uint32_t weight = 1;
  Position position;
};

struct MovesTree : Declaration {  // Name: the act.
  struct Sequence {
    std::uint32_t weight = 1;
    std::vector<Weighted> moves;
  };
  std::vector<Sequence> sequences;
  std::vector<Weighted> fill;
  std::uint32_t most_words = 0;  // That such a message has; 0: no limit.
};

enum class TopicKind : std::uint8_t {
  human,
  personal,
  notice,
  newsletter,
  auto_reply,
  scenario,
  document,  // What a file is called and what its table holds.
};
inline constexpr int kTopicKinds = 7;

// Lists that a long body may end in: a rule for the line above and one for the rows below it.
struct BlocksTree : Declaration {  // Name: the kind of topic.
  struct Block {
    std::uint32_t weight = 1;
    Weighted head, row;
    bool apart = false;  // Each row tells of a case of its own.
  };
  TopicKind kind = TopicKind::human;
  std::vector<Block> blocks;
};

struct TransitionTree : Declaration {  // Name: the act that is answered, "start" or "final".
  std::vector<Weighted> acts;
};

// What a topic of kind `scenario` says of itself besides its rules.
struct ScenarioFields {
  std::string code;                 // "MA.FRONT_RUN": family and scenario.
  std::string about;                // What happens, as a sentence.
  std::vector<std::string> terms;   // What a lexicon of surveillance would list: its `lexicon`.
  std::vector<std::string> regs;    // "MAR-8"
  std::vector<std::string> actors;  // Departments, in the words of `departments`.
  std::vector<std::string> topics;  // What it is told amid, by name; none: anything.
  std::uint32_t severity = 3;       // 1 .. 5
  bool external = false;            // It is between somebody of the company and a client,
  bool outbound = false;            // to the client rather than from there.
};

struct TopicTree : Declaration {
  TopicKind kind = TopicKind::human;
  std::uint32_t weight = 10;
  std::vector<std::string> departments;
  std::uint32_t files = 0;      // Percent of such messages of machines that come with a file.
  std::vector<Weighted> cases;  // A conversation is one of them; at most kMostCases.
  ScenarioFields scenario;
  std::vector<LexiconTree> lexicons;
  std::vector<RuleTree> rules;
};

enum class VariantKind : std::uint8_t { spelling, contraction, abbreviation };

struct VariantTree {
  VariantKind kind = VariantKind::spelling;
  std::string from;
  std::string to;
};

struct PackTree {
  TopicTree core;  // Whatever stands before the first topic of a file.
  std::vector<TopicTree> topics;
  std::vector<VariantTree> variants;
  std::vector<TransitionTree> dialogue;
  std::vector<MovesTree> moves;
  std::vector<BlocksTree> blocks;
};

}  // namespace haymaker::text
