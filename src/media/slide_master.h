#pragma once

#include "media/zip_archive.h"

namespace haymaker::media {

// The parts that say how slides look, the same in each presentation: a theme, a master and two
// layouts, of a title and of a title with a text below.
void add_slide_master(Buffer& text, ZipArchive& archive);

}  // namespace haymaker::media
