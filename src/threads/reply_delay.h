#pragma once

#include "base/civil_time.h"
#include "people/site.h"
#include "rng/stream.h"

namespace haymaker::threads {

// When somebody at `site` answers what came at `received`: after a delay of which half are under 47
// minutes, the commonest two minutes, and nine in ten under two days (Kooti et al. 2015). An answer
// that would fall into the site's night, weekend or holiday mostly waits for an hour of a working
// day, as that site's mail is spread over the day.
UnixSeconds draw_reply_time(UnixSeconds received, const people::Site& site,
                            rng::Stream& stream) noexcept;

}  // namespace haymaker::threads
