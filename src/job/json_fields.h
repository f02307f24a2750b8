#pragma once

#include <boost/json.hpp>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"

namespace haymaker::job {

// Reads the fields of a JSON object that Haymaker wrote. A field that is missing or of another type
// reads as nothing and makes ok() false, which is asked once at the end.
class JsonFields {
 public:
  explicit JsonFields(std::string_view text) {
    boost::system::error_code failure;
    value_ = boost::json::parse(text, failure);
    ok_ = !failure && value_.is_object();
  }

  [[nodiscard]] bool ok() const noexcept { return ok_; }

  std::string text(std::string_view name) {
    const boost::json::value* field = find(name);
    const auto* found = field != nullptr ? field->if_string() : nullptr;
    ok_ = ok_ && found != nullptr;
    return found != nullptr ? std::string(found->c_str(), found->size()) : std::string();
  }

  std::uint64_t number(std::string_view name) {
    const boost::json::value* field = find(name);
    if (field == nullptr || !field->is_number()) {
      ok_ = false;
      return 0;
    }
    boost::system::error_code failure;
    const auto found = field->to_number<std::uint64_t>(failure);
    ok_ = ok_ && !failure;
    return failure ? 0 : found;
  }

  // As to_string(Digest) writes it.
  Digest digest(std::string_view name) {
    const std::string digits = text(name);
    Digest found;
    ok_ = ok_ && digits.size() == 32 && parse_hex(digits.substr(0, 16), found.high) &&
          parse_hex(digits.substr(16), found.low);
    return found;
  }

  // A field of any type, as compact JSON.
  std::string json(std::string_view name) {
    const boost::json::value* field = find(name);
    ok_ = ok_ && field != nullptr;
    return field != nullptr ? boost::json::serialize(*field) : std::string();
  }

  // The elements of an array, each as compact JSON.
  std::vector<std::string> array(std::string_view name) {
    const boost::json::value* field = find(name);
    const auto* found = field != nullptr ? field->if_array() : nullptr;
    ok_ = ok_ && found != nullptr;
    std::vector<std::string> elements;
    if (found == nullptr) return elements;
    for (const boost::json::value& element : *found) {
      elements.push_back(boost::json::serialize(element));
    }
    return elements;
  }

 private:
  const boost::json::value* find(std::string_view name) const {
    const auto* object = value_.if_object();
    return object != nullptr ? object->if_contains(name) : nullptr;
  }

  static bool parse_hex(std::string_view digits, std::uint64_t& out) {
    const auto [end, failure] =
        std::from_chars(digits.data(), digits.data() + digits.size(), out, 16);
    return failure == std::errc() && end == digits.data() + digits.size();
  }

  boost::json::value value_;
  bool ok_ = false;
};

}  // namespace haymaker::job
