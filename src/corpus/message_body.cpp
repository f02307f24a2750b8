#include "corpus/message_body.h"

#include "corpus/author_habits.h"
#include "mime/html.h"
#include "mime/wrap.h"

namespace haymaker::corpus {

using people::Person;

void MessageBody::build(const Person& author, MailClient client, const QuotedText& text, bool html,
                        std::string_view language) {
  lay_out_plain(author, client, text);
  html_.clear();
  html_spans_.clear();
  root_ = texts_[0];
  if (!html) return;
  html_spans_.assign(text.spans().begin(), text.spans().end());
  mime::append_html(client, text.text(), language, html_spans_, html_);
  texts_[1] = {};
  texts_[1].kind = mime::PartKind::html;
  texts_[1].content = html_.view();
  root_ = {};
  root_.kind = mime::PartKind::alternative;
  root_.parts = texts_;
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
