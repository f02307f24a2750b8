#include "text/pen.h"

#include <algorithm>

#include "text/article.h"

namespace haymaker::text {

namespace {

constexpr bool hugs_left(char c) {
  return c == '.' || c == ',' || c == ';' || c == ':' || c == '?' || c == '!' || c == ')' ||
         c == '%';
}
constexpr bool ends_sentence(char c) { return c == '.' || c == '?' || c == '!' || c == ':'; }

}  // namespace

void Pen::start(const Voice& voice, Buffer& out) noexcept {
  *this = Pen();
  out_ = &out;
  start_ = out.size();
  lower_case_ = voice.lower_case;
  double_space_ = voice.double_space;
}

bool Pen::at_line_start() const noexcept { return out_->size() == start_ || out_->back() == '\n'; }

void Pen::blank_before(char next) {
  if (space_ && !hugs_left(next) && !at_line_start()) {
    const char last = out_->back();
    if (last != ' ' && last != '(') {
      out_->append(' ');
      ++words_;
      if (double_space_ && capital_ && last == '.') out_->append(' ');
    }
  }
  space_ = false;
}

void Pen::article() noexcept {
  write("a");
  article_ = true;
}

void Pen::write(std::string_view text) {
  if (text.empty()) return;
  if (article_) {
    article_ = false;
    if (takes_an(text)) out_->append('n');
    space_ = true;
  }
  const char first = text.front();
  blank_before(first);
  const std::size_t begin = out_->size();
  // A choice may have left ", ." or ".." behind: the later mark wins over a comma, and a full stop
  // is not doubled.
  if (hugs_left(first) && begin > start_) {
    if ((out_->back() == ',' || out_->back() == ';') && first != ')' && first != '%')
      out_->truncate(begin - 1);
    if (first == '.' && text.size() == 1 && ends_sentence(out_->back())) {
      capital_ = true;
      return;
    }
  }
  if (mark_due_) {
    mark_ = out_->size();
    mark_due_ = false;
  }
  words_ += static_cast<std::uint32_t>(std::ranges::count(text, ' '));
  out_->append(text);
  if (capital_ && !hugs_left(first)) {
    char& letter = out_->data()[begin];
    if (!lower_case_ && letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 32);
    capital_ = first == '(' || first == '"';
  }
}

void Pen::end_sentence() {
  article_ = false;
  space_ = false;
  if (at_line_start()) return;
  if (out_->back() == ',' || out_->back() == ';') out_->truncate(out_->size() - 1);
  if (!ends_sentence(out_->back()) && out_->back() != ')') out_->append('.');
  capital_ = true;
  space_ = true;
}

void Pen::new_line() {
  while (!at_line_start() && out_->back() == ' ') out_->truncate(out_->size() - 1);
  out_->append('\n');
  ++words_;
  capital_ = true;
  space_ = false;
  article_ = false;
}

void Pen::new_paragraph() {
  if (out_->size() == start_) return;
  if (!at_line_start()) new_line();
  const std::string_view text = out_->view(start_);
  if (!text.ends_with("\n\n")) out_->append('\n');
  space_ = false;
}

}  // namespace haymaker::text
