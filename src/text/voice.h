#pragma once

#include <cstdint>

namespace haymaker::text {

// How somebody writes: constant over the corpus, so that an author sounds like the same author.
// Percentages are of the occasions on which the habit could show.
struct Voice {
  std::uint64_t taste = 0;           // Decides every free choice that an author always makes alike.
  std::uint8_t formality = 1;        // 0 chatty, 1 neutral, 2 polite, 3 formal.
  std::uint8_t verbosity = 100;      // Length of a body in percent of the mean author's.
  std::uint8_t greeting = 50;        // Percent of messages that open with a greeting.
  std::uint8_t sign_off = 70;        // Percent that close with one.
  std::uint8_t contractions = 60;    // Percent of "do not" that become "don't".
  std::uint8_t abbreviations = 0;    // Percent of "please" that become "pls", and the like.
  std::uint8_t typos_per_mille = 1;  // Words that are mistyped.
  std::uint8_t exclamations = 2;     // Percent of closing full stops that become "!".
  std::uint8_t emoji = 0;            // Percent of informal messages with one.
  bool lower_case = false;           // Begins sentences without a capital.
  bool british = true;               // "organise", 14 March; else "organize", March 14.
  bool double_space = false;         // Two spaces after a full stop.
  bool signature = true;             // Has a signature block.

  friend bool operator==(const Voice&, const Voice&) = default;
};

}  // namespace haymaker::text
