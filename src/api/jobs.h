#pragma once

// Jobs: order, list, look, cancel, resume, delete, and what a job has made.

#include "api/corpora.h"
#include "api/router.h"
#include "job/service.h"

namespace haymaker::api {

// `random_seed` is for orders that leave the seed open.
void add_job_routes(Router& router, job::Service& jobs, Corpora& corpora,
                    const std::function<std::uint64_t()>& random_seed);

}  // namespace haymaker::api
