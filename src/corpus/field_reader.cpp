#include "corpus/field_reader.h"

#include <algorithm>

namespace haymaker::corpus {

namespace {

// Levenshtein's distance: the least number of letters to add, drop or change.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = std::min({above + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row.back();
}

}  // namespace

FieldReader::FieldReader(const boost::json::object& object, std::string path, Errors& errors)
    : object_(object), path_(std::move(path)), errors_(errors) {}

FieldReader::~FieldReader() {
  for (const auto& field : object_) {
    const std::string_view name = field.key();
    if (std::ranges::find(known_, name) != known_.end()) continue;
    const auto nearest = std::ranges::min_element(
        known_, {}, [&](std::string_view known) { return edit_distance(name, known); });
    std::string message = "unknown field";
    if (nearest != known_.end())
      message += "; the nearest known one is `" + std::string(*nearest) + "`";
    fail(name, std::move(message));
  }
}

std::string FieldReader::path(std::string_view name) const {
  return path_.empty() ? std::string(name) : path_ + '.' + std::string(name);
}

void FieldReader::fail(std::string_view name, std::string message) {
  errors_.push_back({ErrorCode::bad_input, std::move(message), path(name)});
}

const boost::json::value* FieldReader::find(std::string_view name) {
  known_.push_back(name);
  return object_.if_contains(name);
}

bool FieldReader::read_number(std::string_view name, std::uint64_t& value, std::uint64_t low,
                              std::uint64_t high) {
  const boost::json::value* const field = find(name);
  if (field == nullptr) return false;
  const bool whole = field->is_uint64() || (field->is_int64() && field->get_int64() >= 0);
  const std::uint64_t number = !whole ? 0
                               : field->is_uint64()
                                   ? field->get_uint64()
                                   : static_cast<std::uint64_t>(field->get_int64());
  if (!whole || number < low || number > high) {
    fail(name, "is not a whole number from " + std::to_string(low) + " to " + std::to_string(high));
    return false;
  }
  value = number;
  return true;
}

void FieldReader::text(std::string_view name, std::string& value) {
  const boost::json::value* const field = find(name);
  if (field == nullptr) return;
  if (!field->is_string()) return fail(name, "is not a text");
  value = field->get_string();
}

const boost::json::object* FieldReader::object(std::string_view name) {
  const boost::json::value* const field = find(name);
  if (field == nullptr) return nullptr;
  if (!field->is_object()) fail(name, "is not an object");
  return field->if_object();
}

const boost::json::array* FieldReader::array(std::string_view name) {
  const boost::json::value* const field = find(name);
  if (field == nullptr) return nullptr;
  if (!field->is_array()) fail(name, "is not an array");
  return field->if_array();
}

}  // namespace haymaker::corpus
