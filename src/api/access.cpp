#include "api/access.h"

#include <algorithm>

#include "api/answer.h"

namespace haymaker::api {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool equal_in_constant_time(std::string_view a, std::string_view b) noexcept {
  unsigned difference = a.size() == b.size() ? 0 : 1;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const unsigned other = b.empty() ? 0U : static_cast<unsigned char>(b[i % b.size()]);
    difference |= static_cast<unsigned char>(a[i]) ^ other;
  }
  return difference == 0;
}

std::size_t count(const Request& request, std::string_view name) {
  return static_cast<std::size_t>(
      std::ranges::count(request.fields, name, [](const HttpField& f) { return f.name; }));
}

// "http://host" or "https://host" of the very host that was asked.
bool is_own_origin(std::string_view origin, std::string_view host) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (origin.starts_with(scheme) && lower(origin.substr(scheme.size())) == host) return true;
  }
  return false;
}

std::string_view bearer(const Request& request) {
  const std::string_view field = request.field("authorization");
  constexpr std::string_view kBearer = "bearer ";
  if (lower(field.substr(0, kBearer.size())) != kBearer) return {};
  return field.substr(kBearer.size());
}

}  // namespace

std::optional<Response> refuse_foreign(const Request& request, const AccessPolicy& policy,
                                       bool changes_state) {
  if (count(request, "host") != 1) return problem(400, "is missing or there twice", "Host");
  const std::string host = lower(request.field("host"));
  if (!policy.hosts.empty() && std::ranges::find(policy.hosts, host) == policy.hosts.end()) {
    return problem(421, "is not the name of this server", "Host");
  }
  const std::string_view site = request.field("sec-fetch-site");
  const bool from_here = site.empty() || site == "same-origin" || site == "none";
  // A link on another page may lead to a document here, but nothing else is for it.
  const bool may_look = request.field("sec-fetch-mode") == "navigate" && !changes_state;
  if (!from_here && !may_look) {
    return problem(403, "a page of another site has no business here", "Sec-Fetch-Site");
  }
  if (count(request, "origin") > 0 && !is_own_origin(request.field("origin"), host) && !may_look) {
    return problem(403, "a page of another site has no business here", "Origin");
  }
  if (changes_state && request.field("x-haymaker").empty()) {
    return problem(403, "is missing; send `X-Haymaker: 1` with what changes something",
                   "X-Haymaker");
  }
  return std::nullopt;
}

Scope scope_of(const Request& request, const AccessPolicy& policy) {
  const std::string_view token = bearer(request);
  const bool truth = equal_in_constant_time(token, policy.truth_token);
  const bool user = equal_in_constant_time(token, policy.token);
  if (truth && !token.empty()) return Scope::truth;
  if (policy.token.empty() || user) return Scope::user;
  return Scope::nobody;
}

Response refuse_scope(Scope needed) {
  Response response =
      problem(401,
              needed == Scope::truth ? "the answer key needs the truth token, which the server "
                                       "prints when it starts"
                                     : "this server needs the token that it was started with",
              "Authorization");
  response.fields.push_back({"www-authenticate", "Bearer realm=\"haymaker\""});
  return response;
}

}  // namespace haymaker::api
