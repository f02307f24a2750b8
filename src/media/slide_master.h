#pragma once

#include <string_view>

#include "media/zip_archive.h"

namespace haymaker::media {

// PowerPoint's own style of tables, Medium Style 2 with the first accent colour.
inline constexpr std::string_view kTableStyle = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}";

// The parts that say how slides look, the same in each presentation: a theme, the style of tables,
// a master and two layouts, of a title and of a title with a text below.
void add_slide_master(Buffer& text, ZipArchive& archive);

}  // namespace haymaker::media
