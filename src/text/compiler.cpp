#include "text/compiler.h"

#include <algorithm>
#include <array>
#include <set>

namespace haymaker::text {

namespace {

std::string quoted(std::string_view name) { return '`' + std::string(name) + '`'; }

// American spelling of each word of a lexicon's form.
std::string respell(std::string_view text, const void* context) {
  const auto& american =
      *static_cast<const std::map<std::string, std::string, std::less<>>*>(context);
  std::string result;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" -"), text.size());
    const auto found = american.find(text.substr(0, end));
    result += found != american.end() ? found->second : std::string(text.substr(0, end));
    result += text.substr(end, 1);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return result;
}

}  // namespace

Compiler::Compiler(const PackTree& tree, Errors& errors) : tree_(tree), errors_(errors) {}

Pack Compiler::compile() {
  compile_variants();
  declare(tree_.core, core_);
  topics_.resize(tree_.topics.size());
  for (std::size_t i = 0; i < tree_.topics.size(); ++i) declare(tree_.topics[i], topics_[i]);
  forbid_twins(tree_.topics);
  forbid_twins(tree_.moves);
  forbid_twins(tree_.blocks);
  emit_rules(tree_.core, core_);
  for (std::size_t i = 0; i < tree_.topics.size(); ++i) emit_rules(tree_.topics[i], topics_[i]);
  compile_dialogue();
  compile_moves();
  compile_blocks();
  bind_slots();
  compile_frame();
  return std::move(pack_);
}

void Compiler::declare(const TopicTree& topic, Names& names) {
  const auto add = [&](const Declaration& declaration, Target target) {
    if (!names.emplace(declaration.name, target).second) {
      errors_.push_back(error_at(*declaration.source, declaration.position,
                                 quoted(declaration.name) + " is declared twice"));
    }
  };
  for (const LexiconTree& lexicon : topic.lexicons) {
    Lexicon compiled(lexicon.word_class, lexicon.entries);
    compiled.respell(respell, &american_);
    add(lexicon,
        {Target::Kind::lexicon, static_cast<std::uint32_t>(pack_.program_.lexicons.size())});
    pack_.program_.lexicons.push_back(std::move(compiled));
  }
  for (const RuleTree& rule : topic.rules) {
    add(rule, {Target::Kind::rule, static_cast<std::uint32_t>(pack_.program_.choices.size())});
    pack_.program_.choices.emplace_back();
  }
}

template <class Tree>
void Compiler::forbid_twins(const std::vector<Tree>& trees) {
  std::set<std::string_view> names;
  for (const Tree& tree : trees) {
    if (names.insert(tree.name).second) continue;
    errors_.push_back(
        error_at(*tree.source, tree.position, quoted(tree.name) + " is declared twice"));
  }
}

void Compiler::emit_rules(const TopicTree& topic, const Names& names) {
  for (const RuleTree& rule : topic.rules) {
    fill_choice(names.at(rule.name).id, rule.alternatives, {rule.source, &names});
  }
}

Target Compiler::find(std::string_view name, const Names* topic) const {
  for (const Names* names : {topic, &core_}) {
    if (names == nullptr) continue;
    if (const auto found = names->find(name); found != names->end()) return found->second;
  }
  return {};
}

bool Compiler::has_form(Target target, Form form) const {
  if (form == Form::base) return true;
  return target.kind == Target::Kind::lexicon &&
         text::has_form(pack_.program_.lexicons[target.id].word_class(), form);
}

std::uint32_t Compiler::slot(const std::string& name, const Source& source, Position position) {
  const auto [found, added] = slot_ids_.emplace(name, static_cast<std::uint32_t>(slots_.size()));
  if (added) slots_.push_back({name, &source, position});
  return found->second;
}

