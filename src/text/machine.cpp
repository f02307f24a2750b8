#include "text/machine.h"

#include <array>
#include <span>

#include "text/fact_writer.h"
#include "text/morphology.h"

namespace haymaker::text {

namespace {

// How often a draw that meets a false condition is repeated before the true ones are counted.
constexpr int kRetries = 6;

constexpr std::array<std::string_view, 3> kBe = {"is", "are", "am"};
constexpr std::array<std::string_view, 3> kBePast = {"was", "were", "was"};
constexpr std::array<std::string_view, 3> kHave = {"has", "have", "have"};
constexpr std::array<std::string_view, 3> kDo = {"does", "do", "do"};

std::string_view auxiliary(std::uint32_t verb, Form form, Agreement agreement) {
  const auto person = static_cast<std::size_t>(agreement);
  constexpr std::array<std::string_view, 3> kBases = {"be", "have", "do"};
  constexpr std::array<std::string_view, 3> kPasts = {"", "had", "did"};
  constexpr std::array<std::string_view, 3> kParticiples = {"been", "had", "done"};
  constexpr std::array<std::string_view, 3> kGerunds = {"being", "having", "doing"};
  constexpr std::array<std::string_view, 3> kThirds = {"is", "has", "does"};
  switch (form) {
    case Form::agreeing: return verb == 0 ? kBe[person] : verb == 1 ? kHave[person] : kDo[person];
    case Form::past: return verb == 0 ? kBePast[person] : kPasts[verb];
    case Form::participle: return kParticiples[verb];
    case Form::gerund: return kGerunds[verb];
    case Form::third_person: return kThirds[verb];
    default: return kBases[verb];
  }
}

bool holds(const Branch& branch, ConditionSet conditions) {
  return (branch.required & ~conditions) == 0 && (branch.forbidden & conditions) == 0;
}

}  // namespace

void Machine::start(const Situation& situation, rng::Key key, Buffer& out) noexcept {
  situation_ = &situation;
  own_stream_ = rng::Stream(key);
  stream_ = &own_stream_;
  pen_.start(situation.voice, out);
  spans_.clear();
  agreement_ = Agreement::singular;
  depth_ = 0;
  choices_left_ = kMostChoices;
}

void Machine::run(Target target) noexcept { run_target(Op{}, target); }

void Machine::run_target(const Op& op, Target target) noexcept {
  switch (target.kind) {
    case Target::Kind::rule: return run_choice(target.id);
    case Target::Kind::lexicon: return write_entry(op, target.id);
    case Target::Kind::none: return;
  }
}

const Branch* Machine::draw_branch(const Choice& choice) noexcept {
  const Branch* branches = &program_.branches[choice.first];
  const auto draw = [&]() -> const Branch* {
    if (choice.even) return branches + stream_->below(choice.count);
    std::uint32_t left = stream_->below(choice.total);
    const Branch* branch = branches;
    while (left >= branch->weight) left -= (branch++)->weight;
    return branch;
  };
  if (!choice.conditional) return draw();
  for (int i = 0; i < kRetries; ++i) {
    if (const Branch* branch = draw(); holds(*branch, situation_->conditions)) return branch;
  }
  return draw_true_branch(choice);
}

const Branch* Machine::draw_true_branch(const Choice& choice) noexcept {
  const std::span branches(&program_.branches[choice.first], choice.count);
  std::uint32_t total = 0;
  for (const Branch& branch : branches) {
    if (holds(branch, situation_->conditions)) total += branch.weight;
  }
  if (total == 0) return nullptr;
  std::uint32_t left = stream_->below(total);
  for (const Branch& branch : branches) {
    if (!holds(branch, situation_->conditions)) continue;
    if (left < branch.weight) return &branch;
    left -= branch.weight;
  }
  return nullptr;
}

void Machine::run_choice(std::uint32_t id) noexcept {
  if (depth_ == kDeepest || choices_left_ == 0) return;
  const Branch* branch = draw_branch(program_.choices[id]);
  if (branch == nullptr) return;
  --choices_left_;
  ++depth_;
  run_ops(branch->first_op);
  --depth_;
}

void Machine::run_ops(std::uint32_t first) noexcept {
  for (const Op* op = &program_.ops[first]; op->code != Code::end; ++op) step(*op);
}

rng::Key Machine::scope_key(const Op& op, std::uint64_t what) const noexcept {
  const rng::Key scope = op.scope == Scope::conversation ? situation_->conversation
                         : op.scope == Scope::message    ? situation_->message
                                                         : rng::Key::root(situation_->voice.taste);
  return scope / "choice" / what / op.number;
}

// The same stream for the same name and number gives the same words wherever they are asked for, by
// <thing#1> or by <~thing#1>: a late name counts as what it stands for.
void Machine::step_in_scope(const Op& op) noexcept {
  Op plain = op;
  plain.scope = Scope::none;
  plain.flags = op.flags & kPossessive;
  if (op.code == Code::late) {
    const Target target = pack_late(op.a);
    plain.code = target.kind == Target::Kind::lexicon ? Code::lexicon : Code::rule;
    plain.a = target.id;
    if (target.kind == Target::Kind::none) return;
  }
  rng::Stream scope_stream(
      scope_key(op, std::uint64_t{plain.a} << 8 | static_cast<std::uint64_t>(plain.code)));
  rng::Stream* const outer = stream_;
  stream_ = &scope_stream;
  step(plain);
  stream_ = outer;
}

void Machine::step(const Op& op) noexcept {
  if ((op.flags & kSpaceBefore) != 0) pen_.space();
  if ((op.flags & kArticle) != 0) pen_.article();
  if (op.scope != Scope::none) return step_in_scope(op);
  switch (op.code) {
    case Code::literal:
      pen_.write(std::string_view(program_.characters).substr(op.a, op.b));
      if ((op.flags & kEndsSentence) != 0) pen_.sentence_ended();
      break;
    case Code::article: pen_.article(); break;
    case Code::variant: write_variant(op); break;
    case Code::rule:
    case Code::choice: run_choice(op.a); break;
    case Code::lexicon: write_entry(op, op.a); break;
    case Code::late: run_target(op, pack_late(op.a)); break;
    case Code::fact: write_fact(op); break;
    case Code::auxiliary: pen_.write(auxiliary(op.a, op.form, agreement_)); break;
    case Code::agree: agreement_ = static_cast<Agreement>(op.a); break;
    case Code::span_begin: pen_.mark(); break;
    case Code::span_end:
      if (const auto begin = pen_.marked()) {
        spans_.push_back(
            {static_cast<std::uint32_t>(*begin), static_cast<std::uint32_t>(pen_.at())});
      }
      break;
    case Code::line_break: pen_.new_line(); break;
    case Code::paragraph: pen_.new_paragraph(); break;
    case Code::end: break;
  }
}

void Machine::write_entry(const Op& op, std::uint32_t id) noexcept {
  const Lexicon& lexicon = program_.lexicons[id];
  Form form = op.form;
  if (form == Form::agreeing) {
    form = agreement_ == Agreement::singular ? Form::third_person : Form::base;
  }
  const std::string_view word =
      lexicon.form(lexicon.draw(*stream_), form, situation_->voice.british);
  pen_.write(word);
  if ((op.flags & kPossessive) != 0) pen_.write(possessive_ending(word));
}

void Machine::write_variant(const Op& op) noexcept {
  const Variant& variant = program_.variants[op.a];
  const Voice& voice = situation_->voice;
  const bool other =
      variant.kind == VariantKind::spelling
          ? !voice.british
          : stream_->chance(
                variant.kind == VariantKind::contraction ? voice.contractions : voice.abbreviations,
                100);
  const std::string_view characters = program_.characters;
  pen_.write(other ? characters.substr(variant.other, variant.other_size)
                   : characters.substr(variant.full, variant.full_size));
}

void Machine::write_fact(const Op& op) noexcept {
  const auto fact = static_cast<Fact>(op.a);
  fact_.clear();
  if ((op.flags & kFresh) != 0) {
    append_fact(fact, op.number, *situation_, pack_, *stream_, fact_);
  } else {
    rng::Stream of_conversation(situation_->conversation / "fact" / op.a / op.number);
    append_fact(fact, op.number, *situation_, pack_, of_conversation, fact_);
  }
  // An address begins no sentence with a capital.
  if (fact == Fact::me_address || fact == Fact::url) pen_.keep_case();
  pen_.write(fact_.view());
  if ((op.flags & kPossessive) != 0) pen_.write(possessive_ending(fact_.view()));
}

}  // namespace haymaker::text
