#pragma once

#include "media/workbench.h"

namespace haymaker::media {

// A PDF file, version 1.4: the title, the paragraphs and the table in lines of a standard font,
// page by page, then pictures. Where the document is scanned, each page is the picture of a typed
// sheet.
void append_pdf(const Order& order);

}  // namespace haymaker::media
