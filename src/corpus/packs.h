#pragma once

#include <span>

#include "base/embedded.h"

namespace haymaker::corpus {

// The files of packs/en, embedded when the library is built.
std::span<const EmbeddedFile> english_pack() noexcept;

}  // namespace haymaker::corpus
