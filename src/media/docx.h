#pragma once

#include "media/workbench.h"

namespace haymaker::media {

// A document of WordprocessingML: the title, the paragraphs, the table, a picture.
void append_docx(const Order& order);

}  // namespace haymaker::media
