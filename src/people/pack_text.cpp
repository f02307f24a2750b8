#include "people/pack_text.h"

#include <algorithm>

namespace haymaker::people {

namespace {

std::string_view trimmed(std::string_view text) noexcept {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::string_view cut(std::string_view& text, char separator) noexcept {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view field = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return field;
}

}  // namespace

std::string_view next_line(std::string_view& text) noexcept {
  std::string_view line = cut(text, '\n');
  while (line.starts_with('#')) line = cut(text, '\n');
  return line;
}

std::string_view next_field(std::string_view& text, char separator) noexcept {
  return trimmed(cut(text, separator));
}

std::vector<std::string_view> fields_of(std::string_view text, char separator) {
  std::vector<std::string_view> fields;
  while (!text.empty()) {
    const std::string_view field = next_field(text, separator);
    if (!field.empty()) fields.push_back(field);
  }
  return fields;
}

bool Record::has(std::string_view key) const noexcept {
  return std::ranges::any_of(lines_, [key](const auto& line) { return line.first == key; });
}

std::string_view Record::text(std::string_view key) const noexcept {
  const auto line = std::ranges::find(lines_, key, [](const auto& entry) { return entry.first; });
  return line == lines_.end() ? std::string_view() : line->second;
}

std::vector<Record> records_of(std::string_view text) {
  std::vector<Record> records;
  Record record;
  while (!text.empty()) {
    std::string_view line = next_line(text);
    if (line.empty()) {
      if (!record.empty()) records.push_back(std::exchange(record, {}));
      continue;
    }
    const std::string_view key = next_field(line, ':');
    record.add(key, trimmed(line));
  }
  if (!record.empty()) records.push_back(std::move(record));
  return records;
}

}  // namespace haymaker::people
