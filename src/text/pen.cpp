#include "text/pen.h"

#include "text/article.h"

namespace haymaker::text {

namespace {

constexpr bool ends_sentence(char c) { return c == '.' || c == '?' || c == '!' || c == ':'; }

}  // namespace

void Pen::start(const Voice& voice, Buffer& out) noexcept {
  *this = Pen();
  out_ = &out;
  start_ = out.size();
  raises_ = !voice.lower_case;
  rare_ = voice.double_space ? kDoubleSpace : 0;
}

bool Pen::at_line_start() const noexcept { return out_->size() == start_ || out_->back() == '\n'; }

void Pen::article() {
  write("a");
  rare_ |= kArticleDue;
}

void Pen::write(std::string_view words) {
  if (words.empty()) return;
  const bool article_due = (rare_ & kArticleDue) != 0;
  const Traits traits = article_due ? traits_with_article(words) : traits_of(words);
  const std::uint32_t blanks = blanks_in(words);
  if (((traits & kHugs) | rare_) != 0)
    return write_with_care(words.data(), words.size(), traits, blanks);
  put_plainly(words.size(), traits, blanks, [&](char* to) { words.copy(to, words.size()); });
}

// The commonest of what write() leaves: a comma or a full stop behind a word.
void Pen::write_mark(const char* words, std::size_t size, Traits traits, std::uint32_t blanks) {
  space_ = false;
  if ((traits & kDropsComma) != 0) drop_comma();
  if ((traits & kFullStop) != 0 && out_->size() > start_ && ends_sentence(out_->back())) {
    capital_ = true;
    return;
  }
  char* const to = out_->grow(size + kSlack);
  for (std::size_t done = 0; done < size; done += kSlack) {
    std::memcpy(to + done, words + done, kSlack);
  }
  out_->commit(size);
  words_ += blanks;
  no_blank_ = (traits & kNoBlank) != 0;
  capital_ = capital_ || (traits & kEndsSentence) != 0;
}

void Pen::write_with_care(const char* words, std::size_t size, Traits traits,
                          std::uint32_t blanks) {
  if ((rare_ & kArticleDue) != 0) {
    rare_ &= static_cast<std::uint8_t>(~kArticleDue);
    if ((traits & kAn) != 0) out_->append('n');
    space_ = true;
  }
  const bool hugs = (traits & kHugs) != 0;
  const bool blank = space_ && !no_blank_ && !hugs;
  space_ = false;
  if (blank) {
    const bool twice = (rare_ & kDoubleSpace) != 0 && capital_ && out_->back() == '.';
    out_->append(twice ? "  " : " ");
    ++words_;
  }
  // A choice may have left ", ." or ".." behind: the later mark wins over a comma, and a full stop
  // is not doubled.
  if (hugs) {
    if ((traits & kDropsComma) != 0) drop_comma();
    if ((traits & kFullStop) != 0 && out_->size() > start_ && ends_sentence(out_->back())) {
      capital_ = true;
      return;
    }
  }
  if ((rare_ & kMarkDue) != 0) {
    mark_ = out_->size();
    rare_ &= static_cast<std::uint8_t>(~kMarkDue);
  }
  put(words, size, traits, blanks);
}

void Pen::drop_comma() noexcept {
  if (out_->size() > start_ && (out_->back() == ',' || out_->back() == ';'))
    out_->truncate(out_->size() - 1);
}

void Pen::put(const char* words, std::size_t size, Traits traits, std::uint32_t blanks) {
  const std::size_t begin = out_->size();
  out_->append(std::string_view(words, size));
  words_ += blanks;
  no_blank_ = (traits & kNoBlank) != 0;
  if (capital_ && (traits & kHugs) == 0) {
    if (raises_ && (traits & kSmall) != 0) out_->data()[begin] -= 'a' - 'A';
    capital_ = (traits & kOpens) != 0;
  }
  capital_ = capital_ || (traits & kEndsSentence) != 0;
}

void Pen::end_sentence() {
  rare_ &= static_cast<std::uint8_t>(~kArticleDue);
  space_ = false;
  if (at_line_start()) return;
  drop_comma();
  if (!ends_sentence(out_->back()) && out_->back() != ')') out_->append('.');
  capital_ = true;
  space_ = true;
  no_blank_ = false;
}

void Pen::new_line() {
  while (!at_line_start() && out_->back() == ' ') out_->truncate(out_->size() - 1);
  // One empty line parts paragraphs, whoever asks for another.
  if (!out_->view(start_).ends_with("\n\n")) out_->append('\n');
  ++words_;
  capital_ = true;
  space_ = false;
  no_blank_ = true;
  rare_ &= static_cast<std::uint8_t>(~kArticleDue);
}

void Pen::new_paragraph() {
  if (out_->size() == start_) return;
  if (!at_line_start()) new_line();
  const std::string_view text = out_->view(start_);
  if (!text.ends_with("\n\n")) out_->append('\n');
  space_ = false;
}

}  // namespace haymaker::text
