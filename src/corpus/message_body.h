#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "base/buffer.h"
#include "corpus/quoted_text.h"
#include "mime/part.h"
#include "people/person.h"

namespace haymaker::corpus {

// The MIME tree of a message, as its author's client would make it of the text. It borrows from
// itself and from the text.
class MessageBody {
 public:
  // How the text becomes HTML, and what comes with it.
  struct Form {
    MailClient client = MailClient::exchange_online;  // The author's or, where that answers by
                                                      // itself, the server's.
    bool html = false;                                // There is an HTML alternative,
    std::string_view language = "en-GB";              // in that language,
    const mime::Part* logo = nullptr;           // with a logo in its signature, if there is one:
    std::string_view logo_alt = {};             // what is read where it is not shown.
    const mime::Part* calendar = nullptr;       // What calendars read of it, and the same as a file
    const mime::Part* calendar_file = nullptr;  // behind the others.
    std::span<const mime::Part> files = {};
  };

  void build(const people::Person& author, const QuotedText& text, const Form& form);

  [[nodiscard]] const mime::Part& root() const noexcept { return root_; }
  // The plain text as a reader decodes it, and the HTML; empty where there is none.
  [[nodiscard]] std::string_view plain() const noexcept { return plain_text_; }
  [[nodiscard]] std::string_view html() const noexcept { return html_.view(); }
  // IMAP section numbers (RFC 9051 section 6.4.5) of both.
  [[nodiscard]] std::string_view plain_section() const noexcept { return plain_section_; }
  [[nodiscard]] std::string_view html_section() const noexcept { return html_section_; }
  [[nodiscard]] std::string_view calendar_section() const noexcept { return calendar_section_; }
  // The same of the n-th file, from 0.
  void append_file_section(std::size_t n, Buffer& out) const;
  // Where the text's spans are in plain() and in html().
  [[nodiscard]] std::span<const mime::TextSpan> plain_spans() const noexcept {
    return plain_spans_;
  }
  [[nodiscard]] std::span<const mime::TextSpan> html_spans() const noexcept { return html_spans_; }

 private:
  void lay_out_plain(const people::Person& author, MailClient client, const QuotedText& text);
  void add_html(const QuotedText& text, const Form& form);
  void add_alternatives(const Form& form);
  void enclose(const Form& form);

  Buffer wrapped_;
  Buffer html_;
  std::string_view plain_text_;
  std::vector<mime::TextSpan> plain_spans_;
  std::vector<mime::TextSpan> html_spans_;
  std::array<mime::Part, 3> texts_;    // Plain, HTML, calendar: as many as there are.
  std::array<mime::Part, 2> related_;  // The texts, and the logo that the HTML shows.
  std::vector<mime::Part> enclosed_;   // A text, then the files.
  std::array<mime::Part, 2> rich_;     // Apple's alternatives: plain, and HTML with the files.
  std::string_view plain_section_ = "1";
  std::string_view html_section_ = "2";
  std::string_view calendar_section_ = "3";
  std::string_view files_section_;  // What the numbers of files begin with: "", "2.".
  bool shows_logo_ = false;
  mime::Part root_;
};

}  // namespace haymaker::corpus
