#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "base/buffer.h"
#include "base/mail_client.h"
#include "mime/text_span.h"

namespace haymaker::mime {

// Appends the HTML that the client would have written for the plain `text` (UTF-8, LF line ends,
// not wrapped): its document skeleton, a block for each line, nested quotes for lines that begin
// with ">". `language` is a tag such as "en-GB". The document says that it is UTF-8.
//
// `spans` are in bytes of `text` and become bytes of what is appended, counted from where it
// begins: from the first byte of a span's first character to behind the last byte of its last one,
// as they stand in the HTML ("&amp;" for "&"). Words of a span within one line stay contiguous;
// between lines the client's markup lies inside the span.
void append_html(MailClient client, std::string_view text, std::string_view language,
                 std::span<TextSpan> spans, Buffer& out);

// The same with an image, shown from the part of that Content-ID: a logo, a screenshot. `alt` is
// what is read where it is not shown. It stands below the line that the first `after` bytes of the
// text end in.
struct ShownImage {
  std::string_view content_id;
  std::string_view alt;
  std::size_t after = std::string_view::npos;
};
void append_html(MailClient client, std::string_view text, std::string_view language,
                 const ShownImage& image, std::span<TextSpan> spans, Buffer& out);

}  // namespace haymaker::mime
