#pragma once

// What can be known before anything is made: presets, scenarios, estimates, previews.

#include <string_view>

#include "api/corpora.h"
#include "api/router.h"

namespace haymaker::api {

// `threads` are those that a job would have.
void add_look_routes(Router& router, Corpora& corpora, unsigned threads);

}  // namespace haymaker::api
