#pragma once

// Files that are nothing but text.

#include "media/workbench.h"

namespace haymaker::media {

// The table as records of RFC 4180: CRLF after each, quotes where they are needed.
void append_csv(const Order& order);

// The title, an empty line, and the paragraphs with empty lines between them; CRLF.
void append_txt(const Order& order);

// A visiting card (vCard 3.0, RFC 2426), its note the paragraphs.
void append_vcf(const Order& order);

}  // namespace haymaker::media
