#pragma once

#include <cstdint>
#include <span>
#include <string_view>
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
  void start_text(const Situation& situation, rng::Key key, Buffer& out) noexcept;
  void write_greeting() noexcept;
  void write_moves() noexcept;
  void write_sequence(const ActMoves& moves, std::uint32_t target) noexcept;
  void write_fill(const ActMoves& moves, std::uint32_t most, std::uint32_t target) noexcept;
  void write_move(Target target) noexcept;
  void write_next(std::uint32_t slot) noexcept;
  void write_planted() noexcept;
  void part_paragraph() noexcept;
  void write_rest(std::uint32_t target) noexcept;
  void turn_to_other_case(std::string_view why, std::uint32_t number) noexcept;
  void write_other_matter(std::uint32_t number, std::uint32_t target) noexcept;
  void write_block(const Block& block, std::uint32_t target) noexcept;
  void write_close(std::uint32_t target) noexcept;
  std::uint32_t draw_unused(std::uint32_t choices, std::vector<std::uint32_t>& used) noexcept;

  const Pack& pack_;
  Machine machine_;
  Situation situation_;                     // Of the text being written, as the machine sees it.
  std::vector<std::uint32_t> used_;         // Moves of fill that the matter has.
  std::vector<std::uint32_t> used_blocks_;  // That the body has.
  std::uint32_t moves_ = 0;                 // That the body has,
  std::uint32_t in_paragraph_ = 0;          // of them in the paragraph that is being written.
  std::uint32_t planted_move_ = 0;          // The move that planted words stand for, or kNever.
};

}  // namespace haymaker::text
