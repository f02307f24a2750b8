#include "people/world_pack.h"

namespace haymaker::people {

std::string_view world_file(std::string_view name) noexcept {
  for (const EmbeddedFile& file : world_pack()) {
    if (file.name == name) return file.bytes();
  }
  return {};
}

}  // namespace haymaker::people
