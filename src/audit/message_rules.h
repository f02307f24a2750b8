#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "audit/mail_date.h"
#include "audit/message_view.h"

namespace haymaker::audit {

// What every message of a corpus keeps to, read back from its bytes.
//
//   lines     end in CRLF, hold no bare CR or LF, at most 998 bytes (RFC 5322 section 2.1.1)
//   fields    one Date, From and Message-ID; at most one of Sender, Reply-To, To, Cc, Bcc,
//             In-Reply-To, References, Subject (section 3.6); ASCII; at most 9,500 bytes each
//   folds     a continuation line has something on it (section 2.2.3)
//   Date      reads, its weekday is its date's, and it is in no obsolete form (section 3.3)
//   ids       "<left@right>", at most 250 bytes (section 3.6.4)
//   words     encoded words are whole and decode (RFC 2047)
//   parts     MIME-Version is there; text decodes from its encoding and its character set
//
// Appends what is broken, the reader's own findings included, and returns the date if it reads.
// `reader` has read `bytes`.
std::optional<MailDate> check_rules(std::string_view bytes, const MessageReader& reader,
                                    std::vector<Violation>& out);

}  // namespace haymaker::audit
