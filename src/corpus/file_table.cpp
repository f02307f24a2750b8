#include "corpus/file_table.h"

#include "rng/stream.h"

namespace haymaker::corpus {

namespace {

// "-1,234.50" is a number; "14 March", "4.2%" and "12-B" are not.
bool is_number(std::string_view text) noexcept {
  if (text.starts_with('-')) text.remove_prefix(1);
  if (text.empty() || text.front() < '0' || text.front() > '9') return false;
  bool point = false;
  for (const char c : text) {
    if (c == '.' && !point) {
      point = true;
    } else if ((c < '0' || c > '9') && (c != ',' || point)) {
      return false;
    }
  }
  return text.back() >= '0' && text.back() <= '9';
}

}  // namespace

void FileTable::clear() {
  text_.clear();
  digits_.clear();
  columns_.clear();
  slices_.clear();
  header_.clear();
  cells_.clear();
  planted_.clear();
}

// The cells of the line that begins at `begin`, without the blanks around them.
void FileTable::split(std::size_t begin, std::vector<Slice>& cells) const {
  const std::string_view text = text_.view();
  while (true) {
    const std::size_t end = std::min(text.find(';', begin), text.size());
    Slice cell{begin, end};
    while (cell.begin < cell.end && text[cell.begin] == ' ') ++cell.begin;
    while (cell.begin < cell.end && text[cell.end - 1] == ' ') --cell.end;
    cells.push_back(cell);
    if (end == text.size()) return;
    begin = end + 1;
  }
}

void FileTable::write(const text::Situation& situation, text::TopicId topic, std::uint32_t rows,
                      text::Target planted, rng::Key key) {
  clear();
  const text::Topic& rules = pack_.topic(topic);
  composer_.append_line(situation, rules.rule("columns"), key / "columns", text_);
  split(0, columns_);
  const bool plants = planted.kind != text::Target::Kind::none;
  const std::uint32_t planted_row = plants ? rng::Stream(key / "planted row").below(rows) : rows;
  const text::Target row = rules.rule("row");
  for (std::uint32_t i = 0; i < rows; ++i) {
    const std::size_t begin = text_.size();
    composer_.append_line(situation, row, key / "row" / i, text_);
    split(begin, slices_);
    slices_.resize(columns_.size() * (i + 1));  // Whatever a row forgets is empty.
    if (i == planted_row) plant(situation, planted, key / "planted");
  }
  for (const Slice column : columns_) header_.push_back(view(column));
  digits_.reserve(text_.size());  // Views into it are kept while it is filled.
  for (const Slice slice : slices_) cells_.push_back(cell(slice));
}

// The words take the place of the last cell so far.
void FileTable::plant(const text::Situation& situation, text::Target rule, rng::Key key) {
  const std::size_t begin = text_.size();
  composer_.append_line(situation, rule, key, text_);
  slices_.back() = {begin, text_.size()};
  for (const text::PlantedSpan span : composer_.spans()) {
    planted_.push_back({media::Field::cell, static_cast<std::uint32_t>(slices_.size() - 1),
                        span.begin - begin, span.end - begin});
  }
}

media::Cell FileTable::cell(Slice slice) {
  const std::string_view text = view(slice);
  if (!is_number(text)) return {text, false};
  if (text.find(',') == std::string_view::npos) return {text, true};
  const std::size_t begin = digits_.size();
  for (const char c : text) {
    if (c != ',') digits_.append(c);
  }
  return {digits_.view(begin), true};
}

}  // namespace haymaker::corpus
