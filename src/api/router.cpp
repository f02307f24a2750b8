#include "api/router.h"

#include <algorithm>

namespace haymaker::api {
namespace {

// Whether the segments are those of the pattern; those that it leaves open go to `names`.
bool fits(std::string_view pattern, const std::vector<std::string>& segments,
          std::vector<std::string_view>& names) {
  names.clear();
  std::size_t at = 0;
  while (!pattern.empty()) {
    pattern.remove_prefix(1);  // The slash.
    const std::string_view wanted = pattern.substr(0, pattern.find('/'));
    pattern.remove_prefix(wanted.size());
    if (wanted.empty()) break;
    if (at == segments.size()) return false;
    const std::string_view segment = segments[at++];
    if (wanted.starts_with('{')) {
      names.push_back(segment);
    } else if (wanted != segment) {
      return false;
    }
  }
  return at == segments.size();
}

}  // namespace

Router::Match Router::find(std::string_view method, const Target& target) const {
  Match match;
  std::vector<std::string_view> names;
  for (const Route& route : routes_) {
    if (!fits(route.pattern, target.segments, names)) continue;
    if (route.method == method || (route.method == "GET" && method == "HEAD")) {
      match.route = &route;
      match.names = std::move(names);
      return match;
    }
    match.allowed.append(match.allowed.empty() ? "" : ", ").append(route.method);
    if (route.method == "GET") match.allowed.append(", HEAD");
  }
  return match;
}

}  // namespace haymaker::api
