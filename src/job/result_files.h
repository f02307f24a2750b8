#pragma once

// What a job has made, to be handed out. An id is looked up in the store before it becomes part of
// a path, so no path comes from a request.

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/http.h"
#include "job/service.h"

namespace haymaker::job {

struct ResultFile {
  std::string name;  // To save it under.
  std::unique_ptr<BodySource> bytes;
  std::optional<std::uint64_t> size;
};

// Each is `not_found` for an id that is none, and `exists` for a job that is not COMPLETED.
std::expected<std::string, Error> read_manifest_of(Service& service, std::string_view id);
// The corpus without its key, as a tar archive.
std::expected<ResultFile, Error> open_download(Service& service, std::string_view id);
// A file of the answer key, `name` being one of its names.
std::expected<ResultFile, Error> open_truth(Service& service, std::string_view id,
                                            std::string_view name);

}  // namespace haymaker::job
