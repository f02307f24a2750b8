#include "audit/mail_date.h"

#include <algorithm>
#include <charconv>

namespace haymaker::audit {
namespace {

class Scanner {
 public:
  explicit Scanner(std::string_view rest) : rest_(rest) {}

  bool literal(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }
  // `least` to `most` digits.
  bool number(std::size_t least, std::size_t most, int& value) {
    const char* const begin = rest_.data();
    const auto size = static_cast<std::size_t>(
        std::from_chars(begin, begin + std::min(most, rest_.size()), value).ptr - begin);
    if (size < least || rest_.front() == '-') return false;
    rest_.remove_prefix(size);
    return true;
  }
  [[nodiscard]] std::string_view rest() const { return rest_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

bool take_month(Scanner& scanner, int& month) {
  for (month = 1; month <= 12; ++month) {
    if (scanner.literal(month_name(month).substr(0, 3))) return true;
  }
  return false;
}

bool is_day_of_month(CivilDate date) {
  return date.day >= 1 && civil_from_days(days_from_civil(date)) == date;
}

}  // namespace

std::optional<MailDate> parse_mail_date(std::string_view text) {
  Scanner scanner(text);
  int weekday = -1;
  for (int i = 0; i < 7; ++i) {
    if (scanner.literal(weekday_name(i).substr(0, 3))) {
      weekday = i;
      if (!scanner.literal(", ")) return std::nullopt;
      break;
    }
  }
  CivilDate date;
  int hour = 0;
  int minute = 0;
  int second = 0;
  int zone = 0;
  const bool read =
      scanner.number(1, 2, date.day) && scanner.literal(" ") && take_month(scanner, date.month) &&
      scanner.literal(" ") && scanner.number(4, 4, date.year) && scanner.literal(" ") &&
      scanner.number(2, 2, hour) && scanner.literal(":") && scanner.number(2, 2, minute);
  if (!read || (scanner.literal(":") && !scanner.number(2, 2, second))) return std::nullopt;
  if (!scanner.literal(" ")) return std::nullopt;
  const bool west = scanner.literal("-");
  if (!west && !scanner.literal("+")) return std::nullopt;
  if (!scanner.number(4, 4, zone) || !scanner.at_end()) return std::nullopt;
  if (!is_day_of_month(date) || hour > 23 || minute > 59 || second > 60 || zone % 100 > 59) {
    return std::nullopt;
  }
  const Days days = days_from_civil(date);
  if (weekday >= 0 && weekday != weekday_from_days(days)) return std::nullopt;
  const int offset = (zone / 100 * 60 + zone % 100) * (west ? -1 : 1);
  return MailDate{.at = ((UnixSeconds{days} * 24 + hour) * 60 + minute) * 60 + second -
                        UnixSeconds{offset} * 60,
                  .offset_minutes = offset};
}

}  // namespace haymaker::audit
