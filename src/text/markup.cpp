#include "text/markup.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

namespace haymaker::text {

namespace {

constexpr std::uint32_t kHighestNumber = 255;  // Of a scope or a fact.

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_' || c == '.';
}

class MarkupParser {
 public:
  MarkupParser(const Source& source, Position place, std::string_view line,
               std::span<const Weighted> cases, Errors& errors)
      : source_(source), place_(place), line_(line), cases_(cases), errors_(errors) {}

  Alternative alternative(bool nested) {
    Alternative result;
    skip_blanks_if(!nested);
    result.weight = weight();
    conditions(result);
    nodes(result.nodes, nested);
    return result;
  }

  [[nodiscard]] bool done() const { return at_ == line_.size(); }
  void fail(std::size_t at, std::string_view message) {
    errors_.push_back(error_at(source_, position(at), message));
  }

 private:
  [[nodiscard]] Position position(std::size_t at) const {
    return {place_.line, place_.column + static_cast<std::uint32_t>(at)};
  }
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < line_.size() ? line_[at_ + ahead] : '\0';
  }
  void skip_blanks_if(bool condition) {
    while (condition && peek() == ' ') ++at_;
  }

  std::uint32_t weight() {
    std::uint32_t value = 0;
    const char* begin = line_.data() + at_;
    const auto [end, error] = std::from_chars(begin, line_.data() + line_.size(), value);
    if (error != std::errc{} || end == line_.data() + line_.size() || *end != '*') return 1;
    if (value == 0) fail(at_, "a weight of nothing");
    at_ += static_cast<std::size_t>(end - begin) + 1;
    skip_blanks_if(true);
    return value;
  }

  void conditions(Alternative& result) {
    while (peek() == '?' && (peek(1) == '!' || (peek(1) >= 'a' && peek(1) <= 'z'))) {
      const std::size_t start = at_;
      const bool negated = peek(1) == '!';
      at_ += negated ? 2 : 1;
      const std::string_view name = take_name();
      const ConditionSet condition = bit_named(name);
      if (condition == 0) return fail(start, "unknown condition `" + std::string(name) + "`");
      (negated ? result.forbidden : result.required) |= condition;
      if (peek() == ':') ++at_;
      skip_blanks_if(true);
    }
  }

  // Of a condition that every topic knows or of a case of this one; 0 for any other name.
  [[nodiscard]] ConditionSet bit_named(std::string_view name) const {
    if (const auto condition = condition_named(name)) return bit(*condition);
    const auto found = std::ranges::find(cases_, name, &Weighted::name);
    return found == cases_.end() ? 0 : case_bit(static_cast<std::size_t>(found - cases_.begin()));
  }

  std::string_view take_name() {
    const std::size_t start = at_;
    while (is_name_character(peek())) ++at_;
    return line_.substr(start, at_ - start);
  }

  Node& open(std::vector<Node>& out, Node::Kind kind) {
    Node& node = out.emplace_back();
    node.kind = kind;
    node.position = position(at_);
    return node;
  }

  void literal(std::vector<Node>& out, std::string_view text) {
    if (out.empty() || out.back().kind != Node::Kind::literal) open(out, Node::Kind::literal);
    out.back().text += text;
  }

  void nodes(std::vector<Node>& out, bool nested) {
    std::optional<std::size_t> span;  // Where the span that is open begins.
    while (!done()) {
      const char c = peek();
      if (nested && (c == '|' || c == ']')) break;
      if (c == '\\') {
        escape(out);
      } else if (line_.substr(at_).starts_with("<<") || line_.substr(at_).starts_with(">>")) {
        open(out, c == '<' ? Node::Kind::span_begin : Node::Kind::span_end);
        if (span.has_value() == (c == '<')) {
          fail(at_, c == '<' ? "a span inside a span" : "`>>` closes nothing");
        }
        span = c == '<' ? std::optional(at_) : std::nullopt;
        at_ += 2;
      } else if (c == '<') {
        reference(out);
      } else if (c == '{') {
        fact(out);
      } else if (c == '[') {
        choice(out);
      } else if (c == '^') {
        agreement(out);
      } else if (c == ']' || c == '}' || c == '>') {
        fail(at_,
             "`" + std::string(1, c) + "` closes nothing; write \\" + c + " for the character");
        ++at_;
      } else {
        literal(out, line_.substr(at_++, 1));
      }
    }
    if (span) fail(*span, "no `>>` closes this");
  }

