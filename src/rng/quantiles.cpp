#include "rng/quantiles.h"

#include <algorithm>

#include "base/int128.h"

namespace haymaker::rng {

std::int64_t Quantiles::at(std::uint32_t rank) const noexcept {
  const auto above = std::ranges::upper_bound(points_, rank >> 16, {}, &QuantilePoint::per_65536);
  const QuantilePoint& right = *above;
  const QuantilePoint& left = *(above - 1);
  const std::int64_t width = std::int64_t{right.per_65536 - left.per_65536} << 16;
  const std::int64_t into = std::int64_t{rank} - (std::int64_t{left.per_65536} << 16);
  // 128 bits: a value of days in seconds times 2^32 ranks does not fit into 64.
  const auto rise = static_cast<Int128>(right.value - left.value) * into / width;
  return left.value + static_cast<std::int64_t>(rise);
}

}  // namespace haymaker::rng
