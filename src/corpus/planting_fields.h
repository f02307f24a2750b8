#pragma once

#include <boost/json.hpp>
#include <cstdint>

#include "corpus/field_reader.h"
#include "scenario/planting_spec.h"

namespace haymaker::corpus {

// The section `scenarios` of a specification, read and written.
void read_plantings(FieldReader& fields, scenario::PlantingSpec& plantings);
boost::json::object to_json(const scenario::PlantingSpec& plantings);

// Each number in proportion, rounded up, as far as `count` messages have room: incidents first, and
// each as if it were of the greatest length.
scenario::PlantingSpec resized(scenario::PlantingSpec plantings, std::uint64_t old_count,
                               std::uint64_t count);

}  // namespace haymaker::corpus
