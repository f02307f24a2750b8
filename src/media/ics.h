#pragma once

#include <cstdint>

#include "media/workbench.h"

namespace haymaker::media {

// A calendar object (RFC 5545) with the event of the document, as Exchange writes it: the summary
// is the title, the description the paragraphs. The same bytes serve as an attached file and as the
// body part text/calendar of an invitation (RFC 6047).
void append_ics(const Order& order);

// The paragraphs as the value of one property, line breaks between them; nothing for none. Planted
// words of theirs are located in that value.
void append_joined_paragraphs(std::string_view property, const Order& order);

}  // namespace haymaker::media
