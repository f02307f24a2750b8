#include "mime/wrap.h"

#include "base/utf8.h"

namespace haymaker::mime {

namespace {

constexpr std::string_view kSignatureMark = "-- ";

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Bytes of the first `count` characters of `text`, or all of them.
std::size_t prefix_of_characters(std::string_view text, std::size_t count) noexcept {
  if (text.size() <= count) return text.size();
  if (is_ascii(text.substr(0, count))) return count;
  std::size_t i = 0;
  for (; i < text.size(); ++i) {
    if (continues_character(text[i])) continue;
    if (count == 0) break;
    --count;
  }
  return i;
}

// "> > " of a quoted line, with the space behind the last mark; empty for a line of one's own.
std::string_view quote_marks(std::string_view line) noexcept {
  std::size_t end = 0;
  for (std::size_t i = 0; i < line.size() && (line[i] == '>' || line[i] == ' '); ++i) {
    if (line[i] == '>') end = i + 1;
    if (end == 0) return {};
  }
  if (end != 0 && end < line.size() && line[end] == ' ') ++end;
  return line.substr(0, end);
}

// Lays out one text. Positions for the spans count from `origin_`, where the text begins in `out_`.
class Wrapper {
 public:
  Wrapper(TextLayout layout, std::span<TextSpan> spans, Buffer& out)
      : flowed_(layout == TextLayout::flowed), keeper_(spans), out_(out), origin_(out.size()) {}

  void append_line(std::string_view line) {
    if (flowed_) line = without_trailing_spaces(line);
    if (flowed_ && needs_stuffing(line)) {
      keeper_.inserted(position(), 1);
      out_.append(' ');
    }
    if (line.size() <= kWrapColumn) {
      out_.append(line);
    } else {
      append_broken(line);
    }
  }

  void end_line() { out_.append('\n'); }

  // Flowed lines lose the spaces before an end that was typed; the keeper hears of it when the line
  // is out, since positions are those of the new text.
  void settle() {
    if (dropped_ != 0) keeper_.removed(position(), dropped_);
    dropped_ = 0;
  }

 private:
  [[nodiscard]] std::size_t position() const noexcept { return out_.size() - origin_; }

  std::string_view without_trailing_spaces(std::string_view line) {
    const std::size_t before = line.size();
    if (line == kSignatureMark) return line;
    while (line.ends_with(' ')) line.remove_suffix(1);
    dropped_ = before - line.size();
    return line;
  }

  static bool needs_stuffing(std::string_view line) noexcept {
    return line.starts_with(' ') || line.starts_with("From ");
  }

  void append_broken(std::string_view line) {
    const std::string_view marks = quote_marks(line);
    std::size_t indent = 0;
    while (true) {
      const std::size_t fits = prefix_of_characters(line, kWrapColumn - indent);
      if (fits == line.size()) break;
      std::size_t space = line.substr(0, fits + 1).rfind(' ');
      const std::size_t least = indent == 0 ? marks.size() : 0;
      if (space == std::string_view::npos || space <= least) space = line.find(' ', fits);
      if (space == std::string_view::npos || space + 1 == line.size()) break;
      out_.append(line.substr(0, space));
      line.remove_prefix(space + 1);
      if (flowed_) {
        out_.append(' ');
        keeper_.inserted(position(), 1 + marks.size());
        out_.append('\n');
        out_.append(marks);
        stuff_continuation(line, marks);
      } else {
        out_.append('\n');
        keeper_.inserted(position(), marks.size());
        out_.append(marks);
      }
      indent = marks.size();
    }
    out_.append(line);
  }

  void stuff_continuation(std::string_view rest, std::string_view marks) {
    const bool quote_like = rest.starts_with('>');
    if (!marks.empty() || (!needs_stuffing(rest) && !quote_like)) return;
    keeper_.inserted(position(), 1);
    out_.append(' ');
  }

  bool flowed_;
  SpanKeeper keeper_;
  Buffer& out_;
  std::size_t origin_;
  std::size_t dropped_ = 0;
};

}  // namespace

TextLayout text_layout(MailClient client) noexcept {
  switch (client) {
    case MailClient::gmail:
    case MailClient::machine: return TextLayout::hard_wrapped;
    case MailClient::apple_mail: return TextLayout::flowed;
    case MailClient::outlook_desktop:
    case MailClient::exchange_online:
    case MailClient::iphone: break;
  }
  return TextLayout::unwrapped;
}

void wrap_text(TextLayout layout, std::string_view text, std::span<TextSpan> spans, Buffer& out) {
  if (layout == TextLayout::unwrapped) {
    out.append(text);
    return;
  }
  Wrapper wrapper(layout, spans, out);
  while (true) {
    const std::size_t end = text.find('\n');
    wrapper.append_line(text.substr(0, end));
    wrapper.settle();
    if (end == std::string_view::npos) return;
    wrapper.end_line();
    text.remove_prefix(end + 1);
  }
}

}  // namespace haymaker::mime
