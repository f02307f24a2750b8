#pragma once

#include <cstdint>

#include "people/person.h"
#include "rng/stream.h"

namespace haymaker::people {

// Relative volume of mail that somebody sends: about 100 for a professional of a department whose
// `department_percent` is 100, and lognormal about that with sigma 0.9, so that a few people send
// ten times as much as most.
std::uint32_t draw_activity(Seniority seniority, std::uint32_t department_percent,
                            rng::Stream& stream) noexcept;

// The program that an employee writes with.
MailClient draw_client(Seniority seniority, rng::Stream& stream) noexcept;

// The program of somebody outside, whose organisation is with Google or not.
MailClient draw_outside_client(bool google, rng::Stream& stream) noexcept;

}  // namespace haymaker::people
