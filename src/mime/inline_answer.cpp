#include "mime/inline_answer.h"

#include <algorithm>
#include <array>

namespace haymaker::mime {

namespace {

constexpr std::size_t kMostAnswers = 6;

std::string_view line_at(std::string_view text, std::size_t at) noexcept {
  return text.substr(at, text.find('\n', at) - at);
}

std::size_t after_line(std::string_view text, std::size_t at) noexcept {
  return std::min(text.find('\n', at), text.size() - 1) + 1;
}

// The end of the paragraph that begins at `at`, its line feed included; of own words it ends at an
// empty line, of quoted ones at an empty or a deeper quote.
std::size_t paragraph_end(std::string_view text, std::size_t at, bool quoted) noexcept {
  const auto belongs = [&](std::string_view line) {
    return quoted ? line.starts_with("> ") && !line.starts_with("> >") : !line.empty();
  };
  while (at < text.size() && belongs(line_at(text, at))) at = after_line(text, at);
  return at;
}

// Where the paragraph after the one that ends at `end` begins.
std::size_t next_paragraph(std::string_view text, std::size_t end, bool quoted) noexcept {
  while (end < text.size() && line_at(text, end) == (quoted ? ">" : ""))
    end = after_line(text, end);
  return end;
}

// Of quoted ones those of the last author: before a deeper quote, or a header block under its rule.
std::size_t count_paragraphs(std::string_view text, bool quoted) noexcept {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    const std::string_view line = line_at(text, at);
    if (quoted && (line.starts_with("> ____") || line.starts_with("> ----"))) break;
    const std::size_t end = paragraph_end(text, at, quoted);
    if (end == at) break;
    at = next_paragraph(text, end, quoted);
  }
  return count;
}

// A piece of one of the two texts, moved as a whole.
struct Piece {
  std::string_view text;
  std::span<TextSpan> spans;  // Of the text that it is from.
  std::size_t begin;          // In that text,
  std::size_t place = 0;      // and in what is appended.
};

class Pieces {
 public:
  // Takes the paragraph at `at` of `text` and returns where the next one begins.
  std::size_t take(std::string_view text, std::span<TextSpan> spans, std::size_t at, bool quoted) {
    const std::size_t end = paragraph_end(text, at, quoted);
    add(text.substr(at, end - at), spans, at);
    return next_paragraph(text, end, quoted);
  }
  void add(std::string_view text, std::span<TextSpan> spans, std::size_t begin) {
    pieces_[count_++] = {text, spans, begin};
  }
  void write(Buffer& out) {
    const std::size_t origin = out.size();
    for (Piece& piece : used()) {
      if (&piece != pieces_.data()) out.append(out.back() == '\n' ? "\n" : "\n\n");
      piece.place = out.size() - origin;
      out.append(piece.text);
    }
  }
  void move(std::span<TextSpan> spans) {
    for (TextSpan& span : spans) {
      const auto holds = [&](const Piece& piece) {
        return piece.spans.data() == spans.data() && span.begin >= piece.begin &&
               span.end <= piece.begin + piece.text.size();
      };
      const auto piece = std::ranges::find_if(used(), holds);
      if (piece == used().end()) {
        span = kGone;
      } else {
        span = {span.begin - piece->begin + piece->place, span.end - piece->begin + piece->place};
      }
    }
  }

 private:
  [[nodiscard]] std::span<Piece> used() noexcept { return std::span(pieces_).first(count_); }

  std::array<Piece, 2 * kMostAnswers + 3> pieces_{};
  std::size_t count_ = 0;
};

}  // namespace

bool append_between_lines(std::string_view own, std::span<TextSpan> own_spans,
                          std::string_view header, std::string_view marked,
                          std::span<TextSpan> marked_spans, Buffer& out) {
  // The later half of either text is its close: who signs, and where to reach them.
  const std::size_t quoted_paragraphs = count_paragraphs(marked, true);
  const std::size_t asked = quoted_paragraphs == 1 ? 1 : quoted_paragraphs / 2;
  const std::size_t answers = std::min({count_paragraphs(own, false) / 2, asked, kMostAnswers});
  if (answers == 0) return false;
  Pieces pieces;
  std::size_t at = pieces.take(own, own_spans, 0, false);
  while (header.ends_with("\n\n")) header.remove_suffix(1);
  pieces.add(header, {}, 0);
  std::size_t quoted = 0;
  for (std::size_t i = 0; i < answers; ++i) {
    quoted = pieces.take(marked, marked_spans, quoted, true);
    at = pieces.take(own, own_spans, at, false);
  }
  if (at < own.size()) pieces.add(own.substr(at), own_spans, at);
  pieces.write(out);
  if (!own_spans.empty()) pieces.move(own_spans);
  if (!marked_spans.empty()) pieces.move(marked_spans);
  return true;
}

}  // namespace haymaker::mime
