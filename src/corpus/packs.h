#pragma once

#include <span>

#include "base/embedded.h"

namespace haymaker::corpus {

// The image of packs/en and packs/scenarios/en (text/image.h), made when the library is built.
std::span<const EmbeddedFile> english_pack() noexcept;

}  // namespace haymaker::corpus