  void escape(std::vector<Node>& out) {
    const char c = peek(1);
    if (c == 'n' || c == 'p') {
      open(out, c == 'n' ? Node::Kind::line_break : Node::Kind::paragraph);
    } else if (c == '\0') {
      fail(at_, "a backslash at the end of the line");
    } else {
      literal(out, line_.substr(at_ + 1, 1));
    }
    at_ += c == '\0' ? 1 : 2;
  }

  void agreement(std::vector<Node>& out) {
    Node& node = open(out, Node::Kind::agreement);
    switch (peek(1)) {
      case 's': node.agreement = Agreement::singular; break;
      case 'p': node.agreement = Agreement::plural; break;
      case 'i': node.agreement = Agreement::first_person; break;
      default: fail(at_, "`^` is followed by s, p or i");
    }
    at_ += at_ + 1 < line_.size() ? 2 : 1;
    // The mark has no width: of "the desk ^s <be.v>" one blank is left.
    if (!out.empty() && peek() == ' ' && out.size() >= 2 && out[out.size() - 2].text.ends_with(' '))
      ++at_;
  }

  void reference(std::vector<Node>& out) {
    Node& node = open(out, Node::Kind::reference);
    const std::size_t start = at_++;
    if (peek() == '~') {
      node.late = true;
      ++at_;
    }
    node.text = take_name();
    scope(node);
    if (peek() == '.') node.text += take_name();  // "<thing#1.pl>"
    if (node.text.empty()) fail(start, "a name is missing");
    close(start, '>');
  }

  void scope(Node& node) {
    switch (peek()) {
      case '#': node.scope = Scope::conversation; break;
      case '@': node.scope = Scope::message; break;
      case '$': node.scope = Scope::author; break;
      default: return;
    }
    ++at_;
    number(node);
  }

  void number(Node& node) {
    const std::size_t start = at_;
    std::uint32_t value = 0;
    for (; is_digit(peek()); ++at_) {
      value = std::min(value * 10 + static_cast<std::uint32_t>(peek() - '0'), kHighestNumber + 1);
    }
    if (value > kHighestNumber) fail(start, "a number is at most 255");
    node.number = static_cast<std::uint8_t>(value);
  }

  void fact(std::vector<Node>& out) {
    Node& node = open(out, Node::Kind::fact);
    const std::size_t start = at_++;
    while (is_name_character(peek()) && !is_digit(peek())) node.text += line_[at_++];
    number(node);
    if (peek() == '.') node.text += take_name();  // "{person2.full}"
    if (peek() == '+') {
      node.fresh = true;
      ++at_;
    }
    close(start, '}');
  }

  void close(std::size_t start, char bracket) {
    if (peek() == bracket) {
      ++at_;
      return;
    }
    fail(start, std::string("no `") + bracket + "` closes this");
    at_ = line_.size();
  }

  void choice(std::vector<Node>& out) {
    const std::size_t start = at_++;
    Node node;
    node.kind = Node::Kind::choice;
    node.position = position(start);
    while (true) {
      node.alternatives.push_back(alternative(true));
      if (peek() != '|') break;
      ++at_;
    }
    out.push_back(std::move(node));
    close(start, ']');
  }

  const Source& source_;
  Position place_;
  std::string_view line_;
  std::span<const Weighted> cases_;
  Errors& errors_;
  std::size_t at_ = 0;
};

}  // namespace

Alternative parse_alternative(const Source& source, Position place, std::string_view line,
                              std::span<const Weighted> cases, Errors& errors) {
  return MarkupParser(source, place, line, cases, errors).alternative(false);
}

}  // namespace haymaker::text
