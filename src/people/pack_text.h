#pragma once

#include <charconv>
#include <concepts>
#include <string_view>
#include <utility>
#include <vector>

namespace haymaker::people {

// The shapes of text that packs/world is written in: lines, fields, and records of `key: value`
// lines. Lines that begin with # are comments. A pack is part of the program, and a test reads all
// of it, so reading takes it to be well formed. Views point into the text.

// The next line of `text`, which loses it; comments are passed over.
std::string_view next_line(std::string_view& text) noexcept;

// What stands before the first `separator`, without the blanks around it; `text` loses both.
std::string_view next_field(std::string_view& text, char separator) noexcept;

std::vector<std::string_view> fields_of(std::string_view text, char separator);

template <std::integral Number>
Number number_of(std::string_view text) noexcept {
  Number number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// A group of `key: value` lines; an empty line ends it.
class Record {
 public:
  // The name of what the record describes: its first key, "city" or "department".
  [[nodiscard]] std::string_view kind() const noexcept { return lines_.front().first; }
  [[nodiscard]] bool has(std::string_view key) const noexcept;
  // The value of the first line with that key; empty if there is none.
  [[nodiscard]] std::string_view text(std::string_view key) const noexcept;
  template <std::integral Number>
  [[nodiscard]] Number number(std::string_view key) const noexcept {
    return number_of<Number>(text(key));
  }
  [[nodiscard]] std::vector<std::string_view> list(std::string_view key) const {
    return fields_of(text(key), ',');
  }

  void add(std::string_view key, std::string_view value) { lines_.emplace_back(key, value); }
  [[nodiscard]] bool empty() const noexcept { return lines_.empty(); }

 private:
  std::vector<std::pair<std::string_view, std::string_view>> lines_;
};

std::vector<Record> records_of(std::string_view text);

}  // namespace haymaker::people
