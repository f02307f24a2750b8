#pragma once

// Who may do what. Nothing here knows a route.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/http.h"

namespace haymaker::api {

enum class Scope : std::uint8_t {
  nobody,  // Has not said who they are; enough to ask how the server is.
  user,    // All but the answer key.
  truth,   // The answer key, too.
};

struct AccessPolicy {
  // What a Host field may say, in lower case; empty where any will do, because a token is needed
  // anyway. Against names that an attacker points to this address (DNS rebinding).
  std::vector<std::string> hosts;
  std::string token;        // Empty: whoever reaches the server is a user.
  std::string truth_token;  // Never empty.
};

// That the request was meant for this server, and was not made by a page of somebody else. A
// refusal, or nothing.
std::optional<Response> refuse_foreign(const Request& request, const AccessPolicy& policy,
                                       bool changes_state);

// What the request's token is good for. The comparison takes the same time whatever the token.
Scope scope_of(const Request& request, const AccessPolicy& policy);

// 401 with the way to say who one is.
Response refuse_scope(Scope needed);

}  // namespace haymaker::api
