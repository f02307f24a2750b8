#pragma once

// Turns what the compiler has understood into the code of a Program.

#include <cstdint>
#include <string>
#include <vector>

#include "text/program.h"

namespace haymaker::text {

using Words = std::vector<std::uint32_t>;

// An operation before it is code.
struct Instruction {
  Op op;
  std::uint32_t operand = 0;  // Of a variant, a rule, a lexicon or a slot.
  std::string text;           // Of a literal.
  Words choice;               // Of a choice, all of it.
};

// A branch before it is code.
struct DraftBranch {
  Words code;
  std::uint32_t weight = 1;
  std::uint32_t condition = 0;  // Place among the program's conditions.
};

// The code of an alternative: nothing for no instructions.
Words encode(const std::vector<Instruction>& instructions);

// The code of a choice; nothing where it is larger, or its weights are, than its fields hold.
Words encode_choice(const std::vector<DraftBranch>& branches);

}  // namespace haymaker::text
