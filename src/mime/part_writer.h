#pragma once

#include <cstddef>
#include <optional>

#include "base/buffer.h"
#include "base/mail_client.h"
#include "mime/boundary.h"
#include "mime/part.h"
#include "mime/text_span.h"
#include "mime/tokens.h"

namespace haymaker::mime {

// What a part's header fields have promised of its body.
struct Framing {
  Boundary boundary;  // Multiparts.
  Charset charset = Charset::utf_8;
  Encoding encoding = Encoding::seven_bit;
};

// Writes the tree of one message, in the shapes of one client. The fields of a part and its body
// are apart, because the root's fields stand among the message's own.
class PartWriter {
 public:
  PartWriter(MailClient client, const Tokens& tokens, Buffer& out) noexcept
      : client_(client), tokens_(tokens), out_(out) {}

  // Content-Type, Content-Transfer-Encoding and the other Content-* fields.
  [[nodiscard]] Framing append_fields(const Part& part);
  // Everything behind the empty line. Ends with CRLF, unless the part has no content.
  void append_body(const Part& part, const Framing& framing);

  // Where in `out` the first plain text lies, if it stands there as it is but for its line ends.
  [[nodiscard]] std::optional<TextSpan> verbatim_text() const noexcept { return verbatim_; }

 private:
  void append_text(const Part& part, const Framing& framing);
  void append_text_fields(const Part& part, const Framing& framing);
  void append_file_fields(const Part& part, const Framing& framing);
  void append_multipart_fields(const Part& part, const Framing& framing);
  void append_encoding(Encoding encoding);

  MailClient client_;
  const Tokens& tokens_;
  Buffer& out_;
  std::size_t boundaries_ = 0;
  std::size_t files_ = 0;
  bool plain_written_ = false;
  std::optional<TextSpan> verbatim_;
};

}  // namespace haymaker::mime