// Each topic's own target of a slot, or the core's. A form that was asked of a slot must fit every
// target.
void Compiler::bind_slots() {
  for (std::size_t t = 0; t < topics_.size(); ++t) {
    // A scenario is never what a conversation is about, so what it declares is its own affair.
    const Names* const topic = tree_.topics[t].kind == TopicKind::scenario ? nullptr : &topics_[t];
    std::vector<Target>& targets = pack_.program_.late.emplace_back();
    for (const Slot& slot : slots_) {
      const Target target = find(slot.name, topic);
      targets.push_back(target);
    }
  }
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    const Slot& slot = slots_[i];
    for (std::size_t t = 0; t < topics_.size(); ++t) {
      const Target target = pack_.program_.late[t][i];
      const bool human =
          tree_.topics[t].kind == TopicKind::human || tree_.topics[t].kind == TopicKind::personal;
      if (target.kind == Target::Kind::none && human) {
        errors_.push_back(error_at(*slot.source, slot.position,
                                   "neither the core nor topic " + quoted(tree_.topics[t].name) +
                                       " has " + quoted(slot.name)));
        break;
      }
    }
  }
  check_late_forms();
}

void Compiler::check_late_forms() {
  for (const LateForm& asked : late_forms_) {
    for (std::size_t t = 0; t < topics_.size(); ++t) {
      const Target target = pack_.program_.late[t][asked.slot];
      if (target.kind == Target::Kind::none || has_form(target, asked.form)) continue;
      errors_.push_back(error_at(*asked.source, asked.position,
                                 quoted(slots_[asked.slot].name) + " of topic " +
                                     quoted(tree_.topics[t].name) + " does not have this form"));
      break;
    }
  }
}

void Compiler::compile_variants() {
  Program& program = pack_.program_;
  for (const VariantTree& tree : tree_.variants) {
    if (tree.kind == VariantKind::spelling) american_.emplace(tree.from, tree.to);
    Variant variant{tree.kind, static_cast<std::uint32_t>(program.characters.size()),
                    static_cast<std::uint32_t>(tree.from.size()), 0,
                    static_cast<std::uint32_t>(tree.to.size())};
    program.characters += tree.from;
    variant.other = static_cast<std::uint32_t>(program.characters.size());
    program.characters += tree.to;
    if (variant_ids_.emplace(tree.from, static_cast<std::uint32_t>(program.variants.size()))
            .second) {
      program.variants.push_back(variant);
    }
    const auto words = static_cast<std::size_t>(std::ranges::count(tree.from, ' ')) + 1;
    longest_variant_ = std::max(longest_variant_, words);
  }
}

ActId Compiler::act(const Weighted& name, const Source& source) {
  const auto found = std::ranges::find(pack_.acts_, name.name);
  if (found == pack_.acts_.end()) {
    errors_.push_back(error_at(source, name.position,
                               "no `moves` are declared for the act " + quoted(name.name)));
    return ActId{0};
  }
  return static_cast<ActId>(found - pack_.acts_.begin());
}

void Compiler::compile_dialogue() {
  for (const MovesTree& moves : tree_.moves) pack_.acts_.push_back(moves.name);
  pack_.answers_.resize(pack_.acts_.size());
  std::vector<ActId> final_acts;
  for (const TransitionTree& line : tree_.dialogue) {
    if (line.name == "final") {
      for (const Weighted& name : line.acts) final_acts.push_back(act(name, *line.source));
    }
  }
  for (const TransitionTree& line : tree_.dialogue) {
    if (line.name == "final" || line.acts.empty()) continue;
    Pack::Answers answers;
    std::vector<std::uint32_t> weights;
    std::vector<std::uint32_t> final_weights;
    for (const Weighted& name : line.acts) {
      const ActId id = act(name, *line.source);
      answers.acts.push_back(id);
      weights.push_back(name.weight);
      if (std::ranges::find(final_acts, id) == final_acts.end()) continue;
      answers.final_acts.push_back(id);
      final_weights.push_back(name.weight);
    }
    answers.weights = rng::WeightedTable(weights);
    if (!final_weights.empty()) answers.final_weights = rng::WeightedTable(final_weights);
    if (line.name == "start") {
      pack_.start_ = std::move(answers);
    } else {
      const ActId from = act({line.name, 1, line.position}, *line.source);
      if (!pack_.answers_.empty())
        pack_.answers_[static_cast<std::size_t>(from)] = std::move(answers);
    }
  }
  for (std::size_t i = 0; i < pack_.acts_.size(); ++i) {
    if (pack_.answers_[i].acts.empty()) {
      errors_.push_back(
          error_at(*tree_.moves[i].source, tree_.moves[i].position,
                   "the dialogue has no answers to the act " + quoted(pack_.acts_[i])));
    }
  }
  if (pack_.start_.acts.empty()) {
    errors_.push_back({ErrorCode::bad_input, "the dialogue has no `start` line", "dialogue"});
  }
}

