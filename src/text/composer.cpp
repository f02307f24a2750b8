#include "text/composer.h"

#include <algorithm>

#include "text/typo.h"

namespace haymaker::text {

namespace {

// Below this a message is an answer in passing: one move, no frame.
constexpr std::uint32_t kTerseWords = 12;
// However long a body is to be, it has no more moves than this.
constexpr int kMostMoves = 400;
// Planted words follow one of this many first moves.
constexpr std::uint32_t kLatestPlant = 4;
// How often a move that the body has already is drawn again, so that a body repeats itself late if
// at all.
constexpr int kRedraws = 6;

}  // namespace

void Composer::append_subject(const Situation& situation, Buffer& out) noexcept {
  const std::size_t begin = out.size();
  machine_.start(situation, situation.conversation / "subject", out);
  machine_.run(situation.planted_subject.kind != Target::Kind::none
                   ? situation.planted_subject
                   : pack_.topic(situation.topic).subject);
  while (out.size() > begin && (out.back() == '.' || out.back() == ' '))
    out.truncate(out.size() - 1);
}

void Composer::append_body(const Situation& situation, Buffer& out) noexcept {
  const std::size_t begin = out.size();
  machine_.start(situation, situation.message / "body", out);
  const Topic& topic = pack_.topic(situation.topic);
  if (topic.body.kind != Target::Kind::none) {
    machine_.run(topic.body);
  } else {
    write_greeting(situation);
    write_moves(situation);
    write_close(situation);
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
  machine_.start(situation, rng::Key::root(situation.voice.taste) / "signature", out);
  machine_.run(pack_.frame().signature);
  if (out.size() > begin && out.back() != '\n') out.append('\n');
}

void Composer::append_line(const Situation& situation, Target rule, rng::Key key,
                           Buffer& out) noexcept {
  machine_.start(situation, key, out);
  machine_.run(rule);
}

void Composer::write_greeting(const Situation& situation) noexcept {
  if (!situation.greets || !machine_.stream().chance(situation.voice.greeting, 100)) return;
  machine_.run(pack_.frame().greeting);
  machine_.pen().new_paragraph();
}

void Composer::write_move(std::uint32_t slot, std::uint32_t& moves_in_paragraph) noexcept {
  // One to five moves make a paragraph, as a coin decides.
  if (moves_in_paragraph > 0 && machine_.stream().chance(moves_in_paragraph, 5)) {
    machine_.pen().new_paragraph();
    moves_in_paragraph = 0;
  }
  machine_.run_slot(slot);
  machine_.pen().end_sentence();
  ++moves_in_paragraph;
}

void Composer::write_moves(const Situation& situation) noexcept {
  const ActMoves& moves = pack_.moves(situation.act);
  rng::Stream& stream = machine_.stream();
  Pen& pen = machine_.pen();
  const std::uint32_t target = situation.target_words * situation.voice.verbosity / 100;
  std::uint32_t in_paragraph = 0;
  if (target >= 4 * kTerseWords && situation.greets && stream.chance(1, 4)) {
    machine_.run(pack_.frame().opener);
    pen.end_sentence();
    ++in_paragraph;
  }
  // The planted words come after one of the first moves, as if they were a move themselves.
  int plant_after =
      situation.planted.kind == Target::Kind::none
          ? kMostMoves
          : static_cast<int>(rng::Stream(situation.message / "plant").below(kLatestPlant));
  const auto plant_if_due = [&](int written, bool last) {
    if (written < plant_after && (!last || plant_after == kMostMoves)) return;
    plant_after = kMostMoves;
    machine_.run(situation.planted);
    pen.end_sentence();
    ++in_paragraph;
  };
  const ActMoves::Sequence& sequence = moves.sequences[moves.weights.draw(stream)];
  int written = 0;
  for (const std::uint32_t slot : sequence.slots) {
    plant_if_due(written, false);
    if (written++ > 0 && pen.words() >= target) break;
    write_move(slot, in_paragraph);
  }
  used_.clear();
  const auto choices = static_cast<std::uint32_t>(moves.fill.size());
  for (; choices > 1 && pen.words() + 6 < target && written < kMostMoves - 1; ++written) {
    plant_if_due(written, false);
    write_move(draw_fill(moves, stream), in_paragraph);
  }
  plant_if_due(written, true);
}

std::uint32_t Composer::draw_fill(const ActMoves& moves, rng::Stream& stream) noexcept {
  const auto choices = static_cast<std::uint32_t>(moves.fill.size());
  std::uint32_t slot = moves.fill[stream.below(choices)];
  for (int i = 0; i < kRedraws && std::ranges::find(used_, slot) != used_.end(); ++i) {
    slot = moves.fill[stream.below(choices)];
  }
  if (used_.size() == choices) used_.clear();
  used_.push_back(slot);
  return slot;
}

void Composer::write_close(const Situation& situation) noexcept {
  rng::Stream& stream = machine_.stream();
  Pen& pen = machine_.pen();
  if (!situation.greets) return;
  if (situation.target_words >= 3 * kTerseWords && stream.chance(1, 3)) {
    pen.new_paragraph();
    machine_.run(pack_.frame().closer);
    pen.end_sentence();
  }
  if (!stream.chance(situation.voice.sign_off, 100)) return;
  pen.new_paragraph();
  machine_.run(pack_.frame().sign_off);
  pen.new_line();
  pen.write(situation.voice.formality >= 3 ? situation.me_full : situation.me);
}

}  // namespace haymaker::text
