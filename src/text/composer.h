#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/buffer.h"
#include "text/machine.h"
#include "text/pack.h"
#include "text/situation.h"

namespace haymaker::text {

// Writes the text of messages: the discourse plan of an act, realised by the pack's rules in the
// author's voice. Lines end in LF; a paragraph is one line, however long; paragraphs are parted by
// an empty line.
class Composer {
 public:
  explicit Composer(const Pack& pack) noexcept : pack_(pack), machine_(pack) {}

  // The subject of the conversation, without "RE:". The same for each of its messages.
  void append_subject(const Situation& situation, Buffer& out) noexcept;

  // The author's own words: greeting, moves, sign-off. Ends in LF.
  void append_body(const Situation& situation, Buffer& out) noexcept;
  // The signature block, or nothing where the author has none. Ends in LF.
  void append_signature(const Situation& situation, Buffer& out) noexcept;

  // What a rule of a topic makes of the situation, in one line without its end: the title of a
  // file, a row of its table.
  void append_line(const Situation& situation, Target rule, rng::Key key, Buffer& out) noexcept;

  // Where the planted words of the last text lie in its Buffer.
  [[nodiscard]] std::span<const PlantedSpan> spans() const noexcept { return machine_.spans(); }

 private:
  void write_greeting(const Situation& situation) noexcept;
  void write_moves(const Situation& situation) noexcept;
  void write_move(std::uint32_t slot, std::uint32_t& moves_in_paragraph) noexcept;
  std::uint32_t draw_fill(const ActMoves& moves, rng::Stream& stream) noexcept;
  void write_close(const Situation& situation) noexcept;

  const Pack& pack_;
  Machine machine_;
  std::vector<std::uint32_t> used_;  // Moves of fill that the body has.
};

}  // namespace haymaker::text
