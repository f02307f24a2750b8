#pragma once

// The page: files that lie in the program. A request can name none but those.

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "api/target.h"
#include "base/embedded.h"
#include "base/http.h"

namespace haymaker::api {

class Page {
 public:
  // Names are those of a built page: "index.html", "assets/index-4f2a.js". One that has ".gz"
  // behind another's name is sent in its place to whoever takes gzip. Files outlive it.
  explicit Page(std::span<const EmbeddedFile> files);

  // The file of a path; index.html for "/" and for places that only the page's own router knows,
  // which have no dot in their last segment. Nothing where there is none.
  [[nodiscard]] std::optional<Response> find(const Request& request, const Target& target) const;

 private:
  std::map<std::string, std::string_view, std::less<>> files_;
};

}  // namespace haymaker::api
