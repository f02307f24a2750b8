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
  root_ = texts_[0];
  plain_section_ = "1";
  html_section_ = "2";
  if (form.html) add_html(text, form);
  if (!form.files.empty()) enclose(form.client, form.files);
}

void MessageBody::add_html(const QuotedText& text, const Form& form) {
  html_spans_.assign(text.spans().begin(), text.spans().end());
  const bool logo = form.logo != nullptr && text.own_end().has_value();
  if (logo) {
    const mime::ShownImage shown{form.logo->content_id, form.logo_alt, *text.own_end()};
    mime::append_html(form.client, text.text(), form.language, shown, html_spans_, html_);
  } else {
    mime::append_html(form.client, text.text(), form.language, html_spans_, html_);
  }
  texts_[1] = {};
  texts_[1].kind = mime::PartKind::html;
  texts_[1].content = html_.view();
  root_ = multipart(mime::PartKind::alternative, texts_);
  if (!logo) return;
  related_ = {root_, *form.logo};
  root_ = multipart(mime::PartKind::related, related_);
  plain_section_ = "1.1";
  html_section_ = "1.2";
}

// Files stand beside all alternatives; but Apple's programs take them into the rich one, as if the
// plain text did without them.
void MessageBody::enclose(MailClient client, std::span<const mime::Part> files) {
  const bool html = !html_.empty();
  const bool within = html && is_apple(client);
  const bool related = root_.kind == mime::PartKind::related;
  enclosed_.clear();
  enclosed_.push_back(within ? texts_[1] : root_);
  enclosed_.insert(enclosed_.end(), files.begin(), files.end());
  root_ = multipart(mime::PartKind::mixed, enclosed_);
  files_section_ = within ? "2." : "";
  if (within) {
    rich_ = {texts_[0], root_};
    root_ = multipart(mime::PartKind::alternative, rich_);
    html_section_ = "2.1";
  } else if (html) {
    plain_section_ = related ? "1.1.1" : "1.1";
    html_section_ = related ? "1.1.2" : "1.2";
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
