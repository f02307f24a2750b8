#include "text/composer.h"

#include <algorithm>
#include <array>

#include "base/append.h"
#include "text/typo.h"

namespace haymaker::text {

namespace {

// Below this a message is an answer in passing: one move, no frame.
constexpr std::uint32_t kTerseWords = 12;
// What a move has on average: tells how many there will be.
constexpr std::uint32_t kWordsOfMove = 16;
// Planted words stand for one of so many first moves.
constexpr std::uint32_t kLatestPlant = 5;
constexpr std::uint32_t kNever = 1'000'000;
// Prose beyond this many moves of fill would stray from the matter; what a longer body still lacks
// are lists and other matters.
constexpr std::uint32_t kMostFill = 3;
constexpr std::uint32_t kMostFillOfOther = 2;
// Where a pack has no lists, prose must do.
constexpr std::uint32_t kMostFillWithoutLists = 400;
// A list or another matter is begun where so many words are missing,
constexpr std::uint32_t kLeastRest = 40;
// and a list has at least and at most so many rows.
constexpr std::uint32_t kFewestRows = 3;
constexpr std::uint32_t kMostRows = 12;
constexpr std::uint32_t kMostSections = 60;
// How often a move, a list or a case that was there already is drawn again, so that a body repeats
// itself late if at all.
constexpr int kRedraws = 6;

// What stands before the rows of a list: the author's habit. "#" is the number of the row.
constexpr auto kBullets = std::to_array<std::string_view>({"-", "-", "-", "*", "", "", "#.", "#)"});

// A length that the act does not bear is folded to between half the most and the most.
std::uint32_t fitting(std::uint32_t words, std::uint32_t most) {
  if (most == 0 || words <= most) return words;
  return most - words % (most / 2 + 1);
}

void write_bullet(std::string_view bullet, std::uint32_t row, Buffer& out) {
  if (bullet.empty()) return;
  if (bullet.starts_with('#')) {
    append_decimal(std::uint64_t{row + 1}, out);
    bullet.remove_prefix(1);
  }
  out.append(bullet);
  out.append(' ');
}

}  // namespace

void Composer::start_text(const Situation& situation, rng::Key key, Buffer& out) noexcept {
  situation_ = situation;
  machine_.start(situation_, key, out);
}

void Composer::append_subject(const Situation& situation, Buffer& out) noexcept {
  const std::size_t begin = out.size();
  start_text(situation, situation.conversation / "subject", out);
  machine_.run(situation.planted_subject.kind != Target::Kind::none
                   ? situation.planted_subject
                   : pack_.topic(situation.topic).subject);
  while (out.size() > begin && (out.back() == '.' || out.back() == ' '))
    out.truncate(out.size() - 1);
}

void Composer::append_body(const Situation& situation, Buffer& out) noexcept {
  const std::size_t begin = out.size();
  start_text(situation, situation.message / "body", out);
  const Topic& topic = pack_.topic(situation.topic);
  if (topic.body.kind != Target::Kind::none) {
    machine_.run(topic.body);
  } else {
    write_greeting();
    write_moves();
    mistype(begin, machine_.pen().words(), situation.voice.typos_per_mille, machine_.stream(),
            machine_.spans(), out);
  }
  while (out.size() > begin && (out.back() == '\n' || out.back() == ' '))
    out.truncate(out.size() - 1);
  out.append('\n');
}

void Composer::append_signature(const Situation& situation, Buffer& out) noexcept {
  if (!situation.voice.signature) return;
  const std::size_t begin = out.size();
  // A signature is the author's, not the message's: the same block each time.
  start_text(situation, rng::Key::root(situation.voice.taste) / "signature", out);
  machine_.run(pack_.frame().signature);
  if (out.size() > begin && out.back() != '\n') out.append('\n');
}

void Composer::append_line(const Situation& situation, Target rule, rng::Key key,
                           Buffer& out) noexcept {
  start_text(situation, key, out);
  machine_.run(rule);
}

void Composer::write_greeting() noexcept {
  if (!situation_.greets || !machine_.stream().chance(situation_.voice.greeting, 100)) return;
  machine_.run(pack_.frame().greeting);
  machine_.pen().new_paragraph();
}

void Composer::write_moves() noexcept {
  const ActMoves& moves = pack_.moves(situation_.act);
  const std::uint32_t target =
      fitting(situation_.target_words * situation_.voice.verbosity / 100, moves.most_words);
  moves_ = 0;
  in_paragraph_ = 0;
  if (target >= 4 * kTerseWords && situation_.greets && machine_.stream().chance(1, 8)) {
    machine_.run(pack_.frame().opener);
    machine_.pen().end_sentence();
    ++in_paragraph_;
  }
  planted_move_ = situation_.planted.kind == Target::Kind::none ? kNever
                  : situation_.planted_answers
                      ? 0
                      : rng::Stream(situation_.message / "plant")
                            .below(std::clamp(target / kWordsOfMove, 1U, kLatestPlant));
  write_sequence(moves, target);
  const bool lists = !pack_.blocks(pack_.topic(situation_.topic).kind).items.empty();
  write_fill(moves, lists ? kMostFill : kMostFillWithoutLists, target);
  if (planted_move_ != kNever) write_planted();
  write_rest(target);
  write_close(target);
}

// One to five moves make a paragraph, as a coin decides.
void Composer::part_paragraph() noexcept {
  if (in_paragraph_ == 0 || !machine_.stream().chance(in_paragraph_, 5)) return;
  machine_.pen().new_paragraph();
  in_paragraph_ = 0;
}

void Composer::write_move(Target target) noexcept {
  part_paragraph();
  machine_.run(target);
  machine_.pen().end_sentence();
  ++in_paragraph_;
  ++moves_;
}

void Composer::write_planted() noexcept {
  planted_move_ = kNever;
  part_paragraph();
  if (moves_ > 0) {
    const std::size_t begin = machine_.pen().at();
    machine_.run(pack_.frame().segue);
    if (machine_.pen().at() > begin) machine_.pen().space();
  }
  machine_.run(situation_.planted);
  machine_.pen().end_sentence();
  ++in_paragraph_;
  ++moves_;
}

// Planted words take the place of a move, so that they make no body longer.
void Composer::write_next(std::uint32_t slot) noexcept {
  if (moves_ == planted_move_) return write_planted();
  write_move(machine_.late(slot));
}

void Composer::write_sequence(const ActMoves& moves, std::uint32_t target) noexcept {
  const ActMoves::Sequence& sequence = moves.sequences[moves.weights.draw(machine_.stream())];
  bool first = true;
  for (const std::uint32_t slot : sequence.slots) {
    if (!first && machine_.pen().words() >= target) return;
    first = false;
    write_next(slot);
  }
}

std::uint32_t Composer::draw_unused(std::uint32_t choices,
                                    std::vector<std::uint32_t>& used) noexcept {
  rng::Stream& stream = machine_.stream();
  std::uint32_t choice = stream.below(choices);
  for (int i = 0; i < kRedraws && std::ranges::find(used, choice) != used.end(); ++i) {
    choice = stream.below(choices);
  }
  if (used.size() >= choices) used.clear();
  used.push_back(choice);
  return choice;
}

// Moves of fill, none twice as far as that is easily had.
void Composer::write_fill(const ActMoves& moves, std::uint32_t most,
                          std::uint32_t target) noexcept {
  const auto choices = static_cast<std::uint32_t>(moves.fill.size());
  used_.clear();
  for (std::uint32_t i = 0; i < most && choices > 1 && machine_.pen().words() + 6 < target; ++i) {
    write_next(moves.fill[draw_unused(choices, used_)]);
  }
}

// What makes a body long: lists, and other matters of the same topic.
void Composer::write_rest(std::uint32_t target) noexcept {
  const Blocks& blocks = pack_.blocks(pack_.topic(situation_.topic).kind);
  if (blocks.items.empty()) return;
  rng::Stream& stream = machine_.stream();
  used_blocks_.clear();
  std::uint32_t others = 0;
  for (std::uint32_t i = 0; i < kMostSections && machine_.pen().words() + kLeastRest < target;
       ++i) {
    machine_.pen().new_paragraph();
    in_paragraph_ = 0;
    if (stream.chance(1, 5)) {
      write_other_matter(++others, target);
      continue;
    }
    std::uint32_t choice = blocks.weights.draw(stream);
    for (int j = 0; j < kRedraws && std::ranges::find(used_blocks_, choice) != used_blocks_.end();
         ++j) {
      choice = blocks.weights.draw(stream);
    }
    used_blocks_.push_back(choice);
    write_block(blocks.items[choice], target);
  }
}

// What follows is of another case of the topic, with facts of its own.
void Composer::turn_to_other_case(std::string_view why, std::uint32_t number) noexcept {
  situation_.conversation = situation_.conversation / why / number;
  rng::Stream stream(situation_.conversation / "case");
  const Topic& topic = pack_.topic(situation_.topic);
  const ConditionSet conditions = situation_.conditions;
  ConditionSet other = topic.draw_case(stream);
  for (int i = 0; i < kRedraws && (other & conditions) != 0; ++i) other = topic.draw_case(stream);
  situation_.conditions = (conditions & ~kCaseBits) | other;
}

// Told as a first message would tell it.
void Composer::write_other_matter(std::uint32_t number, std::uint32_t target) noexcept {
  const rng::Key conversation = situation_.conversation;
  const ConditionSet conditions = situation_.conditions;
  turn_to_other_case("other matter", number);
  machine_.run(pack_.frame().another);
  machine_.pen().space();
  const ActMoves& moves = pack_.moves(pack_.draw_first_act(machine_.stream()));
  write_sequence(moves, target);
  write_fill(moves, kMostFillOfOther, target);
  situation_.conversation = conversation;
  situation_.conditions = conditions;
}

// A line, and rows below it until the body is long enough.
void Composer::write_block(const Block& block, std::uint32_t target) noexcept {
  Pen& pen = machine_.pen();
  const std::string_view bullet = kBullets[situation_.voice.taste % kBullets.size()];
  const auto rows = static_cast<std::uint32_t>(machine_.stream().between(kFewestRows, kMostRows));
  machine_.run_slot(block.head);
  const rng::Key conversation = situation_.conversation;
  const ConditionSet conditions = situation_.conditions;
  for (std::uint32_t row = 0; row < rows; ++row) {
    if (row >= kFewestRows && pen.words() >= target) break;
    pen.new_line();
    write_bullet(bullet, row, pen.out());
    if (block.apart) turn_to_other_case("row", row);
    machine_.run_slot(block.row);
    situation_.conversation = conversation;
    situation_.conditions = conditions;
  }
  pen.new_paragraph();
}

void Composer::write_close(std::uint32_t target) noexcept {
  rng::Stream& stream = machine_.stream();
  Pen& pen = machine_.pen();
  if (!situation_.greets) return;
  if (target >= 3 * kTerseWords && stream.chance(1, 5)) {
    pen.new_paragraph();
    machine_.run(pack_.frame().closer);
    pen.end_sentence();
  }
  if (!stream.chance(situation_.voice.sign_off, 100)) return;
  pen.new_paragraph();
  machine_.run(pack_.frame().sign_off);
  pen.new_line();
  pen.write(situation_.voice.formality >= 3 ? situation_.me_full : situation_.me);
}

}  // namespace haymaker::text
