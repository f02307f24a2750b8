#pragma once

// The fields of a header in a tar archive (POSIX.1-2017, pax, "ustar Interchange Format"): where
// each begins and how many bytes it has. Numbers are octal digits and a NUL.

#include <cstddef>
#include <cstdint>

namespace haymaker::sink::tar {

struct Field {
  std::size_t at;
  std::size_t size;
};
inline constexpr Field kName{0, 100};
inline constexpr Field kMode{100, 8};
inline constexpr Field kOwner{108, 8};
inline constexpr Field kGroup{116, 8};
inline constexpr Field kSize{124, 12};
inline constexpr Field kTime{136, 12};
inline constexpr Field kChecksum{148, 8};
inline constexpr std::size_t kType = 156;
inline constexpr Field kMagic{257, 8};

inline constexpr std::uint64_t kMostOctal = (std::uint64_t{1} << 33) - 1;  // Eleven octal digits.

}  // namespace haymaker::sink::tar
