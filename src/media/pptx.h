#pragma once

#include "media/workbench.h"

namespace haymaker::media {

// A presentation of PresentationML: a title slide, slides with five paragraphs each, one with the
// table, and pictures.
void append_pptx(const Order& order);

}  // namespace haymaker::media
