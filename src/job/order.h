#pragma once

// What somebody asks a service to make: a JSON object (contract/openapi.yaml, JobOrder).

#include <cstdint>
#include <expected>
#include <functional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "corpus/spec.h"
#include "sink/package.h"

namespace haymaker::job {

struct Order {
  std::string title;  // For people; empty if they gave none.
  corpus::Spec spec;
  sink::Packaging packaging;
};

// Names either a `preset`, whose `count` and `seed` may be given beside it, or a whole `spec`. A
// seed that is left out is taken from `random_seed`. Every mistake is reported with its path.
std::expected<Order, Errors> parse_order(std::string_view json,
                                         const std::function<std::uint64_t()>& random_seed);

// What somebody wants to see before anything is made: one message of a corpus.
struct Look {
  corpus::Spec spec;
  std::uint64_t index = 0;
};

// The same object, with an `index` and without packaging. A seed that is left out is 1, so that to
// look twice shows the same. An index beyond the corpus is a mistake.
std::expected<Look, Errors> parse_look(std::string_view json);

}  // namespace haymaker::job
