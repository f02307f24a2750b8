#pragma once

// Small integers that must not be mixed up. Each is an enum class: no arithmetic by accident, and
// the number is had by `value(id)`.

#include <cstdint>
#include <type_traits>

namespace haymaker {

enum class MessageIndex : std::uint64_t {};  // Place in the corpus, 0 .. count - 1.
enum class BlockIndex : std::uint64_t {};    // A run of kBlockSize messages that is planned as one.
enum class PersonId : std::uint32_t {};      // Place in people::Company::people().

inline constexpr PersonId kNobody = PersonId{0xFFFFFFFF};

template <class Id>
  requires std::is_enum_v<Id>
constexpr std::underlying_type_t<Id> value(Id id) noexcept {
  return static_cast<std::underlying_type_t<Id>>(id);
}

}  // namespace haymaker
