#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/civil_time.h"
#include "job/recipe.h"
#include "job/status.h"

namespace haymaker::job {

// All that is kept of a job from its order to its deletion.
struct JobRecord {
  std::string id;            // Opaque: letters and digits.
  std::uint64_t number = 0;  // In the order of creation, from 1.
  std::string title;
  Recipe recipe;
  UnixSeconds created = 0;
  bool cancel_asked = false;  // Outlives a process that is killed before it has obeyed.
  Status status;
  std::string digest;  // Of the corpus, once it is complete.

  [[nodiscard]] std::string_view package() const { return name(recipe.packaging.package); }
  [[nodiscard]] std::string_view compression() const { return name(recipe.packaging.compression); }
  friend bool operator==(const JobRecord&, const JobRecord&) = default;
};

}  // namespace haymaker::job
