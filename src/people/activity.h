#pragma once

#include <cstdint>
#include <string_view>

#include "people/person.h"
#include "people/site.h"
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

// The language of the program of somebody at `site` whose name is of `locale`: many of those who
// were born there have it speak as the place does, all others have English.
std::string_view draw_language(std::string_view locale, const Site& site,
                               rng::Stream& stream) noexcept;

}  // namespace haymaker::people
