#include "text/parser.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "text/markup.h"

namespace haymaker::text {

namespace {

constexpr auto kKindNames = std::to_array<std::string_view>(
    {"human", "personal", "notice", "newsletter", "auto_reply", "scenario", "document"});

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string_view take_word(std::string_view& text) {
  text = trim(text);
  const std::size_t end = std::min(text.find(' '), text.size());
  const std::string_view word = text.substr(0, end);
  text = trim(text.substr(end));
  return word;
}

std::optional<std::uint32_t> number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

struct Line {
  std::uint32_t number;
  std::string_view text;  // Without the indentation.
  std::uint32_t column;   // Of its first character.
};

// One declaration: its head line and the indented lines below it.
struct Section {
  Line head;
  std::vector<Line> body;
};

class FileParser {
 public:
  FileParser(const Source& source, PackTree& pack, Errors& errors)
      : source_(source), pack_(pack), errors_(errors) {}

  void parse() {
    Section section;
    bool open = false;
    std::uint32_t line_number = 0;
    std::string_view rest = source_.text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      ++line_number;
      const std::string_view text = trim(line);
      if (text.empty() || text.front() == '#') continue;
      const auto column = static_cast<std::uint32_t>(text.data() - line.data()) + 1;
      if (column > 1) {
        if (!open) fail({line_number, 1}, "an indented line before any declaration");
        section.body.push_back({line_number, text, column});
        continue;
      }
      if (open) declare(section);
      section = {{line_number, text, 1}, {}};
      open = true;
    }
    if (open) declare(section);
  }

 private:
  void fail(Position position, std::string_view message) {
    errors_.push_back(error_at(source_, position, message));
  }

  void declare(const Section& section) {
    std::string_view rest = section.head.text;
    // A comment may follow a declaration's head.
    if (const std::size_t hash = rest.find(" #"); hash != std::string_view::npos)
      rest = rest.substr(0, hash);
    const std::string_view keyword = take_word(rest);
    if (keyword == "topic") return topic(section, rest);
    if (keyword == "rule") return rule(section, rest);
    if (keyword == "noun") return lexicon(section, rest, WordClass::noun);
    if (keyword == "verb") return lexicon(section, rest, WordClass::verb);
    if (keyword == "adj") return lexicon(section, rest, WordClass::adjective);
    if (keyword == "list") return lexicon(section, rest, WordClass::list);
    if (keyword == "spelling") return variants(section, rest, VariantKind::spelling);
    if (keyword == "contraction") return variants(section, rest, VariantKind::contraction);
    if (keyword == "abbreviation") return variants(section, rest, VariantKind::abbreviation);
    if (keyword == "dialogue") return dialogue(section);
    if (keyword == "moves") return moves(section, rest);
    if (keyword == "blocks") return blocks(section, rest);
    fail({section.head.number, 1}, "unknown declaration `" + std::string(keyword) + "`");
  }

  template <class Tree>
  Tree& begin(std::vector<Tree>& list, const Section& section, std::string_view name) {
    Tree& tree = list.emplace_back();
    tree.source = &source_;
    tree.position = {section.head.number, 1};
    tree.name = name;
    if (name.empty()) fail(tree.position, "a name is missing");
    return tree;
  }

  void topic(const Section& section, std::string_view name) {
    TopicTree& topic = begin(pack_.topics, section, name);
    topic_index_ = pack_.topics.size() - 1;
    in_topic_ = true;
    for (const Line& line : section.body) topic_field(topic, line);
  }

  void topic_field(TopicTree& topic, const Line& line) {
    std::string_view rest = line.text;
    const std::string_view field = take_word(rest);
    if (field == "kind") {
      const auto found = std::ranges::find(kKindNames, rest);
      if (found == kKindNames.end()) {
        return fail({line.number, line.column},
                    "unknown kind; one of human, personal, notice, newsletter, auto_reply, "
                    "scenario, document");
      }
      topic.kind = static_cast<TopicKind>(found - kKindNames.begin());
    } else if (field == "weight") {
      const auto weight = number(rest);
      if (!weight) return fail({line.number, line.column}, "the weight is not a whole number");
      topic.weight = *weight;
    } else if (field == "departments") {
      while (!rest.empty()) topic.departments.emplace_back(take_word(rest));
    } else if (field == "files") {
      topic.files = number(rest).value_or(101);
      if (topic.files > 100)
        fail({line.number, line.column}, "the files are a percentage, 0 to 100");
    } else if (field == "cases") {
      topic_cases(topic, rest, line);
    } else {
      scenario_field(topic.scenario, field, rest, line);
    }
  }

