#include "text/encoder.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <numeric>

namespace haymaker::text {

namespace {

// Up to this sum of weights a choice has a byte for each word that may be drawn.
constexpr std::uint64_t kMostPicks = 64;
constexpr std::size_t kMostBranches = (std::size_t{1} << (32 - Choice::kLengthBits)) - 1;

void append_bytes(const void* bytes, std::size_t size, Words& code) {
  const std::size_t at = code.size();
  code.resize(at + (size + 3) / 4);
  if (size > 0) std::memcpy(code.data() + at, bytes, size);
}

void append_literal(const std::string& text, Words& code) {
  const auto size = static_cast<std::uint16_t>(text.size());
  std::string bytes(sizeof size, '\0');
  std::memcpy(bytes.data(), &size, sizeof size);
  bytes += text;
  append_bytes(bytes.data(), bytes.size(), code);
}

void append(const Instruction& instruction, std::uint8_t more_flags, Words& code) {
  if (instruction.op.code == Code::choice) {
    const std::size_t at = code.size();
    code.insert(code.end(), instruction.choice.begin(), instruction.choice.end());
    Op op = std::bit_cast<Op>(code[at]);
    op.flags = instruction.op.flags | more_flags;
    code[at] = std::bit_cast<std::uint32_t>(op);
    return;
  }
  Op op = instruction.op;
  op.flags |= more_flags;
  code.push_back(std::bit_cast<std::uint32_t>(op));
  switch (op.code) {
    case Code::literal: append_literal(instruction.text, code); break;
    case Code::variant:
    case Code::rule:
    case Code::lexicon:
    case Code::late: code.push_back(instruction.operand); break;
    default: break;
  }
}

std::vector<std::uint32_t> weights_of(const std::vector<DraftBranch>& branches) {
  std::vector<std::uint32_t> weights;
  weights.reserve(branches.size());
  for (const DraftBranch& branch : branches) weights.push_back(branch.weight);
  return weights;
}

// Sets how a branch is drawn and the bound of the word for it, and appends the table.
bool append_table(const std::vector<std::uint32_t>& weights, Op& op, Words& code) {
  const auto total = std::accumulate(weights.begin(), weights.end(), std::uint64_t{0});
  if (total == weights.size() && std::ranges::count(weights, 1U) == std::ssize(weights)) {
    op.detail = Choice::kEven;
    code[1] = static_cast<std::uint32_t>(total);
  } else if (total <= kMostPicks) {
    op.detail = Choice::kPicks;
    code[1] = static_cast<std::uint32_t>(total);
    std::vector<std::uint8_t> picks;
    for (std::size_t i = 0; i < weights.size(); ++i)
      picks.insert(picks.end(), weights[i], static_cast<std::uint8_t>(i));
    op.number = static_cast<std::uint8_t>((picks.size() + 3) / 4);
    append_bytes(picks.data(), picks.size(), code);
  } else {
    const std::uint64_t bound = total * std::bit_ceil(weights.size());
    if (bound > std::numeric_limits<std::uint32_t>::max()) return false;
    const auto columns = rng::alias_columns(weights);
    op.detail = Choice::kColumns;
    op.number = static_cast<std::uint8_t>(std::countr_zero(columns.size()));
    code[1] = static_cast<std::uint32_t>(bound);
    append_bytes(columns.data(), columns.size() * sizeof columns[0], code);
  }
  return true;
}

}  // namespace

Words encode(const std::vector<Instruction>& instructions) {
  Words code;
  for (std::size_t i = 0; i < instructions.size(); ++i) {
    append(instructions[i], i + 1 == instructions.size() ? kLast : std::uint8_t{0}, code);
  }
  return code;
}

Words encode_choice(const std::vector<DraftBranch>& branches) {
  const std::vector<std::uint32_t> weights = weights_of(branches);
  Op op;
  op.code = Code::choice;
  Words code(3);
  if (branches.size() > kMostBranches || !append_table(weights, op, code)) return {};
  const bool conditional =
      std::ranges::any_of(branches, [](const DraftBranch& b) { return b.condition != 0; });
  if (conditional) op.detail |= Choice::kConditional;
  const std::size_t entries = code.size();
  code.resize(entries + branches.size());
  if (conditional && (op.detail & Choice::kKind) == Choice::kColumns) {
    code.insert(code.end(), weights.begin(), weights.end());
  }
  for (std::size_t i = 0; i < branches.size(); ++i) {
    const DraftBranch& branch = branches[i];
    const std::size_t offset = branch.code.empty() ? 0 : code.size();
    if (branch.condition >> (32 - Choice::kOffsetBits) != 0) return {};
    code[entries + i] =
        branch.condition << Choice::kOffsetBits | static_cast<std::uint32_t>(offset);
    code.insert(code.end(), branch.code.begin(), branch.code.end());
  }
  // Each offset is less than the length, so this holds both to their fields.
  if (code.size() >> Choice::kLengthBits != 0) return {};
  code[0] = std::bit_cast<std::uint32_t>(op);
  code[2] = static_cast<std::uint32_t>(branches.size() << Choice::kLengthBits | code.size());
  return code;
}

}  // namespace haymaker::text
