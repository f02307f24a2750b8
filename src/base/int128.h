#pragma once

namespace haymaker {

// 128-bit integers, for exact products of two 64-bit ones. g++ and clang++ have them on each of our
// machines.
__extension__ using Int128 = __int128;
__extension__ using Uint128 = unsigned __int128;

}  // namespace haymaker
