#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/civil_time.h"

namespace haymaker::people {

// A place where people work: its zone rules, its holidays and its working day, compiled into data
// so that nothing is looked up while rendering.
class Site {
 public:
  [[nodiscard]] std::string_view city() const noexcept;     // "Frankfurt"
  [[nodiscard]] std::string_view country() const noexcept;  // ISO 3166-1 alpha-2, "DE"
  [[nodiscard]] std::string_view zone() const noexcept;     // IANA name, "Europe/Berlin"
  [[nodiscard]] std::string_view address() const noexcept;  // "14 Fictional Row, ..." one line

  // Minutes east of Greenwich at the instant, daylight saving included.
  [[nodiscard]] int offset_minutes(UnixSeconds at) const noexcept;
  [[nodiscard]] bool is_holiday(Days local_day) const noexcept;
  // Relative amount of mail that the site sends in the local hour that holds `at`: hour of the day,
  // weekday, holidays (a tenth) and month ends together. Comparable between instants of one site.
  [[nodiscard]] std::uint32_t intensity(UnixSeconds at) const noexcept;
};

}  // namespace haymaker::people
