#pragma once

#include <optional>
#include <string_view>

#include "base/civil_time.h"

namespace haymaker::audit {

// What a Date field says: the instant, and the zone that the sender's clock was in.
struct MailDate {
  UnixSeconds at = 0;
  int offset_minutes = 0;  // East of Greenwich.
};

// "Wed, 05 Mar 2025 09:14:07 +0000" (RFC 5322 section 3.3), without comments and the obsolete zone
// names. Nothing where it breaks a rule; a weekday that is not the date's is one.
std::optional<MailDate> parse_mail_date(std::string_view text);

}  // namespace haymaker::audit
