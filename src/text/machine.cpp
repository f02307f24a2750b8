#include "text/machine.h"

#include "text/fact_writer.h"
#include "text/morphology.h"

namespace haymaker::text {

namespace {

// How often a draw that meets a false condition is repeated before the true ones are counted.
constexpr int kRetries = 6;

// Lanes of the keys of a situation, which are used for nothing else that has lanes.
constexpr std::uint64_t kChoiceLanes = std::uint64_t{1} << 60;
constexpr std::uint64_t kFactLanes = std::uint64_t{1} << 61;

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

void Machine::run(Target target) noexcept {
  if (target.kind == Target::Kind::none) return;
  std::array<Op, 2> ops{};
  ops[0].code = target.kind == Target::Kind::rule ? Code::choice : Code::lexicon;
  ops[0].a = target.id;
  run_ops(ops.data());
}

void Machine::run_ops(const Op* op) noexcept {
  const std::size_t outermost = depth_;
  for (;; ++op) {
    if ((op->flags & kSpaceBefore) != 0) pen_.space();
    if ((op->flags & (kArticle | kScoped)) != 0) [[unlikely]] {
      if ((op->flags & kArticle) != 0) pen_.article();
      if ((op->flags & kScoped) != 0) {
        run_in_scope(*op);
        continue;
      }
    }
    switch (op->code) {
      case Code::literal:
        pen_.write(program_.characters.data() + op->a, op->b, op->traits, op->blanks);
        break;
      case Code::choice: op = enter(op, op->a); break;
      case Code::lexicon: write_entry(*op, op->a); break;
      case Code::late:
        if (const Target target = pack_late(op->a); target.kind == Target::Kind::rule) {
          op = enter(op, target.id);
        } else if (target.kind == Target::Kind::lexicon) {
          write_entry(*op, target.id);
        }
        break;
      case Code::fact: write_fact(*op); break;
      case Code::variant: write_variant(*op); break;
      case Code::end:
        if (depth_ == outermost) return;
        op = calls_[--depth_];
        break;
      default: run_mark(*op);
    }
  }
}

// What is done seldom enough to stay out of the way of the rest.
void Machine::run_mark(const Op& op) noexcept {
  switch (op.code) {
    case Code::article: pen_.article(); break;
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
    default: break;  // A space is in the flags.
  }
}

const Op* Machine::enter(const Op* op, std::uint32_t choice) noexcept {
  if (depth_ == kDeepest || choices_left_ == 0) return op;
  const Branch* const branch = draw_branch(program_.choices[choice]);
  if (branch == nullptr) return op;
  --choices_left_;
  calls_[depth_++] = op;
  return program_.ops.data() + branch->first_op - 1;
}

const Branch* Machine::draw_branch(const Choice& choice) noexcept {
  if ((choice.flags & kConditional) == 0) return &program_.draw_branch(choice, *stream_);
  for (int i = 0; i < kRetries; ++i) {
    const Branch& branch = program_.draw_branch(choice, *stream_);
    if (holds(branch, situation_->conditions)) return &branch;
  }
  return draw_true_branch(choice);
}

const Branch* Machine::draw_true_branch(const Choice& choice) noexcept {
  const auto branches = program_.branches.subspan(choice.first_branch, choice.count);
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

rng::Key Machine::scope_key(Scope scope) const noexcept {
  switch (scope) {
    case Scope::conversation: return situation_->conversation;
    case Scope::message: return situation_->message;
    default: return rng::Key::root(situation_->voice.taste);
  }
}

// The same stream for the same name and number gives the same words wherever they are asked for, by
// <thing#1> or by <~thing#1>: a late name counts as what it stands for.
void Machine::run_in_scope(const Op& op) noexcept {
  std::array<Op, 2> plain{op, Op{}};
  plain[0].scope = Scope::none;
  plain[0].flags = op.flags & kPossessive;
  if (op.code == Code::late) {
    const Target target = pack_late(op.a);
    if (target.kind == Target::Kind::none) return;
    plain[0].code = target.kind == Target::Kind::lexicon ? Code::lexicon : Code::choice;
    plain[0].a = target.id;
  }
  const std::uint64_t lane =
      std::uint64_t{plain[0].a} << 16 | static_cast<std::uint64_t>(plain[0].code) << 8 | op.number;
  rng::Stream scope_stream(scope_key(op.scope), kChoiceLanes | lane);
  rng::Stream* const outer = stream_;
  stream_ = &scope_stream;
  run_ops(plain.data());
  stream_ = outer;
}

void Machine::write_entry(const Op& op, std::uint32_t id) noexcept {
  const Lexicon& lexicon = program_.lexicons[id];
  Form form = op.form;
  if (form == Form::agreeing) {
    form = agreement_ == Agreement::singular ? Form::third_person : Form::base;
  }
  const std::uint32_t entry = program_.draw_entry(lexicon, *stream_);
  const Piece& piece = program_.form(lexicon, entry, form, situation_->voice.british);
  write(piece);
  if ((op.flags & kPossessive) != 0) pen_.write(possessive_ending(program_.words(piece)));
}

void Machine::write_variant(const Op& op) noexcept {
  const Variant& variant = program_.variants[op.a];
  const auto kind = static_cast<VariantKind>(variant.kind);
  const Voice& voice = situation_->voice;
  const bool other =
      kind == VariantKind::spelling
          ? !voice.british
          : stream_->chance(
                kind == VariantKind::contraction ? voice.contractions : voice.abbreviations, 100);
  write(other ? variant.other : variant.full);
}

void Machine::write_fact(const Op& op) noexcept {
  const auto fact = static_cast<Fact>(op.a);
  rng::Stream of_conversation(situation_->conversation,
                              kFactLanes | std::uint64_t{op.a} << 8 | op.number);
  rng::Stream& stream = (op.flags & kFresh) != 0 ? *stream_ : of_conversation;
  const std::string_view words = fact_words(fact, op.number, *situation_, pack_, stream, fact_);
  // An address begins no sentence with a capital.
  if (fact == Fact::me_address || fact == Fact::url) pen_.keep_case();
  pen_.write(words);
  if ((op.flags & kPossessive) != 0) pen_.write(possessive_ending(words));
}

}  // namespace haymaker::text
