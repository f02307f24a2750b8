#pragma once

#include <string_view>

#include "base/buffer.h"
#include "base/mail_client.h"
#include "mime/charset.h"
#include "mime/part.h"

namespace haymaker::mime {

// A charset and a transfer encoding that carry a text as it is.
struct TextForm {
  Charset charset;
  Encoding encoding;  // Never automatic.
};

// What the part asks for, where that can carry its content; else the nearest that can.
TextForm choose_text_form(MailClient client, const Part& part) noexcept;

// The UTF-8 `text`, with LF line ends, as the body of a part of that form.
void append_text_body(std::string_view text, TextForm form, Buffer& out);

}  // namespace haymaker::mime
