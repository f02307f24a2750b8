#include "mime/html.h"

#include "mime/octets.h"
#include "mime/pen.h"

namespace haymaker::mime {

namespace {

// How a client writes lines down. `$` in `head` stands for the language.
struct HtmlStyle {
  std::string_view head;
  std::string_view line_begin;
  std::string_view line_end;
  std::string_view empty_line;
  std::string_view quote_begin;
  std::string_view quote_end;
  std::string_view foot;
};

constexpr HtmlStyle kOutlook = {
    .head =
        "<html xmlns:v=\"urn:schemas-microsoft-com:vml\" "
        "xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
        "xmlns:w=\"urn:schemas-microsoft-com:office:word\" "
        "xmlns=\"http://www.w3.org/TR/REC-html40\">\n"
        "<head>\n"
        "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">\n"
        "<meta name=\"Generator\" content=\"Microsoft Word 15 (filtered medium)\">\n"
        "<style><!--\n"
        "/* Style Definitions */\n"
        "p.MsoNormal, li.MsoNormal, div.MsoNormal\n"
        "\t{margin:0cm;\n"
        "\tfont-size:11.0pt;\n"
        "\tfont-family:\"Calibri\",sans-serif;}\n"
        "div.WordSection1\n"
        "\t{page:WordSection1;}\n"
        "--></style>\n"
        "</head>\n"
        "<body lang=\"$\" link=\"#0563C1\" vlink=\"#954F72\" style=\"word-wrap:break-word\">\n"
        "<div class=\"WordSection1\">\n",
    .line_begin = "<p class=\"MsoNormal\">",
    .line_end = "<o:p></o:p></p>\n",
    .empty_line = "<p class=\"MsoNormal\"><o:p>&nbsp;</o:p></p>\n",
    .quote_begin = "<blockquote style=\"margin-top:5.0pt;margin-bottom:5.0pt\">\n",
    .quote_end = "</blockquote>\n",
    .foot = "</div>\n</body>\n</html>\n"};

constexpr HtmlStyle kOutlookOnline = {
    .head =
        "<html>\n<head>\n"
        "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">\n"
        "<style type=\"text/css\" style=\"display:none;\"> P {margin-top:0;margin-bottom:0;} "
        "</style>\n"
        "</head>\n<body dir=\"ltr\" lang=\"$\">\n",
    .line_begin =
        "<div class=\"elementToProof\" style=\"font-family: Aptos, Calibri, Helvetica, sans-serif; "
        "font-size: 12pt; color: rgb(0, 0, 0);\">\n",
    .line_end = "</div>\n",
    .empty_line = "<div class=\"elementToProof\"><br>\n</div>\n",
    .quote_begin =
        "<blockquote style=\"margin-left: 0.8ex; padding-left: 1ex; border-left: 3px solid "
        "rgb(200, 200, 200);\">\n",
    .quote_end = "</blockquote>\n",
    .foot = "</body>\n</html>\n"};

constexpr HtmlStyle kGmail = {
    .head = "<div dir=\"ltr\">",
    .line_begin = "<div>",
    .line_end = "</div>",
    .empty_line = "<div><br></div>",
    .quote_begin =
        "<blockquote class=\"gmail_quote\" style=\"margin:0px 0px 0px 0.8ex;border-left:1px solid "
        "rgb(204,204,204);padding-left:1ex\">",
    .quote_end = "</blockquote>",
    .foot = "</div>\n"};

constexpr HtmlStyle kAppleMail = {
    .head =
        "<html><head><meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"></head>"
        "<body style=\"overflow-wrap: break-word; -webkit-nbsp-mode: space; line-break: "
        "after-white-space;\">",
    .line_begin = "<div>",
    .line_end = "</div>",
    .empty_line = "<div><br></div>",
    .quote_begin = "<blockquote type=\"cite\">",
    .quote_end = "</blockquote>",
    .foot = "</body></html>\n"};

constexpr HtmlStyle kIphone = {
    .head =
        "<html><head><meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"></head>"
        "<body dir=\"auto\">",
    .line_begin = "<div dir=\"ltr\">",
    .line_end = "</div>",
    .empty_line = "<div dir=\"ltr\"><br></div>",
    .quote_begin = "<blockquote type=\"cite\">",
    .quote_end = "</blockquote>",
    .foot = "</body></html>\n"};

constexpr HtmlStyle kMachine = {
    .head =
        "<!DOCTYPE html>\n<html lang=\"$\">\n<head>\n<meta charset=\"utf-8\">\n</head>\n"
        "<body style=\"font-family:Arial,Helvetica,sans-serif;font-size:14px;color:#222222\">\n",
    .line_begin = "<p style=\"margin:0\">",
    .line_end = "</p>\n",
    .empty_line = "<p style=\"margin:0\">&nbsp;</p>\n",
    .quote_begin = "<blockquote>\n",
    .quote_end = "</blockquote>\n",
    .foot = "</body>\n</html>\n"};

const HtmlStyle& style_of(MailClient client) {
  switch (client) {
    case MailClient::outlook_desktop: return kOutlook;
    case MailClient::exchange_online: return kOutlookOnline;
    case MailClient::gmail: return kGmail;
    case MailClient::apple_mail: return kAppleMail;
    case MailClient::iphone: return kIphone;
    case MailClient::machine: break;
  }
  return kMachine;
}

// The first character that HTML reads as its own; the size of `text` if there is none.
std::size_t find_special(std::string_view text) noexcept {
  std::size_t i = 0;
  for (; i + kOctets <= text.size(); i += kOctets) {
    const Octets block = load_octets(text.data() + i);
    const std::size_t found = first_match((block == '&') | (block == '<') | (block == '>'));
    if (found != kOctets) return i + found;
  }
  while (i < text.size() && text[i] != '&' && text[i] != '<' && text[i] != '>') ++i;
  return i;
}

std::string_view escape_of(char c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    default: return "&gt;";
  }
}

// Writes one document. All positions for the spans count from where it begins.
class HtmlWriter {
 public:
  HtmlWriter(const HtmlStyle& style, std::span<TextSpan> spans, Buffer& out)
      : style_(style), keeper_(spans), out_(out), origin_(out.size()) {}

