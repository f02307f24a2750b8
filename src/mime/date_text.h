#pragma once

#include <array>
#include <cstddef>
#include <cstring>

#include "base/civil_time.h"

namespace haymaker::mime {

// "Wed, 05 Mar 2025 09:14:07 +0000" (RFC 5322 section 3.3), always 31 characters; a piece for a
// Pen.
class DateText {
 public:
  static constexpr std::size_t kBound = 31;

  DateText(UnixSeconds at, int offset_minutes) noexcept;

  // The same clock some seconds later. Cheap while the day does not change, which serves the chain
  // of hops that a message takes.
  [[nodiscard]] DateText later(int seconds) const noexcept;

  char* write(char* at) const noexcept {
    std::memcpy(at, text_.data(), kBound);
    return at + kBound;
  }

 private:
  void set_time(int second_of_day) noexcept;

  UnixSeconds at_;
  int offset_minutes_;
  int second_of_day_ = 0;
  std::array<char, kBound> text_;
};

// Minutes east of Greenwich on the Pacific coast of the United States, whose clock Google's servers
// keep: daylight saving from the second Sunday of March to the first of November, 02:00 local.
int pacific_offset_minutes(UnixSeconds at) noexcept;

}  // namespace haymaker::mime
