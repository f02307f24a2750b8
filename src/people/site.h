#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/civil_time.h"

namespace haymaker::people {

// The years whose holidays and time-zone rules are known. Outside them a site keeps the nearest
// offset and has no holidays.
inline constexpr int kFirstCalendarYear = 2015;
inline constexpr int kLastCalendarYear = 2035;

// A change of the offset from Greenwich.
struct ZoneTransition {
  UnixSeconds at = 0;
  int offset_minutes = 0;  // From `at` on.
};

// What makes a site; the views outlive it.
struct SiteFacts {
  std::string_view city;
  std::string_view country;
  std::string_view zone;
  std::string_view address;
  std::string_view telephone;  // # is a digit.
  bool british = true;         // Spelling and dates.
  std::string_view speaks;     // The language of the place, "de-CH"; empty where it is English.
  int opens_later_hours = 0;
  std::uint32_t early_percent = 0;          // People who start two hours before the others.
  std::vector<ZoneTransition> transitions;  // In order; the first holds before it, too.
  std::vector<Days> holidays;
};

// A place where people work: its zone rules, its holidays and its working day, compiled into data
// so that nothing is looked up while rendering.
class Site {
 public:
  explicit Site(const SiteFacts& facts);

  [[nodiscard]] std::string_view city() const noexcept { return city_; }        // "Frankfurt"
  [[nodiscard]] std::string_view country() const noexcept { return country_; }  // ISO 3166-1, "DE"
  [[nodiscard]] std::string_view zone() const noexcept { return zone_; }        // "Europe/Berlin"
  [[nodiscard]] std::string_view address() const noexcept { return address_; }  // One line.
  [[nodiscard]] std::string_view telephone() const noexcept { return telephone_; }
  [[nodiscard]] bool british() const noexcept { return british_; }
  // The language of the place, "de-CH"; empty where it is English, or none that mail programs here
  // speak.
  [[nodiscard]] std::string_view speaks() const noexcept { return speaks_; }

  // Minutes east of Greenwich at the instant, daylight saving included.
  [[nodiscard]] int offset_minutes(UnixSeconds at) const noexcept;
  [[nodiscard]] bool is_holiday(Days local_day) const noexcept;
  // Relative amount of mail that the site sends in the local hour that holds `at`, as the product
  // of hour of the day (10,000 a day), weekday (about 143 on average) and kind of day (10; holidays
  // 1, ends of months 12, of quarters 13). Comparable between instants of one site; a sum over a
  // year needs 64 bits.
  [[nodiscard]] std::uint32_t intensity(UnixSeconds at) const noexcept;

 private:
  // The part of the intensity that is the day's.
  [[nodiscard]] std::uint32_t day_weight(Days local_day) const noexcept;
  // Places below days_.size() are days of the calendar.
  [[nodiscard]] std::size_t place(Days day) const noexcept {
    return static_cast<std::size_t>(day - calendar_start_);
  }

  std::string_view city_;
  std::string_view country_;
  std::string_view zone_;
  std::string_view address_;
  std::string_view telephone_;
  bool british_;
  std::string_view speaks_;
  std::vector<ZoneTransition> transitions_;
  std::array<std::uint32_t, 24> hours_;  // Sums to 10,000.
  // What is known of each day of the calendar, so that nothing is searched while rendering.
  struct CalendarDay {
    std::uint16_t weight = 0;     // See day_weight().
    std::uint8_t transition = 0;  // The one that holds when the day begins in Greenwich.
    bool holiday = false;
  };
  Days calendar_start_;
  std::vector<CalendarDay> days_;
};

}  // namespace haymaker::people