  // "late_match 3, wrong_ssi"
  void topic_cases(TopicTree& topic, std::string_view rest, const Line& line) {
    for (const Weighted& one : weighted_list(rest, line)) {
      if (condition_named(one.name) ||
          std::ranges::find(topic.cases, one.name, &Weighted::name) != topic.cases.end()) {
        fail(one.position, "`" + one.name + "` is a condition already");
      }
      topic.cases.push_back(one);
    }
    if (topic.cases.size() > kMostCases) {
      fail({line.number, line.column},
           "a topic has at most " + std::to_string(kMostCases) + " cases");
      topic.cases.resize(kMostCases);
    }
  }

  void scenario_field(ScenarioFields& scenario, std::string_view field, std::string_view rest,
                      const Line& line) {
    if (field == "code") {
      scenario.code = rest;
    } else if (field == "about") {
      scenario.about = rest;
    } else if (field == "regs") {
      while (!rest.empty()) scenario.regs.emplace_back(take_word(rest));
    } else if (field == "actors") {
      while (!rest.empty()) scenario.actors.emplace_back(take_word(rest));
    } else if (field == "topics") {
      while (!rest.empty()) scenario.topics.emplace_back(take_word(rest));
    } else if (field == "severity") {
      scenario.severity = number(rest).value_or(0);
      if (scenario.severity < 1 || scenario.severity > 5) {
        fail({line.number, line.column}, "the severity is a number from 1 to 5");
      }
    } else if (field == "external") {
      scenario.outbound = rest == "outbound";
      scenario.external = scenario.outbound || rest == "inbound";
      if (!scenario.external && rest != "no")
        fail({line.number, line.column}, "external is one of no, inbound, outbound");
    } else {
      fail({line.number, line.column},
           "unknown field; one of kind, weight, departments, files, cases, code, about, regs, "
           "actors, topics, severity, external");
    }
  }

  TopicTree& current() { return in_topic_ ? pack_.topics[topic_index_] : pack_.core; }

  void rule(const Section& section, std::string_view name) {
    RuleTree& rule = begin(current().rules, section, name);
    for (const Line& line : section.body) {
      rule.alternatives.push_back(parse_alternative(source_, {line.number, line.column}, line.text,
                                                    current().cases, errors_));
    }
    if (rule.alternatives.empty()) fail(rule.position, "a rule without alternatives");
  }

  void lexicon(const Section& section, std::string_view name, WordClass word_class) {
    LexiconTree& lexicon = begin(current().lexicons, section, name);
    lexicon.word_class = word_class;
    if (section.body.empty()) return fail(lexicon.position, "a lexicon without entries");
    for (const Line& line : section.body) {
      std::string_view rest = line.text;
      std::vector<LexiconEntry>* group = &lexicon.entries;
      if (rest.starts_with('?')) {
        const std::string_view condition = take_word(rest);
        group = &lexicon.groups
                     .emplace_back(parse_alternative(source_, {line.number, line.column}, condition,
                                                     current().cases, errors_))
                     .entries;
      }
      const auto skipped = static_cast<std::uint32_t>(line.text.size() - rest.size());
      auto entries = parse_entries(word_class, source_, {line.number, line.column + skipped}, rest);
      if (!entries) {
        errors_.push_back(std::move(entries.error()));
        continue;
      }
      std::ranges::move(*entries, std::back_inserter(*group));
    }
    if (!lexicon.groups.empty() && !lexicon.entries.empty()) {
      fail(lexicon.position, "some lines of a lexicon have conditions and some have none");
    }
  }

  // "a/b, c/d", on the head line or below it.
  void variants(const Section& section, std::string_view rest, VariantKind kind) {
    variant_line(rest, section.head, kind);
    for (const Line& line : section.body) variant_line(line.text, line, kind);
  }

  void variant_line(std::string_view rest, const Line& line, VariantKind kind) {
    while (!rest.empty()) {
      const std::size_t comma = std::min(rest.find(','), rest.size());
      const std::string_view pair = trim(rest.substr(0, comma));
      rest = trim(rest.substr(std::min(comma + 1, rest.size())));
      if (pair.empty()) continue;
      const std::size_t slash = pair.find('/');
      if (slash == std::string_view::npos) {
        fail({line.number, line.column},
             "a variant is written from/to: `" + std::string(pair) + "`");
        continue;
      }
      pack_.variants.push_back(
          {kind, std::string(pair.substr(0, slash)), std::string(pair.substr(slash + 1))});
    }
  }

