#include "audit/field_list.h"

#include <algorithm>

namespace haymaker::audit {
namespace {

char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool is_name_char(char c) noexcept { return c > 32 && c < 127; }

}  // namespace

bool equal_ignoring_case(std::string_view a, std::string_view b) noexcept {
  return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), lower);
  return out;
}

std::string_view trimmed(std::string_view text) noexcept {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string unfolded(std::string_view value) {
  std::string out;
  out.reserve(value.size());
  for (const char c : value) {
    if (c != '\r' && c != '\n') out.push_back(c);
  }
  return out;
}

std::size_t FieldList::parse(std::string_view entity) {
  fields_.clear();
  strays_ = 0;
  std::size_t at = 0;
  while (at < entity.size()) {
    std::size_t end = entity.find('\n', at);
    const std::size_t next = end == entity.npos ? entity.size() : end + 1;
    if (end == entity.npos) end = entity.size();
    if (end > at && entity[end - 1] == '\r') --end;
    const std::string_view line = entity.substr(at, end - at);
    at = next;
    if (line.empty()) return at;
    if (line.front() == ' ' || line.front() == '\t') {
      if (fields_.empty()) {
        ++strays_;
        continue;
      }
      std::string_view& value = fields_.back().value;
      value = {value.begin(), line.end()};
      continue;
    }
    const std::size_t colon = line.find(':');
    const std::string_view name = line.substr(0, colon);
    if (colon == line.npos || name.empty() || !std::ranges::all_of(name, is_name_char)) {
      ++strays_;
      continue;
    }
    std::string_view value = line.substr(colon + 1);
    if (value.starts_with(' ')) value.remove_prefix(1);
    fields_.push_back({name, value});
  }
  return at;
}

const Field* FieldList::find(std::string_view name) const noexcept {
  for (const Field& field : fields_) {
    if (field.name.size() == name.size() && equal_ignoring_case(field.name, name)) return &field;
  }
  return nullptr;
}

}  // namespace haymaker::audit
