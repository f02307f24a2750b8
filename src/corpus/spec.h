#pragma once

#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>

#include "base/civil_time.h"
#include "base/error.h"
#include "people/company.h"
#include "scenario/planting_plan.h"
#include "threads/planner.h"

namespace haymaker::corpus {

inline constexpr std::string_view kGeneratorVersion = "0.1.0";

// Of the files that messages have.
struct AttachmentSpec {
  std::uint32_t share = 18;         // Percent of the messages that have one at least; at most 60.
  std::uint32_t size_percent = 10;  // Of the sizes that such files have in business mail.
};

// What the user asks for. Two equal specs give the same corpus, byte for byte; each field is
// described, with its range and unit, in contract/spec.schema.json.
struct Spec {
  std::uint64_t count = 1'000;
  std::uint64_t seed = 1;
  std::string first_day = "2025-01-06";
  std::string last_day = "2025-03-31";
  people::CompanySpec company;
  threads::TrafficSpec traffic;
  scenario::PlantingSpec scenarios;
  std::uint32_t html = 45;  // Percent of human messages that carry an HTML alternative.
  AttachmentSpec attachments;
};

// Parses a JSON object. All mistakes are reported, each with its path; an unknown field names the
// nearest known one. A field that is left out keeps the value that `defaults` has.
std::expected<Spec, Errors> parse_spec(std::string_view json, const Spec& defaults = {});

// All fields, in a fixed order: parse_spec() of it gives an equal spec.
std::string to_json(const Spec& spec);

// Of the spec and the generator: equal digests mean equal corpora.
std::string spec_digest(const Spec& spec);

struct Preset {
  std::string_view name;
  std::string_view summary;
  Spec spec;
};

std::span<const Preset> presets();
// not_found, with the names there are, for any other name.
std::expected<Spec, Error> preset(std::string_view name);

// The same kind of corpus with another number of messages: what is planted keeps its share, rounded
// up, as far as there is room for it: a corpus of one message has no plantings.
Spec resized(Spec spec, std::uint64_t count);

}  // namespace haymaker::corpus
