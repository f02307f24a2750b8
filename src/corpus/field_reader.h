#pragma once

#include <boost/json.hpp>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace haymaker::corpus {

// Reads the fields of one JSON object into a struct, and collects every mistake with its path: a
// wrong type, a number out of range, and, at the end, fields that nobody asked for.
class FieldReader {
 public:
  FieldReader(const boost::json::object& object, std::string path, Errors& errors);
  FieldReader(const FieldReader&) = delete;
  FieldReader& operator=(const FieldReader&) = delete;
  ~FieldReader();  // Reports unknown fields.

  template <class Integer>
  void number(std::string_view name, Integer& value, std::uint64_t low, std::uint64_t high) {
    std::uint64_t wide = value;
    if (read_number(name, wide, low, high)) value = static_cast<Integer>(wide);
  }
  void text(std::string_view name, std::string& value);
  // The object or the array of that name; null if it is left out or is something else.
  const boost::json::object* object(std::string_view name);
  const boost::json::array* array(std::string_view name);

  [[nodiscard]] std::string path(std::string_view name) const;
  void fail(std::string_view name, std::string message);
  [[nodiscard]] Errors& errors() noexcept { return errors_; }

 private:
  const boost::json::value* find(std::string_view name);
  bool read_number(std::string_view name, std::uint64_t& value, std::uint64_t low,
                   std::uint64_t high);

  const boost::json::object& object_;
  std::string path_;
  Errors& errors_;
  std::vector<std::string_view> known_;
};

}  // namespace haymaker::corpus
