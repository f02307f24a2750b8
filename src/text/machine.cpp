#include "text/machine.h"

#include <bit>
#include <cstring>

#include "text/fact_writer.h"
#include "text/morphology.h"

namespace haymaker::text {

namespace {

// How often a branch is drawn, while its conditions do not hold, before the true ones are counted.
constexpr int kDraws = 6;

// A choice is fetched into the first cache by so many lines behind its first one.
constexpr std::size_t kLinesAhead = 2;
constexpr std::size_t kLineBytes = 64;

// Lanes of the keys of a situation, which are used for nothing else that has lanes.
constexpr std::uint64_t kChoiceLanes = std::uint64_t{1} << 60;

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

// What a reference refers to, where its place is the program's and not the topic's.
Target target_of(Code code, std::uint32_t id) {
  return {code == Code::lexicon ? Target::Kind::lexicon : Target::Kind::rule, id};
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
  if (target.kind == Target::Kind::lexicon) return write_entry(Op{}, target.id);
  if (target.kind == Target::Kind::none) return;
  if (const auto* code = draw_branch(program_.rule(target.id))) run_code(code);
}

void Machine::run_code(const std::uint32_t* at) noexcept {
  const std::size_t outermost = depth_;
  while (true) {
    const Op op = std::bit_cast<Op>(*at);
    const std::uint32_t* next = at + 1;
    const std::uint32_t* branch = nullptr;
    if ((op.flags & kSpaceBefore) != 0) pen_.space();
    if ((op.flags & kArticle) != 0) [[unlikely]]
      pen_.article();
    switch (op.code) {
      case Code::literal: {
        std::uint16_t size = 0;
        std::memcpy(&size, next, sizeof size);
        pen_.write(reinterpret_cast<const char*>(next) + sizeof size, size, op.detail, op.number);
        next += (sizeof size + size + 3) / 4;
        break;
      }
      case Code::choice:
        next = at + Choice{at}.length();
        branch = draw_branch({at});
        break;
      case Code::rule:
      case Code::lexicon:
      case Code::late: {
        const std::uint32_t id = *next++;
        const Target target = op.code == Code::late ? late(id) : target_of(op.code, id);
        if ((op.flags & kScoped) != 0) {
          run_in_scope(op, target);
        } else if (target.kind == Target::Kind::rule) {
          branch = draw_branch(program_.rule(target.id));
        } else if (target.kind == Target::Kind::lexicon) {
          write_entry(op, target.id);
        }
        break;
      }
      case Code::fact: write_fact(op); break;
      case Code::variant: write_variant(op, program_.variants[*next++]); break;
      default: run_mark(op);
    }
    const bool last = (op.flags & kLast) != 0;
    if (branch != nullptr && (last || depth_ < kDeepest)) {
      if (!last) calls_[depth_++] = next;
      at = branch;
    } else if (!last) {
      at = next;
    } else {
      if (depth_ == outermost) return;
      at = calls_[--depth_];
    }
  }
}

// What is done seldom enough to stay out of the way of the rest.
void Machine::run_mark(Op op) noexcept {
  switch (op.code) {
    case Code::article: pen_.article(); break;
    case Code::auxiliary: pen_.write(auxiliary(op.number, op.form(), agreement_)); break;
    case Code::agree: agreement_ = static_cast<Agreement>(op.number); break;
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

const std::uint32_t* Machine::draw_branch(Choice choice) noexcept {
  // Its table and the first of its branches, while the branch is drawn.
  for (std::size_t line = 1; line <= kLinesAhead; ++line) {
    __builtin_prefetch(choice.at + line * kLineBytes / sizeof(std::uint32_t));
  }
  if (choices_left_ == 0) return nullptr;
  --choices_left_;
  const auto draw = [&] { return choice.entry_of(stream_->below(choice.bound())); };
  std::uint32_t entry = draw();
  if ((choice.op().detail & Choice::kConditional) != 0) {
    for (int i = 1; i < kDraws && !holds(entry); ++i) entry = draw();
    if (!holds(entry)) entry = draw_true_entry(choice);
  }
  const std::uint32_t offset = Choice::offset(entry);
  return offset == 0 ? nullptr : choice.at + offset;
}

// The entry of a branch among those whose conditions hold, or 0: nothing to run.
std::uint32_t Machine::draw_true_entry(Choice choice) noexcept {
  std::uint32_t total = 0;
  true_branches_.clear();
  const std::span<const std::uint32_t> entries = choice.entries();
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    if (!holds(entries[i])) continue;
    true_branches_.push_back({entries[i], choice.weight(i)});
    total += true_branches_.back().weight;
  }
  if (total == 0) return 0;
  std::uint32_t left = stream_->below(total);
  for (std::size_t i = 0;; ++i) {
    if (left < true_branches_[i].weight) return true_branches_[i].entry;
    left -= true_branches_[i].weight;
  }
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
void Machine::run_in_scope(Op op, Target target) noexcept {
  const std::uint64_t lane =
      std::uint64_t{target.id} << 16 | static_cast<std::uint64_t>(target.kind) << 8 | op.number;
  rng::Stream scope_stream(scope_key(op.scope()), kChoiceLanes | lane);
  rng::Stream* const outer = stream_;
  stream_ = &scope_stream;
  if (target.kind == Target::Kind::lexicon) {
    write_entry(op, target.id);
  } else {
    run(target);
  }
  stream_ = outer;
}

void Machine::write_entry(Op op, std::uint32_t id) noexcept {
  const Lexicon& lexicon = program_.lexicons[id];
  Form form = op.form();
  if (form == Form::agreeing) {
    form = agreement_ == Agreement::singular ? Form::third_person : Form::base;
  }
  const Piece piece = program_.draw(lexicon, form, situation_->voice.british, *stream_);
  write(piece);
  if ((op.flags & kPossessive) != 0) pen_.write(possessive_ending(piece.words()));
}

void Machine::write_variant(Op op, const Variant& variant) noexcept {
  const auto kind = static_cast<VariantKind>(op.detail);
  const Voice& voice = situation_->voice;
  const bool other =
      kind == VariantKind::spelling
          ? !voice.british
          : stream_->chance(
                kind == VariantKind::contraction ? voice.contractions : voice.abbreviations, 100);
  write(program_.piece(other ? variant.other : variant.full));
}

void Machine::write_fact(Op op) noexcept {
  const auto fact = static_cast<Fact>(op.detail);
  rng::Stream of_conversation = fact_stream(situation_->conversation, fact, op.number);
  rng::Stream& stream = (op.flags & kFresh) != 0 ? *stream_ : of_conversation;
  const std::string_view words = fact_words(fact, op.number, *situation_, pack_, stream, fact_);
  // An address begins no sentence with a capital.
  if (fact == Fact::me_address || fact == Fact::url) pen_.keep_case();
  pen_.write(words);
  if ((op.flags & kPossessive) != 0) pen_.write(possessive_ending(words));
}

}  // namespace haymaker::text
