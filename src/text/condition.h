#pragma once

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
  case1,  // Which of its topic's stories the conversation tells; one of them holds.
  case2,
  case3,
  case4,
  case5,
  case6,
  case7,
  case8,
};

using ConditionSet = std::uint32_t;

constexpr ConditionSet bit(Condition condition) noexcept {
  return ConditionSet{1} << static_cast<unsigned>(condition);
}

std::optional<Condition> condition_named(std::string_view name) noexcept;

}  // namespace haymaker::text
