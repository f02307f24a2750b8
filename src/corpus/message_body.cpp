#include "corpus/message_body.h"

#include "base/append.h"
#include "corpus/author_habits.h"
#include "mime/html.h"
#include "mime/wrap.h"

namespace haymaker::corpus {

using people::Person;

namespace {

bool is_apple(MailClient client) noexcept {
  return client == MailClient::apple_mail || client == MailClient::iphone;
}

mime::Part multipart(mime::PartKind kind, std::span<const mime::Part> parts) {
  mime::Part part;
  part.kind = kind;
  part.parts = parts;
  return part;
}

}  // namespace

void MessageBody::build(const Person& author, const QuotedText& text, const Form& form) {
  lay_out_plain(author, form.client, text);
  html_.clear();
  html_spans_.clear();
  shows_logo_ = false;
  root_ = texts_[0];
  plain_section_ = "1";
  html_section_ = "2";
  if (form.html) add_html(text, form);
  if (form.html || form.calendar != nullptr) add_alternatives(form);
  if (!form.files.empty() || form.calendar_file != nullptr) enclose(form);
}

void MessageBody::add_html(const QuotedText& text, const Form& form) {
  html_spans_.assign(text.spans().begin(), text.spans().end());
  shows_logo_ = form.logo != nullptr && text.own_end().has_value();
  if (shows_logo_) {
    const mime::ShownImage shown{form.logo->content_id, form.logo_alt, *text.own_end()};
    mime::append_html(form.client, text.text(), form.language, shown, html_spans_, html_);
  } else {
    mime::append_html(form.client, text.text(), form.language, html_spans_, html_);
  }
  texts_[1] = {};
  texts_[1].kind = mime::PartKind::html;
  texts_[1].content = html_.view();
}

// The plainest first; what calendars read comes last, as the clients have it.
void MessageBody::add_alternatives(const Form& form) {
  std::size_t count = form.html ? 2 : 1;
  if (form.calendar != nullptr) texts_[count++] = *form.calendar;
  calendar_section_ = form.html ? "3" : "2";
  root_ = multipart(mime::PartKind::alternative, std::span(texts_).first(count));
  if (!shows_logo_) return;
  related_ = {root_, *form.logo};
  root_ = multipart(mime::PartKind::related, related_);
  plain_section_ = "1.1";
  html_section_ = "1.2";
  calendar_section_ = "1.3";
}

// Files stand beside all alternatives; but Apple's programs take them into the rich one, as if the
// plain text did without them.
void MessageBody::enclose(const Form& form) {
  const bool html = !html_.empty();
  const bool within = html && is_apple(form.client);
  const bool alternatives = mime::is_multipart(root_.kind);
  const bool related = root_.kind == mime::PartKind::related;
  enclosed_.clear();
  enclosed_.push_back(within ? texts_[1] : root_);
  enclosed_.insert(enclosed_.end(), form.files.begin(), form.files.end());
  if (form.calendar_file != nullptr) enclosed_.push_back(*form.calendar_file);
  root_ = multipart(mime::PartKind::mixed, enclosed_);
  files_section_ = within ? "2." : "";
  if (within) {
    rich_ = {texts_[0], root_};
    root_ = multipart(mime::PartKind::alternative, rich_);
    html_section_ = "2.1";
  } else if (alternatives) {
    plain_section_ = related ? "1.1.1" : "1.1";
    html_section_ = related ? "1.1.2" : "1.2";
    calendar_section_ = related ? "1.1.3" : html ? "1.3" : "1.2";
  }
}

void MessageBody::append_file_section(std::size_t n, Buffer& out) const {
  out.append(files_section_);
  append_decimal(std::uint64_t{n} + 2, out);
}

void MessageBody::lay_out_plain(const Person& author, MailClient client, const QuotedText& text) {
  const mime::TextLayout layout = mime::text_layout(client);
  plain_text_ = text.text();
  plain_spans_.assign(text.spans().begin(), text.spans().end());
  if (layout != mime::TextLayout::unwrapped) {
    wrapped_.clear();
    mime::wrap_text(layout, text.text(), plain_spans_, wrapped_);
    plain_text_ = wrapped_.view();
  }
  texts_[0] = {};
  texts_[0].charset = charset_of(author);
  texts_[0].flowed = layout == mime::TextLayout::flowed;
  texts_[0].content = plain_text_;
}

}  // namespace haymaker::corpus
