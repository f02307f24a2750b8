#pragma once

#include <cstddef>

#include "base/buffer.h"
#include "rng/key.h"

namespace haymaker::media {

struct PictureSize {
  int width = 0;  // Pixels.
  int height = 0;
};

// Less is not worth a picture.
inline constexpr std::size_t kLeastPhotoBytes = 2'000;

// Appends a JPEG of a landscape, ridges before a sky, with the grain of a small camera. It has
// about `target_bytes`, at least kLeastPhotoBytes, within 10 %. Made as fast as its random numbers
// are.
PictureSize append_photo(rng::Key key, std::size_t target_bytes, Buffer& out);

}  // namespace haymaker::media
