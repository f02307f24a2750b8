#pragma once

// What every run that writes into one place must agree on: the spec and the shape of the parts. It
// lies there as index/job.json from before the first part, so that a later run, or another shard,
// can tell whether the place is its own.

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "base/error.h"
#include "job/part_grid.h"
#include "sink/package.h"
#include "sink/store.h"

namespace haymaker::job {

inline constexpr std::string_view kRecipeFile = "index/job.json";

struct Recipe {
  std::string generator;    // The version of Haymaker: "0.1.0".
  std::string spec_digest;  // Of the spec and the generator; equal digests mean equal messages.
  std::string spec;         // JSON text.
  std::uint64_t messages = 0;
  std::uint64_t part_messages = kDefaultPartMessages;
  sink::Packaging packaging;
  friend bool operator==(const Recipe&, const Recipe&) = default;
};

// JSON with a field a line, in a fixed order.
std::string to_json(const Recipe& recipe);
// `corrupt` if the text is not one that to_json() wrote.
std::expected<Recipe, Error> parse_recipe(std::string_view text);

// Makes `store` the place of this recipe: writes index/job.json into an empty one, accepts one with
// an equal recipe. `exists` for a place that holds anything else; the message says what.
std::expected<void, Error> settle(sink::Store& store, const Recipe& recipe);

}  // namespace haymaker::job
