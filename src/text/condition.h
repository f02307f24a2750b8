#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace haymaker::text {

// What alternatives may ask of the situation ("?formal", "?!reply"). A set of them is a bit mask.
enum class Condition : std::uint8_t {
  formal,
  chatty,
  reply,
  forward,
  first,     // No parent.
  last,      // The last message of its conversation.
  group,     // More than two recipients.
  external,  // Leaves or enters the company.
  to_boss,
  to_junior,
  morning,
  friday,
  monday,
  month_end,
  mobile,
  british,
  attachment,
};

using ConditionSet = std::uint32_t;

// The cases of a topic take the bits behind those of the conditions that every topic knows.
inline constexpr unsigned kFirstCaseBit = 20;
inline constexpr std::size_t kMostCases = 32 - kFirstCaseBit;

constexpr ConditionSet bit(Condition condition) noexcept {
  return ConditionSet{1} << static_cast<unsigned>(condition);
}

// The case number `place` of a topic, as a condition of its own.
constexpr ConditionSet case_bit(std::size_t place) noexcept {
  return ConditionSet{1} << (kFirstCaseBit + place);
}

// All cases, of which one holds at most.
inline constexpr ConditionSet kCaseBits = ~ConditionSet{0} << kFirstCaseBit;

std::optional<Condition> condition_named(std::string_view name) noexcept;

}  // namespace haymaker::text
