#pragma once

#include "base/civil_time.h"
#include "people/site.h"
#include "rng/stream.h"

namespace haymaker::threads {

// When somebody at `site` answers what came at `received`: after a delay of which half are under 47
// minutes, the commonest two minutes, and nine in ten under two days (Kooti et al. 2015); an answer
// that would fall into the site's night or weekend mostly waits for the next working morning.
UnixSeconds draw_reply_time(UnixSeconds received, const people::Site& site,
                            rng::Stream& stream) noexcept;

}  // namespace haymaker::threads
