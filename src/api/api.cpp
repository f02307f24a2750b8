#include "api/api.h"

#include <algorithm>
#include <boost/json.hpp>

#include "api/answer.h"
#include "api/contract.h"
#include "api/jobs.h"
#include "api/looks.h"
#include "api/messages.h"
#include "corpus/spec.h"

namespace haymaker::api {
namespace {

namespace json = boost::json;

constexpr std::string_view kWelcome =
    "Haymaker makes realistic, synthetic e-mail of a company that does not exist.\n"
    "\n"
    "This server has no page. Its contract is at /api/v1/openapi.yaml; for example:\n"
    "\n"
    "  curl -H 'X-Haymaker: 1' --json '{\"preset\":\"smoke\"}' HOST/api/v1/jobs\n"
    "  curl HOST/api/v1/jobs\n";

void add_if_missing(std::vector<HttpField>& fields, std::string_view name, std::string_view value) {
  const bool there =
      std::ranges::any_of(fields, [&](const HttpField& field) { return field.name == name; });
  if (!there) fields.push_back({std::string(name), std::string(value)});
}

// What every answer says to a browser: do not guess, do not frame, do not run, do not keep.
Response secured(Response response) {
  add_if_missing(response.fields, "x-content-type-options", "nosniff");
  add_if_missing(response.fields, "x-frame-options", "DENY");
  add_if_missing(response.fields, "content-security-policy",
                 "default-src 'none'; frame-ancestors 'none'");
  add_if_missing(response.fields, "referrer-policy", "no-referrer");
  add_if_missing(response.fields, "cross-origin-resource-policy", "same-origin");
  add_if_missing(response.fields, "cache-control", "no-store");
  return response;
}

bool changes_state(const Request& request) {
  return request.method != "GET" && request.method != "HEAD";
}

bool has_json(const Request& request) {
  const std::string_view type = request.field("content-type");
  return type.substr(0, type.find(';')) == "application/json";
}

Response health(const Call& /*call*/) { return json_answer(json::object{{"status", "ok"}}); }

}  // namespace

Api::Api(job::Service& jobs, Options options)
    : options_(std::move(options)), tickets_(options_.new_secret), page_(options_.page) {
  add_own_routes();
  add_look_routes(router_, corpora_, options_.threads);
  add_job_routes(router_, jobs, corpora_, options_.random_seed);
  add_message_routes(router_, jobs, corpora_);
}

void Api::add_own_routes() {
  router_.add({"GET", "/health", Scope::nobody, health});
  router_.add({"GET", "/api/v1/health", Scope::nobody, health});
  router_.add({"GET", "/api/v1/version", Scope::nobody, [this](const Call&) {
                 return json_answer(
                     json::object{{"generator", corpus::kGeneratorVersion},
                                  {"token_required", !options_.access.token.empty()}});
               }});
  router_.add({"GET", "/api/v1/openapi.yaml", Scope::nobody, [](const Call&) {
                 return text_answer("application/yaml", std::string(openapi()));
               }});
  router_.add({"POST", "/api/v1/events/tickets", Scope::user,
               [this](const Call&) { return issue_ticket(); }});
  // The ticket says who it is.
  router_.add({"GET", "/api/v1/events", Scope::nobody,
               [this](const Call& call) { return open_events(call); }});
}

Response Api::answer(const Request& request) { return secured(route(request)); }

Response Api::refuse(unsigned status, std::string_view why) {
  return secured(problem(status, std::string(why)));
}

Response Api::route(const Request& request) {
  const auto target = parse_target(request.target);
  const Router::Match match =
      target ? router_.find(request.method, *target) : Router::Match{nullptr, "", {}};
  // What no route takes, changes nothing.
  const bool changes = match.route != nullptr && changes_state(request);
  if (auto refusal = refuse_foreign(request, options_.access, changes)) {
    return std::move(*refusal);
  }
  if (!target) return problem(400, {target.error()});
  if (match.route == nullptr && match.allowed.empty()) return find_page(request, *target);
  if (match.route == nullptr) {
    Response response = problem(405, "takes " + match.allowed, request.method);
    response.fields.push_back({"allow", match.allowed});
    return response;
  }
  const Scope scope = scope_of(request, options_.access);
  if (scope < match.route->needs) return refuse_scope(match.route->needs);
  if (!request.body.empty() && !has_json(request)) {
    return problem(415, "is not application/json", "Content-Type");
  }
  return match.route->answer({request, *target, match.names, scope});
}

// What is no route may be a file of the page, which anybody may read: it holds no secret.
Response Api::find_page(const Request& request, const Target& target) const {
  const bool is_api = !target.segments.empty() && target.segments.front() == "api";
  if (!is_api && !changes_state(request)) {
    if (auto found = page_.find(request, target)) return std::move(*found);
    if (target.segments.empty()) {
      return text_answer("text/plain; charset=utf-8", std::string(kWelcome));
    }
  }
  return problem(404, "there is nothing here", request.target);
}

Response Api::issue_ticket() {
  const json::object object{{"ticket", tickets_.issue(Tickets::Clock::now())},
                            {"expires_s", Tickets::kGoodFor.count()}};
  return json_answer(object, 201);
}

Response Api::open_events(const Call& call) {
  const auto ticket = call.target.value("ticket");
  const bool admitted = (ticket && tickets_.redeem(*ticket, Tickets::Clock::now())) ||
                        (!ticket && call.scope >= Scope::user);
  if (!admitted) return problem(401, "is used up, too old or missing", "ticket");
  Response response;
  response.status = 101;
  response.topic = call.target.value("job").value_or("");
  return response;
}

std::string resync_event() { return R"({"type":"resync"})"; }

}  // namespace haymaker::api
