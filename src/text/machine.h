#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "base/buffer.h"
#include "rng/stream.h"
#include "text/pack.h"
#include "text/pen.h"
#include "text/situation.h"

namespace haymaker::text {

// A run of the text that was planted: bytes [begin, end) of the Buffer.
struct PlantedSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// Runs a pack's bytecode. One machine serves one thread and is used for one message after another;
// it allocates nothing once its buffers have grown.
class Machine {
 public:
  explicit Machine(const Pack& pack) noexcept : pack_(pack), program_(pack.program()) {}

  // Begins a text at the end of `out`; the situation must outlive the text.
  void start(const Situation& situation, rng::Key key, Buffer& out) noexcept;
  void run(Target target) noexcept;
  // The topic's rule for a late slot.
  void run_slot(std::uint32_t slot) noexcept { run(late(slot)); }
  [[nodiscard]] Target late(std::uint32_t slot) const noexcept {
    return program_.late[static_cast<std::size_t>(situation_->topic) * program_.slots + slot];
  }

  [[nodiscard]] Pen& pen() noexcept { return pen_; }
  [[nodiscard]] rng::Stream& stream() noexcept { return *stream_; }
  [[nodiscard]] const std::vector<PlantedSpan>& spans() const noexcept { return spans_; }
  [[nodiscard]] std::vector<PlantedSpan>& spans() noexcept { return spans_; }

 private:
  // A grammar that refers to itself ends here; nothing that a pack holds comes near.
  static constexpr std::size_t kDeepest = 48;
  static constexpr std::uint32_t kMostChoices = 50'000;  // In one text.

  struct Branch {
    std::uint32_t entry;
    std::uint32_t weight;
  };

  void run_code(const std::uint32_t* at) noexcept;
  // The code of one alternative whose conditions hold, by their weights; null where there is none,
  // or it is empty.
  [[nodiscard]] const std::uint32_t* draw_branch(Choice choice) noexcept;
  [[nodiscard]] bool holds(std::uint32_t entry) const noexcept {
    return program_.conditions[Choice::condition(entry)].holds(situation_->conditions);
  }
  [[nodiscard]] std::uint32_t draw_true_entry(Choice choice) noexcept;
  void run_in_scope(Op op, Target target) noexcept;
  void run_mark(Op op) noexcept;
  void write_entry(Op op, std::uint32_t lexicon) noexcept;
  void write_fact(Op op) noexcept;
  void write_variant(Op op, const Variant& variant) noexcept;
  void write(const Piece& piece) {
    pen_.write(piece.characters, piece.size, piece.traits, piece.blanks);
  }
  [[nodiscard]] rng::Key scope_key(Scope scope) const noexcept;

  const Pack& pack_;
  const Program& program_;
  const Situation* situation_ = nullptr;
  rng::Stream own_stream_{rng::Key{}};
  rng::Stream* stream_ = &own_stream_;  // The message's, or that of a scope.
  Pen pen_;
  Buffer fact_;
  std::vector<PlantedSpan> spans_;
  std::vector<Branch> true_branches_;                   // Of one choice.
  std::array<const std::uint32_t*, kDeepest> calls_{};  // What is to be run next.
  std::size_t depth_ = 0;
  std::uint32_t choices_left_ = 0;
  Agreement agreement_ = Agreement::singular;
};

}  // namespace haymaker::text
