#pragma once

// The forms that answers have.

#include <boost/json/fwd.hpp>
#include <string>
#include <string_view>

#include "base/error.h"
#include "base/http.h"

namespace haymaker::api {

Response json_answer(const boost::json::value& value, unsigned status = 200);
Response text_answer(std::string_view type, std::string body);

// The answer, or 304 without a body where the client has it already (RFC 9110 section 13.1.2).
Response unless_known(const Request& request, Response response);

// RFC 9457. The status follows from the first mistake's code unless it is given.
Response problem(unsigned status, const Errors& errors);
Response problem(unsigned status, std::string message, std::string path = "");
Response problem(const Errors& errors);
Response problem(const Error& error);

}  // namespace haymaker::api
