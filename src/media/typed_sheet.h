#pragma once

// A sheet of paper as a scanner delivers it: typed text in a grey JPEG.

#include <cstddef>
#include <span>
#include <string_view>

#include "base/buffer.h"
#include "media/photo.h"
#include "rng/key.h"

namespace haymaker::media {

inline constexpr std::size_t kSheetColumns = 84;  // Characters of a line.
inline constexpr std::size_t kSheetLines = 60;
// What a sheet can be made to weigh: an empty one, and one full of grain.
inline constexpr std::size_t kMostSheetBytes = 150'000;

// Appends the picture of a sheet with `lines`, at most kSheetLines of at most kSheetColumns
// characters. Grain brings it near `target_bytes`.
PictureSize append_typed_sheet(std::span<const std::string_view> lines, rng::Key key,
                               std::size_t target_bytes, Buffer& out);

}  // namespace haymaker::media
