#pragma once

// A value with parameters, as Content-Type and Content-Disposition have (RFC 2045 section 5.1),
// with the continuations and character sets of RFC 2231.

#include <string>
#include <string_view>
#include <vector>

namespace haymaker::audit {

struct Parameter {
  std::string name;   // Lower case, without "*", "*0" or "*0*".
  std::string value;  // Unquoted, joined, in UTF-8.
};

struct ParameterisedValue {
  std::string value;  // Lower case: "multipart/mixed".
  std::vector<Parameter> parameters;
  bool well_formed = true;  // False where anything in it had to be skipped.

  // The parameter's value; empty if there is none.
  [[nodiscard]] std::string_view get(std::string_view name) const noexcept;
};

// `text` as it stands in the header, folds and all.
ParameterisedValue parse_parameterised(std::string_view text);

}  // namespace haymaker::audit
