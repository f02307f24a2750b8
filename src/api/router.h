#pragma once

// Which function answers which request.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "api/access.h"
#include "api/target.h"
#include "base/http.h"

namespace haymaker::api {

// A request on its way to the function that answers it.
struct Call {
  const Request& request;
  const Target& target;
  std::vector<std::string_view> names;  // What the pattern's {...} stand for, in their order.
  Scope scope;
};

struct Route {
  std::string_view method;   // "GET" answers HEAD, too.
  std::string_view pattern;  // "/api/v1/jobs/{job}/cancel"
  Scope needs = Scope::user;
  std::function<Response(const Call&)> answer;
};

class Router {
 public:
  void add(Route route) { routes_.push_back(std::move(route)); }

  struct Match {
    const Route* route = nullptr;  // Null where there is none for the method,
    std::string allowed;           // which are these, or none where there is no such place.
    std::vector<std::string_view> names;
  };
  // The names look into `target`.
  [[nodiscard]] Match find(std::string_view method, const Target& target) const;

 private:
  std::vector<Route> routes_;
};

}  // namespace haymaker::api
