#pragma once

// The body of a message as a tree of values. Views and spans are borrowed, as in Envelope.

#include <cstdint>
#include <span>
#include <string_view>

#include "base/civil_time.h"
#include "mime/charset.h"

namespace haymaker::mime {

enum class PartKind : std::uint8_t {
  plain,        // text/plain
  html,         // text/html
  calendar,     // text/calendar, an invitation (RFC 6047)
  attachment,   // A file.
  inline_file,  // A file that the HTML part shows: `content_id` is what its cid: URL names.
  message,      // message/rfc822: a forwarded message as attachment.
  alternative,  // multipart/alternative: the plainest first.
  related,      // multipart/related: the root first, then what it shows.
  mixed,        // multipart/mixed: the text first, then the files.
};

constexpr bool is_multipart(PartKind kind) noexcept { return kind >= PartKind::alternative; }

enum class Encoding : std::uint8_t { automatic, seven_bit, eight_bit, quoted_printable, base64 };

struct Part {
  PartKind kind = PartKind::plain;

  // Texts: UTF-8 with LF line ends. Files: their bytes. Message: a finished message, with CRLF.
  std::string_view content = {};

  // Texts only. A charset that cannot encode the content gives way to UTF-8, and an encoding that
  // cannot carry it to quoted-printable. `automatic` is the client's own choice.
  Charset charset = Charset::utf_8;
  Encoding encoding = Encoding::automatic;
  bool flowed = false;  // The text is laid out as format=flowed (RFC 3676).

  std::string_view media_type = {};  // Files: "application/pdf". Those that are texts are UTF-8.
  std::string_view file_name = {};   // Files and messages, UTF-8: "Übersicht.pdf".
  std::string_view content_id = {};  // inline_file: "image001.png@01DA6E16.87590000".
  std::string_view method = {};      // calendar: "REQUEST", as its METHOD property.
  UnixSeconds modified = 0;          // Files: when they were last saved; 0: not said.

  std::span<const Part> parts = {};  // Multiparts: one at least.
};

}  // namespace haymaker::mime
