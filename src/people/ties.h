#pragma once

#include <array>
#include <cstdint>

#include "people/roster.h"

namespace haymaker::people {

inline constexpr std::uint32_t kMostTies = 25;

// Ties number 0, 1, ... are ever weaker, as 1, 1/2, 1/3 ...
std::array<std::uint32_t, kMostTies> tie_strengths() noexcept;

// How many ties an employee has: 5 to kMostTies.
std::uint32_t tie_count(const Roster& roster, PersonId employee) noexcept;

// The other end of an employee's tie; kNobody where the tie leads back to the same person. A tie
// holds in both directions: if number 3 leads from a to b, number 3 leads from b to a.
//
// No table of ties exists. Each number stands for one kind of group (team, department, project,
// site, company), and in a group of n members number t joins places p and (c - p) mod n, where c is
// a hash of the group and t: an involution that costs a few multiplications.
PersonId tie(const Roster& roster, PersonId employee, std::uint32_t number) noexcept;

}  // namespace haymaker::people
