#include "mime/thread_index.h"

#include <algorithm>

namespace haymaker::mime {

namespace {

using Ticks = std::uint64_t;  // Of 100 ns since 1601-01-01T00:00:00Z: a FILETIME.

constexpr UnixSeconds kSecondsFrom1601To1970 = 11'644'473'600;
constexpr Ticks kTicksPerSecond = 10'000'000;
constexpr int kFineUnit = 18;
constexpr int kCoarseUnit = 23;
constexpr std::uint64_t kDeltaMask = 0x7FFFFFFF;

Ticks filetime(UnixSeconds time) noexcept {
  return static_cast<Ticks>(time + kSecondsFrom1601To1970) * kTicksPerSecond;
}

void put_big_endian(std::uint64_t value, std::span<std::uint8_t> at) noexcept {
  for (std::size_t i = at.size(); i-- != 0; value >>= 8) at[i] = static_cast<std::uint8_t>(value);
}

std::uint64_t big_endian(std::span<const std::uint8_t> at) noexcept {
  std::uint64_t value = 0;
  for (const std::uint8_t byte : at) value = value << 8 | byte;
  return value;
}

// The time that the last block stands for, in the reading that deltas are taken from.
Ticks last_time(std::span<const std::uint8_t> index) noexcept {
  Ticks time = big_endian(index.first(6)) << 16;
  for (auto rest = index.subspan(kThreadRootBytes); rest.size() >= kThreadChildBytes;
       rest = rest.subspan(kThreadChildBytes)) {
    const std::uint64_t block = big_endian(rest.first(4));
    time += (block & kDeltaMask) << (block > kDeltaMask ? kCoarseUnit : kFineUnit);
  }
  return time;
}

}  // namespace

ThreadRoot thread_root(ThreadIndexForm form, UnixSeconds time, const ThreadGuid& guid) noexcept {
  ThreadRoot root{};
  const std::span<std::uint8_t> bytes(root);
  if (form == ThreadIndexForm::classic) {
    put_big_endian(filetime(time) >> 16, bytes.first(6));
  } else {
    root[0] = 1;
    put_big_endian(filetime(time) >> 24, bytes.subspan(1, 5));
  }
  std::ranges::copy(guid, root.begin() + 6);
  return root;
}

ThreadChild thread_child(std::span<const std::uint8_t> parent, UnixSeconds time,
                         std::uint8_t random) noexcept {
  const Ticks before = last_time(parent);
  const Ticks now = filetime(time);
  const Ticks delta = now > before ? now - before : 0;
  std::uint64_t block = delta >> kFineUnit;
  if (block > kDeltaMask) block = ((delta >> kCoarseUnit) & kDeltaMask) | (kDeltaMask + 1);
  ThreadChild child{};
  put_big_endian(block, std::span(child).first(4));
  child[4] = random;
  return child;
}

}  // namespace haymaker::mime
