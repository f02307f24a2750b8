#pragma once

// Thread-Index, the conversation index of Outlook and Exchange (MS-OXOMSG section 2.2.1.3), as raw
// bytes:
//
//   +0  header, 22 bytes:  classic  FILETIME >> 16, 6 bytes big-endian; GUID, 16 bytes
//                          modern   0x01; FILETIME >> 24, 5 bytes big-endian; GUID, 16 bytes
//   +22 child, 5 bytes for each reply or forward, cumulative:
//                          1 bit   unit of the delta: 0 is 2^18 ticks, 1 is 2^23
//                          31 bits delta to the block before, in that unit, modulo 2^31
//                          8 bits  random
//
// A tick is 100 ns. The header counts as classic wherever a delta is taken from it, as Microsoft's
// own code has it; so the deltas of a modern thread wrap.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "base/civil_time.h"

namespace haymaker::mime {

enum class ThreadIndexForm : std::uint8_t {
  classic,  // Outlook for Windows.
  modern,   // Exchange 2013 and later, Exchange Online.
};

inline constexpr std::size_t kThreadRootBytes = 22;
inline constexpr std::size_t kThreadChildBytes = 5;

using ThreadGuid = std::array<std::uint8_t, 16>;
using ThreadRoot = std::array<std::uint8_t, kThreadRootBytes>;
using ThreadChild = std::array<std::uint8_t, kThreadChildBytes>;

// The index of the first message of a conversation.
ThreadRoot thread_root(ThreadIndexForm form, UnixSeconds time, const ThreadGuid& guid) noexcept;

// What an answer appends to `parent`, which is a root and the children down to the message that is
// answered. A time before the parent's counts as the parent's.
ThreadChild thread_child(std::span<const std::uint8_t> parent, UnixSeconds time,
                         std::uint8_t random) noexcept;

}  // namespace haymaker::mime