  void append_head(std::string_view language) {
    const std::size_t place = style_.head.find('$');
    append_markup(style_.head.substr(0, place));
    if (place == std::string_view::npos) return;
    append_markup(language);
    append_markup(style_.head.substr(place + 1));
  }

  // One line of the text; `ended` if a line feed follows it, which gives way to the markup.
  void append_line(std::string_view line, bool ended) {
    const std::size_t marks = quote_to_depth_of(line);
    keeper_.removed(position(), marks);
    line.remove_prefix(marks);
    if (line.empty()) {
      if (ended || depth_ != 0) append_markup(style_.empty_line);
    } else {
      append_markup(style_.line_begin);
      append_escaped(line);
      append_markup(style_.line_end);
    }
    if (ended) keeper_.removed(position(), 1);
  }

  void append_image(const ShownImage& image) {
    const std::size_t at = position();
    const std::size_t before = out_.size();
    Pen(out_).put(style_.line_begin, "<img src=\"cid:", image.content_id, "\" alt=\"", image.alt,
                  "\">", style_.line_end);
    keeper_.inserted(at, out_.size() - before);
  }

  void append_foot() {
    set_depth(0);
    out_.append(style_.foot);
  }

 private:
  [[nodiscard]] std::size_t position() const noexcept { return out_.size() - origin_; }

  void append_markup(std::string_view markup) {
    keeper_.inserted(position(), markup.size());
    out_.append(markup);
  }

  void append_escaped(std::string_view text) {
    while (true) {
      const std::size_t special = find_special(text);
      out_.append(text.substr(0, special));
      if (special == text.size()) return;
      const std::string_view escape = escape_of(text[special]);
      keeper_.widened(position(), escape.size() - 1);
      out_.append(escape);
      text.remove_prefix(special + 1);
    }
  }

  // Opens or closes quotes until they are as many as the line has marks; returns the bytes of the
  // marks.
  std::size_t quote_to_depth_of(std::string_view line) {
    std::size_t depth = 0;
    std::size_t end = 0;
    while (end < line.size() && line[end] == '>') {
      ++depth;
      ++end;
      if (end < line.size() && line[end] == ' ') ++end;
    }
    set_depth(depth);
    return end;
  }

  void set_depth(std::size_t depth) {
    for (; depth_ < depth; ++depth_) append_markup(style_.quote_begin);
    for (; depth_ > depth; --depth_) append_markup(style_.quote_end);
  }

  const HtmlStyle& style_;
  SpanKeeper keeper_;
  Buffer& out_;
  std::size_t origin_;
  std::size_t depth_ = 0;
};

void append_document(MailClient client, std::string_view text, std::string_view language,
                     const ShownImage* image, std::span<TextSpan> spans, Buffer& out) {
  HtmlWriter writer(style_of(client), spans, out);
  writer.append_head(language);
  const std::size_t size = text.size();
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const bool ended = end != std::string_view::npos;
    writer.append_line(text.substr(0, end), ended);
    text.remove_prefix(ended ? end + 1 : text.size());
    if (image != nullptr && image->after <= size - text.size()) {
      writer.append_image(*image);
      image = nullptr;
    }
  }
  if (image != nullptr) writer.append_image(*image);
  writer.append_foot();
}

}  // namespace

void append_html(MailClient client, std::string_view text, std::string_view language,
                 std::span<TextSpan> spans, Buffer& out) {
  append_document(client, text, language, nullptr, spans, out);
}

void append_html(MailClient client, std::string_view text, std::string_view language,
                 const ShownImage& image, std::span<TextSpan> spans, Buffer& out) {
  append_document(client, text, language, &image, spans, out);
}

}  // namespace haymaker::mime
