#pragma once

#include <span>
#include <string_view>

#include "base/embedded.h"

namespace haymaker::people {

// The files of packs/world, embedded when the room is built.
std::span<const EmbeddedFile> world_pack() noexcept;

// The bytes of one of them, by its name below packs/world, which CMakeLists.txt lists.
std::string_view world_file(std::string_view name) noexcept;

}  // namespace haymaker::people
