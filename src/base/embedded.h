#pragma once

#include <string_view>

namespace haymaker {

// A file that lies in the program itself, put there by haymaker_embed (cmake/embed.cmake). It lives
// as long as the program; a zero byte follows the last one.
struct EmbeddedFile {
  std::string_view name;  // Relative to the folder that was embedded: "names/en_GB.txt".
  const char* begin = nullptr;
  const char* end = nullptr;

  [[nodiscard]] constexpr std::string_view bytes() const noexcept { return {begin, end}; }
};

}  // namespace haymaker
