#pragma once

// Single messages and lists of them, of jobs and of previews. They are rendered from the
// specification, so they are there before a job has begun and need no file.

#include <boost/json.hpp>
#include <string>

#include "api/corpora.h"
#include "api/router.h"
#include "audit/message_view.h"
#include "base/ids.h"
#include "corpus/renderer.h"
#include "job/service.h"

namespace haymaker::api {

// Message of the contract, with links below `base`.
boost::json::object message_answer(const Corpora::Entry& corpus, const std::string& base,
                                   MessageIndex index, const corpus::Rendered& message,
                                   const audit::MessageReader& reader);

void add_message_routes(Router& router, job::Service& jobs, Corpora& corpora);

}  // namespace haymaker::api