void Compiler::compile_moves() {
  for (const MovesTree& tree : tree_.moves) {
    ActMoves& moves = pack_.moves_.emplace_back();
    std::vector<std::uint32_t> weights;
    for (const MovesTree::Sequence& sequence : tree.sequences) {
      ActMoves::Sequence& out = moves.sequences.emplace_back();
      for (const Weighted& move : sequence.moves)
        out.slots.push_back(slot(move.name, *tree.source, move.position));
      weights.push_back(sequence.weight);
    }
    for (const Weighted& move : tree.fill)
      moves.fill.push_back(slot(move.name, *tree.source, move.position));
    if (weights.empty()) {
      errors_.push_back(error_at(*tree.source, tree.position, "an act without moves"));
      continue;
    }
    moves.weights = rng::WeightedTable(weights);
  }
}

void Compiler::compile_blocks() {
  for (const BlocksTree& tree : tree_.blocks) {
    Blocks& blocks = pack_.blocks_[static_cast<std::size_t>(tree.kind)];
    std::vector<std::uint32_t> weights;
    for (const BlocksTree::Block& block : tree.blocks) {
      blocks.items.push_back({slot(block.head.name, *tree.source, block.head.position),
                              slot(block.row.name, *tree.source, block.row.position)});
      weights.push_back(block.weight);
    }
    if (!weights.empty()) blocks.weights = rng::WeightedTable(weights);
  }
}

void Compiler::compile_frame() {
  const auto rule = [&](std::string_view name) {
    const Target target = find(name, nullptr);
    if (target.kind != Target::Kind::rule) {
      errors_.push_back({ErrorCode::bad_input, "the core has no rule " + quoted(name), "core"});
    }
    return target;
  };
  pack_.frame_ = {rule("greeting"),  rule("opener"),  rule("closer"),          rule("sign_off"),
                  rule("signature"), rule("subject"), find("another", nullptr)};
  const auto lexicon = [&](std::string_view name) -> std::optional<std::uint32_t> {
    const Target target = find(name, nullptr);
    if (target.kind != Target::Kind::lexicon) return std::nullopt;
    return target.id;
  };
  pack_.facts_ = {lexicon("issuer_name"), lexicon("system_name"), lexicon("project_name"),
                  lexicon("product"),     lexicon("town"),        lexicon("room_name"),
                  lexicon("file_stem")};
  for (std::size_t i = 0; i < tree_.topics.size(); ++i) {
    const TopicTree& tree = tree_.topics[i];
    const auto body = topics_[i].find("body");
    const bool whole = body != topics_[i].end();
    const bool machine = tree.kind == TopicKind::notice || tree.kind == TopicKind::newsletter ||
                         tree.kind == TopicKind::auto_reply;
    if (machine && !whole) {
      errors_.push_back(
          error_at(*tree.source, tree.position, "a topic of this kind needs a rule `body`"));
    }
    Topic& topic = pack_.topics_.emplace_back();
    topic.name = tree.name;
    topic.kind = tree.kind;
    topic.weight = tree.weight;
    topic.departments = tree.departments;
    topic.subject = find("subject", &topics_[i]);
    if (machine && whole) topic.body = body->second;
    if (tree.kind != TopicKind::scenario) continue;
    topic.scenario = tree.scenario;
    topic.rules = topics_[i];
    if (tree.scenario.code.empty()) {
      errors_.push_back(error_at(*tree.source, tree.position, "a scenario needs a `code`"));
    }
  }
}

}  // namespace haymaker::text
