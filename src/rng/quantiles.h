#pragma once

#include <cstdint>
#include <span>

#include "rng/stream.h"

namespace haymaker::rng {

// A distribution given by its quantile function in integers: points (per_65536, value), neither
// ever falling, the first at 0 and the last at 65536, with straight lines between them, rounded
// down. Two points at the same per_65536 make a jump. It is how a published histogram or a
// lognormal enters a decision without floating point. The points are not copied.
struct QuantilePoint {
  std::uint32_t per_65536;
  std::int64_t value;
};

class Quantiles {
 public:
  constexpr explicit Quantiles(std::span<const QuantilePoint> points) noexcept : points_(points) {}

  // The value below which `rank` / 2^32 of the mass lies.
  [[nodiscard]] std::int64_t at(std::uint32_t rank) const noexcept;
  std::int64_t draw(Stream& stream) const noexcept { return at(stream.next32()); }

 private:
  std::span<const QuantilePoint> points_;
};

}  // namespace haymaker::rng
