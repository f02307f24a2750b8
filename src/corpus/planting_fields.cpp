#include "corpus/planting_fields.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/int128.h"
#include "scenario/incident_shape.h"
#include "scenario/placement.h"

namespace haymaker::corpus {

namespace json = boost::json;
using scenario::Evasion;
using scenario::PlantingRow;
using scenario::PlantingSpec;

namespace {

constexpr std::uint64_t kMostPlantings = 10'000'000;
constexpr std::size_t kMostRows = 1'000;

// Calls take(value) for each item of the array of that name; what it does not take is a mistake.
template <class Take>
void read_list(FieldReader& fields, std::string_view name, std::string_view what, Take take) {
  const json::array* const list = fields.array(name);
  if (list == nullptr) return;
  std::size_t place = 0;
  for (const json::value& value : *list) {
    if (!take(value)) {
      fields.fail(std::string(name) + "[" + std::to_string(place) + "]",
                  "is not " + std::string(what));
    }
    ++place;
  }
}

bool take_level(const json::value& value, std::vector<std::uint8_t>& levels) {
  const std::int64_t level = value.is_int64() ? value.get_int64() : 0;
  if (level < 1 || level > scenario::kLevels) return false;
  levels.push_back(static_cast<std::uint8_t>(level));
  return true;
}

// "D1" to "D8", as the answer key names them.
bool take_class(const json::value& value, std::vector<std::uint8_t>& classes) {
  const std::string_view name = value.is_string() ? value.get_string() : std::string_view();
  if (name.size() != 2 || name[0] != 'D' || name[1] < '1' || name[1] > '8') return false;
  classes.push_back(static_cast<std::uint8_t>(name[1] - '0'));
  return true;
}

bool take_evasion(const json::value& value, std::vector<Evasion>& evasions) {
  for (int i = 1; i < scenario::kEvasions; ++i) {
    const auto evasion = static_cast<Evasion>(i);
    if (!value.is_string() || value.get_string() != name_of(evasion)) continue;
    evasions.push_back(evasion);
    return true;
  }
  return false;
}

std::string evasion_names() {
  std::string names = "one of";
  for (int i = 1; i < scenario::kEvasions; ++i)
    names.append(i == 1 ? " " : ", ").append(name_of(static_cast<Evasion>(i)));
  return names;
}

PlantingRow read_row(const json::object& object, const std::string& path, Errors& errors) {
  PlantingRow row;
  FieldReader fields(object, path, errors);
  fields.text("code", row.code);
  fields.number("incidents", row.incidents, 0, kMostPlantings);
  fields.number("decoys", row.decoys, 0, kMostPlantings);
  read_list(fields, "levels", "a level from 1 to 5",
            [&](const json::value& value) { return take_level(value, row.levels); });
  read_list(fields, "evasions", evasion_names(),
            [&](const json::value& value) { return take_evasion(value, row.evasions); });
  read_list(fields, "decoy_classes", "a class from D1 to D8",
            [&](const json::value& value) { return take_class(value, row.decoy_classes); });
  return row;
}

json::object row_to_json(const PlantingRow& row) {
  json::array levels;
  json::array evasions;
  json::array classes;
  for (const std::uint8_t level : row.levels) levels.emplace_back(level);
  for (const Evasion evasion : row.evasions) evasions.emplace_back(name_of(evasion));
  for (const std::uint8_t grade : row.decoy_classes)
    classes.emplace_back("D" + std::to_string(grade));
  return {{"code", row.code},
          {"incidents", row.incidents},
          {"decoys", row.decoys},
          {"levels", std::move(levels)},
          {"evasions", std::move(evasions)},
          {"decoy_classes", std::move(classes)}};
}

}  // namespace

void read_plantings(FieldReader& fields, PlantingSpec& plantings) {
  fields.number("incidents", plantings.incidents, 0, kMostPlantings);
  fields.number("decoys", plantings.decoys, 0, kMostPlantings);
  const json::array* const rows = fields.array("rows");
  if (rows == nullptr) return;
  if (rows->size() > kMostRows)
    return fields.fail("rows", "has more than " + std::to_string(kMostRows) + " rows");
  plantings.rows.clear();
  for (const json::value& value : *rows) {
    const std::string place = "rows[" + std::to_string(plantings.rows.size()) + "]";
    if (value.is_object()) {
      plantings.rows.push_back(read_row(value.get_object(), fields.path(place), fields.errors()));
    } else {
      fields.fail(place, "is not an object");
      plantings.rows.emplace_back();
    }
  }
}

json::object to_json(const PlantingSpec& plantings) {
  json::array rows;
  for (const PlantingRow& row : plantings.rows) rows.push_back(row_to_json(row));
  return {
      {"incidents", plantings.incidents}, {"decoys", plantings.decoys}, {"rows", std::move(rows)}};
}

PlantingSpec resized(PlantingSpec plantings, std::uint64_t old_count, std::uint64_t count) {
  std::uint64_t room = scenario::room_for_plantings(count);
  const auto scale = [&](std::uint64_t& planted, std::uint64_t messages) {
    const auto scaled =
        static_cast<std::uint64_t>((Uint128{planted} * count + old_count - 1) / old_count);
    planted = std::min(scaled, room / messages);
    room -= planted * messages;
  };
  scale(plantings.incidents, scenario::kMostMessages);
  for (PlantingRow& row : plantings.rows) scale(row.incidents, scenario::kMostMessages);
  scale(plantings.decoys, 1);
  for (PlantingRow& row : plantings.rows) scale(row.decoys, 1);
  return plantings;
}

}  // namespace haymaker::corpus
