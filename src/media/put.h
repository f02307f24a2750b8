#pragma once

// Pieces of a file, one after the other: put(out, "<a b=\"", XmlText{name}, "\">", 17).

#include <concepts>
#include <cstdint>
#include <string_view>

#include "base/append.h"
#include "base/buffer.h"

namespace haymaker::media {

inline void put_piece(std::string_view text, Buffer& out) { out.append(text); }
inline void put_piece(char c, Buffer& out) { out.append(c); }
template <std::integral Number>
  requires(!std::same_as<Number, char>)
void put_piece(Number number, Buffer& out) {
  if constexpr (std::unsigned_integral<Number>) {
    append_decimal(static_cast<std::uint64_t>(number), out);
  } else {
    append_decimal(static_cast<std::int64_t>(number), out);
  }
}

// Text with the five characters escaped that XML gives a meaning, and without those that XML 1.0
// cannot hold (section 2.2); a line break becomes a space.
struct XmlText {
  std::string_view text;
};
void put_piece(XmlText text, Buffer& out);

template <class... Pieces>
void put(Buffer& out, const Pieces&... pieces) {
  (put_piece(pieces, out), ...);
}

}  // namespace haymaker::media
