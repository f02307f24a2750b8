#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/digest.h"
#include "mime/text_span.h"
#include "scenario/incident_shape.h"

namespace haymaker::corpus {

// Words of a scenario as they stand in one message: its own, or a copy in what it quotes. Views are
// borrowed from whoever rendered the message.
struct PlantedWords {
  std::uint16_t slot = 0;    // Of the message whose words they are,
  std::uint16_t number = 0;  // and which of that message's,
  bool of_subject = false;   // in its subject rather than its text.
  scenario::Carrier carrier = scenario::Carrier::body;
  std::string_view section;  // IMAP section number, or "subject".
  std::string_view text;     // As a reader decodes them there,
  std::string_view plain;    // and as they were before any disguise.
  // Of words in a file: what it is called, the digest of its bytes, and where in it they are, in
  // the words of docs/formats/attachments.md. Empty for all others.
  std::string_view file_name;
  std::string_view locator;
  Digest file_digest;
  // In the decoded section, with LF line ends: bytes of UTF-8, and code points. In a file, the same
  // of the unit that `locator` names, if it is one that can be counted in; else empty.
  mime::TextSpan bytes;
  mime::TextSpan points;
  // In the HTML alternative, bytes of the decoded section; empty where there is none.
  std::string_view html_section;
  mime::TextSpan html;
  // In the whole .eml, where the section stands there as it is but for its line ends.
  std::optional<mime::TextSpan> raw;
};

}  // namespace haymaker::corpus
