#include "api/answer.h"

#include <algorithm>
#include <boost/json.hpp>

#include "base/digest.h"
#include "base/utf8.h"

namespace haymaker::api {
namespace {

namespace json = boost::json;

constexpr std::size_t kMostErrors = 100;
constexpr std::size_t kLongestWord = 300;  // Of what a client sent, repeated in an error.

std::string_view title(unsigned status) {
  switch (status) {
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 421: return "Misdirected Request";
    case 422: return "Unprocessable Content";
    case 426: return "Upgrade Required";
    case 431: return "Request Header Fields Too Large";
    case 503: return "Service Unavailable";
    case 507: return "Insufficient Storage";
    default: return status < 500 ? "Client Error" : "Internal Server Error";
  }
}

unsigned status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::bad_input: return 422;
    case ErrorCode::not_found: return 404;
    case ErrorCode::exists: return 409;
    case ErrorCode::no_space: return 507;
    case ErrorCode::cancelled: return 503;
    case ErrorCode::denied:
    case ErrorCode::io:
    case ErrorCode::corrupt: return 500;
  }
  return 500;
}

// What came from a client may be long, and is not always text.
std::string readable(std::string_view text) {
  std::string_view shown = text.substr(0, kLongestWord);
  while (!shown.empty() && !is_valid_utf8(shown)) shown.remove_suffix(1);
  return std::string(shown) + (shown.size() < text.size() ? "..." : "");
}

// Whether an If-None-Match names the tag: "*", or a list in which W/ does not count.
bool names(std::string_view list, std::string_view tag) {
  return list == "*" || list.find(tag) != list.npos;
}

}  // namespace

Response json_answer(const json::value& value, unsigned status) {
  Response response = text_answer("application/json", json::serialize(value));
  response.status = status;
  return response;
}

Response text_answer(std::string_view type, std::string body) {
  Response response;
  response.fields.push_back({"content-type", std::string(type)});
  response.body = std::move(body);
  return response;
}

Response unless_known(const Request& request, Response response) {
  const std::string tag = '"' + to_string(digest(response.body)) + '"';
  response.fields.push_back({"etag", tag});
  if (!names(request.field("if-none-match"), tag)) return response;
  response.status = 304;
  response.body.clear();
  std::erase_if(response.fields, [](const HttpField& f) { return f.name == "content-type"; });
  return response;
}

Response problem(unsigned status, const Errors& errors) {
  json::array mistakes;
  for (const Error& error : errors) {
    if (mistakes.size() == kMostErrors) break;
    mistakes.push_back({{"path", readable(error.where)}, {"message", readable(error.message)}});
  }
  const json::object object{{"type", "about:blank"},
                            {"title", title(status)},
                            {"status", status},
                            {"detail", readable(to_string(errors.front()))},
                            {"errors", std::move(mistakes)}};
  Response response = text_answer("application/problem+json", json::serialize(object));
  response.status = status;
  return response;
}

Response problem(unsigned status, std::string message, std::string path) {
  return problem(status, Errors{{ErrorCode::bad_input, std::move(message), std::move(path)}});
}

Response problem(const Errors& errors) { return problem(status_of(errors.front().code), errors); }

Response problem(const Error& error) { return problem(Errors{error}); }

}  // namespace haymaker::api
