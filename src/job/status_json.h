#pragma once

#include <boost/json.hpp>
#include <string>

#include "base/civil_time.h"
#include "job/status.h"

namespace haymaker::job {

std::string iso_time(UnixSeconds at);  // "2025-03-05T09:14:07Z"

// The status as the contract has it (JobStatus): the names of status.txt, but `eta_s` and `error`
// are null where they are empty, and the job's id is where the status stands.
boost::json::object to_json(const Status& status);

}  // namespace haymaker::job
