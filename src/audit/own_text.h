#pragma once

#include <string_view>

namespace haymaker::audit {

// What the author of a mail wrote: `text` (LF line ends) up to the first line that begins a quote
// or a signature, as products that watch mail cut it. Such lines are
//   > quoted                         a quoted line
//   On Wed, Ana Roe wrote:           an attribution: ends in a colon, and a quoted line follows, or
//                                    it ends in "wrote:" or that in another language
//   -----Original Message-----       a rule of dashes or underlines with or without words in it
//   From: Ana / Sent: ...            three lines "Word: ..." in a row, the first a sender's
//   "-- "                            the signature's dashes (RFC 3676 section 4.3)
//   Sent from my iPhone              a device's signature
// What is left loses a last paragraph that is a signature block: two to eight lines of at most 80
// bytes, one of them with an address or a telephone number.
// White space at the end is cut off, too.
std::string_view own_text(std::string_view text) noexcept;

}  // namespace haymaker::audit
