#include "text/compiler.h"

#include <algorithm>
#include <array>
#include <set>

namespace haymaker::text {

namespace {

std::string quoted(std::string_view name) { return '`' + std::string(name) + '`'; }

// The base forms of the lexicon `lexicon`.
std::vector<std::string> terms_of(const TopicTree& topic) {
  std::vector<std::string> terms;
  const auto found = std::ranges::find(topic.lexicons, "lexicon", &LexiconTree::name);
  if (found == topic.lexicons.end()) return terms;
  for (const LexiconEntry& entry : found->entries) terms.push_back(entry.forms.front());
  return terms;
}

// American spelling of each word of a lexicon's form.
std::string respelt(std::string_view text,
                    const std::map<std::string, std::string, std::less<>>& american) {
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

Image Compiler::compile() {
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
  if (program_.overflowed()) {
    errors_.push_back({ErrorCode::bad_input,
                       "a lexicon, a rule or a word is longer, or weighs more, than fits", "pack"});
  }
  return make_image(program_.program(), std::move(contents_));
}

void Compiler::declare(const TopicTree& topic, Names& names) {
  const auto add = [&](const Declaration& declaration, Target target) {
    if (!names.emplace(declaration.name, target).second) {
      errors_.push_back(error_at(*declaration.source, declaration.position,
                                 quoted(declaration.name) + " is declared twice"));
    }
  };
  for (const LexiconTree& lexicon : topic.lexicons) {
    if (!lexicon.groups.empty()) {
      add(lexicon, {Target::Kind::rule, program_.add_rule()});
      declare_groups(lexicon, names);
      continue;
    }
    add(lexicon, {Target::Kind::lexicon, add_lexicon(lexicon.word_class, lexicon.entries)});
  }
  for (const RuleTree& rule : topic.rules) {
    add(rule, {Target::Kind::rule, program_.add_rule()});
  }
}

std::uint32_t Compiler::add_lexicon(WordClass word_class,
                                    const std::vector<LexiconEntry>& entries) {
  return program_.add_lexicon(word_class, entries,
                              [&](std::string_view form) { return respelt(form, american_); });
}

// A lexicon by conditions becomes a rule for each of its forms, named as the form is asked for,
// that draws from the lexicon of the condition that holds.
void Compiler::declare_groups(const LexiconTree& lexicon, Names& names) {
  std::vector<std::uint32_t> lexicons;
  lexicons.reserve(lexicon.groups.size());
  for (const LexiconTree::Group& group : lexicon.groups) {
    lexicons.push_back(add_lexicon(lexicon.word_class, group.entries));
  }
  for (const Form form : askable_forms(lexicon.word_class)) {
    std::vector<DraftBranch> branches;
    for (std::size_t i = 0; i < lexicons.size(); ++i) {
      Instruction draw;
      draw.op.code = Code::lexicon;
      draw.op.detail = static_cast<std::uint8_t>(form);
      draw.operand = lexicons[i];
      const Alternative& when = lexicon.groups[i].when;
      branches.push_back({encode({draw}), 1, program_.condition(when.required, when.forbidden)});
    }
    if (form == Form::base) {
      program_.fill_rule(names.at(lexicon.name).id, branches);
      continue;
    }
    const std::uint32_t rule = program_.add_rule();
    program_.fill_rule(rule, branches);
    names.emplace(lexicon.name + '.' + std::string(suffix_of(form)),
                  Target{Target::Kind::rule, rule});
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
    program_.fill_rule(names.at(rule.name).id,
                       emit_branches(rule.alternatives, {rule.source, &names}));
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
         text::has_form(program_.lexicon(target.id).word_class, form);
}

std::uint32_t Compiler::slot(const std::string& name, Form form, const Source& source,
                             Position position) {
  const auto [found, added] =
      slot_ids_.emplace(std::pair(name, form), static_cast<std::uint32_t>(slots_.size()));
  if (added) slots_.push_back({name, form, &source, position});
  return found->second;
}

// The rule that stands for a form of a lexicon by conditions; none where the name is none.
Target Compiler::find_formed(std::string_view name, Form form, const Names* topic) const {
  if (form == Form::base || topic == nullptr) return {};
  const auto found = topic->find(std::string(name) + '.' + std::string(suffix_of(form)));
  return found == topic->end() ? Target{} : found->second;
}

Target Compiler::bind(const Slot& slot, const Names* topic) const {
  const Target formed = find_formed(slot.name, slot.form, topic);
  return formed.kind != Target::Kind::none ? formed : find(slot.name, topic);
}

// Each topic's own target of a slot, or the core's. A form that was asked of a slot must fit every
// target.
void Compiler::bind_slots() {
  program_.set_slots(static_cast<std::uint32_t>(slots_.size()));
  for (std::size_t t = 0; t < topics_.size(); ++t) {
    // A scenario or a document is never what a conversation is about, so what it declares is its
    // own affair.
    const TopicKind kind = tree_.topics[t].kind;
    const bool apart = kind == TopicKind::scenario || kind == TopicKind::document;
    const Names* const topic = apart ? nullptr : &topics_[t];
    for (const Slot& slot : slots_) program_.add_late(bind(slot, topic));
  }
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    const Slot& slot = slots_[i];
    for (std::size_t t = 0; t < topics_.size(); ++t) {
      const Target target = program_.late(t, i);
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
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    const Slot& asked = slots_[i];
    for (std::size_t t = 0; t < topics_.size(); ++t) {
      const Target target = program_.late(t, i);
      if (target.kind == Target::Kind::none || has_form(target, asked.form)) continue;
      if (target == find_formed(asked.name, asked.form, &topics_[t])) continue;
      errors_.push_back(error_at(*asked.source, asked.position,
                                 quoted(asked.name) + " of topic " + quoted(tree_.topics[t].name) +
                                     " does not have this form"));
      break;
    }
  }
}

void Compiler::compile_variants() {
  for (const VariantTree& tree : tree_.variants) {
    if (tree.kind == VariantKind::spelling) american_.emplace(tree.from, tree.to);
    if (!variants_.contains(tree.from)) {
      variants_.emplace(tree.from,
                        NamedVariant{program_.add_variant(tree.from, tree.to), tree.kind});
    }
    const auto words = static_cast<std::size_t>(std::ranges::count(tree.from, ' ')) + 1;
    longest_variant_ = std::max(longest_variant_, words);
  }
}

ActId Compiler::act(const Weighted& name, const Source& source) {
  const auto found = std::ranges::find(contents_.acts, name.name);
  if (found == contents_.acts.end()) {
    errors_.push_back(error_at(source, name.position,
                               "no `moves` are declared for the act " + quoted(name.name)));
    return ActId{0};
  }
  return static_cast<ActId>(found - contents_.acts.begin());
}

void Compiler::compile_dialogue() {
  for (const MovesTree& moves : tree_.moves) contents_.acts.push_back(moves.name);
  contents_.answers.resize(contents_.acts.size());
  contents_.final_answers.resize(contents_.acts.size());
  std::vector<ActId> final_acts;
  for (const TransitionTree& line : tree_.dialogue) {
    if (line.name == "final") {
      for (const Weighted& name : line.acts) final_acts.push_back(act(name, *line.source));
    }
  }
  for (const TransitionTree& line : tree_.dialogue) {
    if (line.name == "final" || line.acts.empty()) continue;
    Answers answers;
    Answers last;
    for (const Weighted& name : line.acts) {
      const ActId id = act(name, *line.source);
      answers.acts.push_back(id);
      answers.act_weights.push_back(name.weight);
      if (std::ranges::find(final_acts, id) == final_acts.end()) continue;
      last.acts.push_back(id);
      last.act_weights.push_back(name.weight);
    }
    if (line.name == "start") {
      contents_.start = std::move(answers);
    } else {
      const auto from = static_cast<std::size_t>(act({line.name, 1, line.position}, *line.source));
      if (contents_.acts.empty()) continue;
      contents_.answers[from] = std::move(answers);
      contents_.final_answers[from] = std::move(last);
    }
  }
  for (std::size_t i = 0; i < contents_.acts.size(); ++i) {
    if (contents_.answers[i].acts.empty()) {
      errors_.push_back(
          error_at(*tree_.moves[i].source, tree_.moves[i].position,
                   "the dialogue has no answers to the act " + quoted(contents_.acts[i])));
    }
  }
  if (contents_.start.acts.empty()) {
    errors_.push_back({ErrorCode::bad_input, "the dialogue has no `start` line", "dialogue"});
  }
}

void Compiler::compile_moves() {
  for (const MovesTree& tree : tree_.moves) {
    ActMoves& moves = contents_.moves.emplace_back();
    for (const MovesTree::Sequence& sequence : tree.sequences) {
      ActMoves::Sequence& out = moves.sequences.emplace_back();
      for (const Weighted& move : sequence.moves)
        out.slots.push_back(slot(move.name, Form::base, *tree.source, move.position));
      out.weight = sequence.weight;
    }
    moves.most_words = tree.most_words;
    for (const Weighted& move : tree.fill)
      moves.fill.push_back(slot(move.name, Form::base, *tree.source, move.position));
    if (moves.sequences.empty()) {
      errors_.push_back(error_at(*tree.source, tree.position, "an act without moves"));
    }
  }
}

void Compiler::compile_blocks() {
  contents_.blocks.resize(kTopicKinds);
  for (const BlocksTree& tree : tree_.blocks) {
    Blocks& blocks = contents_.blocks[static_cast<std::size_t>(tree.kind)];
    for (const BlocksTree::Block& block : tree.blocks) {
      blocks.items.push_back({slot(block.head.name, Form::base, *tree.source, block.head.position),
                              slot(block.row.name, Form::base, *tree.source, block.row.position),
                              block.apart});
      blocks.item_weights.push_back(block.weight);
    }
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
  contents_.frame = {rule("greeting"),         rule("opener"),        rule("closer"),
                     rule("sign_off"),         rule("signature"),     rule("subject"),
                     find("another", nullptr), find("segue", nullptr)};
  const auto lexicon = [&](std::string_view name) -> std::optional<std::uint32_t> {
    const Target target = find(name, nullptr);
    if (target.kind != Target::Kind::lexicon) return std::nullopt;
    return target.id;
  };
  contents_.facts = {lexicon("issuer_name"), lexicon("system_name"), lexicon("project_name"),
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
    Topic& topic = contents_.topics.emplace_back();
    topic.name = tree.name;
    topic.kind = tree.kind;
    topic.weight = tree.weight;
    topic.departments = tree.departments;
    topic.files = tree.files;
    for (const Weighted& one : tree.cases) topic.case_weights.push_back(one.weight);
    topic.subject = find("subject", &topics_[i]);
    if (machine && whole) topic.body = body->second;
    if (tree.kind == TopicKind::scenario || tree.kind == TopicKind::document)
      topic.rules = topics_[i];
    if (tree.kind != TopicKind::scenario) continue;
    topic.scenario = tree.scenario;
    topic.scenario.terms = terms_of(tree);
    if (tree.scenario.code.empty()) {
      errors_.push_back(error_at(*tree.source, tree.position, "a scenario needs a `code`"));
    }
  }
}

}  // namespace haymaker::text
