#pragma once

// The header section of a message or of a part, cut into its fields (RFC 5322 section 2.2). Nothing
// is copied: names and values look into the section.

#include <string>
#include <string_view>
#include <vector>

namespace haymaker::audit {

struct Field {
  std::string_view name;
  std::string_view value;  // As it stands, folds included, without the space after the colon.
};

class FieldList {
 public:
  // Reads fields up to the empty line or the end; returns where the body begins. A line that is no
  // field and continues none is skipped and counted.
  std::size_t parse(std::string_view entity);

  [[nodiscard]] const std::vector<Field>& fields() const noexcept { return fields_; }
  [[nodiscard]] std::size_t strays() const noexcept { return strays_; }
  // The first field of that name, in any case of letters; null if there is none.
  [[nodiscard]] const Field* find(std::string_view name) const noexcept;

 private:
  std::vector<Field> fields_;
  std::size_t strays_ = 0;
};

// ASCII only, as the names of fields, types and parameters are.
bool equal_ignoring_case(std::string_view a, std::string_view b) noexcept;
std::string lower_case(std::string_view text);
std::string_view trimmed(std::string_view text) noexcept;  // Of spaces, tabs, CR and LF.

// The value with its folds undone (section 2.2.3): each CRLF before white space vanishes.
std::string unfolded(std::string_view value);

}  // namespace haymaker::audit