  void dialogue(const Section& section) {
    for (const Line& line : section.body) {
      const std::size_t colon = line.text.find(':');
      if (colon == std::string_view::npos) {
        fail({line.number, line.column},
             "a line of a dialogue is written `act: answer 3, answer 1`");
        continue;
      }
      TransitionTree& transition = begin(pack_.dialogue, section, trim(line.text.substr(0, colon)));
      transition.position = {line.number, line.column};
      transition.acts = weighted_list(line.text.substr(colon + 1), line);
    }
  }

  // "name, name 12"
  std::vector<Weighted> weighted_list(std::string_view rest, const Line& line) {
    std::vector<Weighted> list;
    while (!trim(rest).empty()) {
      const std::size_t comma = std::min(rest.find(','), rest.size());
      list.push_back(weighted(rest.substr(0, comma), line));
      rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    return list;
  }

  // "name" or "name 12".
  Weighted weighted(std::string_view text, const Line& line) {
    Weighted result;
    result.position = {line.number, line.column};
    result.name = take_word(text);
    if (!text.empty()) {
      const auto weight = number(text);
      if (!weight) fail(result.position, "`" + std::string(text) + "` is not a weight");
      result.weight = weight.value_or(1);
    }
    return result;
  }

  void moves(const Section& section, std::string_view act) {
    MovesTree& moves = begin(pack_.moves, section, act);
    for (const Line& line : section.body) {
      std::string_view rest = line.text;
      if (rest.starts_with("most:")) {
        moves.most_words = whole_number(rest.substr(5), line);
        continue;
      }
      const bool fill = rest.starts_with("fill:");
      if (fill) rest.remove_prefix(5);
      MovesTree::Sequence sequence;
      std::string_view first = rest;
      if (std::string_view word = take_word(first); word.ends_with('*')) {
        word.remove_suffix(1);
        sequence.weight = number(word).value_or(1);
        rest = first;
      }
      while (!trim(rest).empty()) {
        sequence.moves.push_back({std::string(take_word(rest)), 1, {line.number, line.column}});
      }
      if (fill) {
        moves.fill = std::move(sequence.moves);
      } else {
        moves.sequences.push_back(std::move(sequence));
      }
    }
  }

  std::uint32_t whole_number(std::string_view text, const Line& line) {
    const auto value = number(trim(text));
    if (!value) fail({line.number, line.column}, "`" + std::string(text) + "` is no whole number");
    return value.value_or(0);
  }

  // "3* head row" or "head row apart", one block a line.
  void blocks(const Section& section, std::string_view kind) {
    BlocksTree& blocks = begin(pack_.blocks, section, kind);
    const auto found = std::ranges::find(kKindNames, kind);
    if (found == kKindNames.end()) {
      return fail({section.head.number, 1}, "unknown kind `" + std::string(kind) + "`");
    }
    blocks.kind = static_cast<TopicKind>(found - kKindNames.begin());
    for (const Line& line : section.body) {
      BlocksTree::Block block;
      std::string_view rest = line.text;
      std::string_view after = rest;
      if (std::string_view word = take_word(after); word.ends_with('*')) {
        word.remove_suffix(1);
        block.weight = number(word).value_or(1);
        rest = after;
      }
      block.head = {std::string(take_word(rest)), 1, {line.number, line.column}};
      block.row = {std::string(take_word(rest)), 1, {line.number, line.column}};
      block.apart = rest == "apart";
      if (block.row.name.empty() || (!rest.empty() && !block.apart)) {
        fail({line.number, line.column}, "a block is written `head row` or `head row apart`");
      }
      blocks.blocks.push_back(std::move(block));
    }
  }

  const Source& source_;
  PackTree& pack_;
  Errors& errors_;
  std::size_t topic_index_ = 0;
  bool in_topic_ = false;
};

}  // namespace

PackTree parse_pack(std::span<const Source> sources, Errors& errors) {
  PackTree pack;
  pack.core.name = "core";
  for (const Source& source : sources) FileParser(source, pack, errors).parse();
  return pack;
}

}  // namespace haymaker::text
