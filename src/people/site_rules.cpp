#include "people/site_rules.h"

#include "people/pack_text.h"
#include "people/world_pack.h"

namespace haymaker::people {

namespace {

// "2025-03-30" of a pack, or the start of "2025-03-30T01:00:00Z".
Days day_of(std::string_view date) noexcept {
  return days_from_civil({number_of<int>(date.substr(0, 4)), number_of<int>(date.substr(5, 2)),
                          number_of<int>(date.substr(8, 2))});
}

UnixSeconds instant_of(std::string_view instant) noexcept {
  return day_of(instant) * kSecondsPerDay + number_of<UnixSeconds>(instant.substr(11, 2)) * 3600 +
         number_of<UnixSeconds>(instant.substr(14, 2)) * 60 +
         number_of<UnixSeconds>(instant.substr(17, 2));
}

SiteRule rule_of(const Record& record) {
  SiteRule rule;
  rule.facts.city = record.text("city");
  rule.facts.country = record.text("country");
  rule.facts.zone = record.text("zone");
  rule.facts.address = record.text("street");
  rule.facts.telephone = record.text("telephone");
  rule.facts.british = record.text("english") == "british";
  if (record.has("speaks")) rule.facts.speaks = record.text("speaks");
  rule.facts.opens_later_hours = record.number<int>("opens");
  rule.facts.early_percent = record.number<std::uint32_t>("floor");
  rule.calendar = record.text("calendar");
  rule.share = record.number<std::uint32_t>("share");
  rule.back_percent = record.number<std::uint32_t>("back");
  for (std::string_view origin : record.list("people")) {
    const std::string_view locale = next_field(origin, ' ');
    rule.people.push_back({locale, number_of<std::uint32_t>(origin)});
  }
  return rule;
}

}  // namespace

std::vector<SiteRule> site_rules() {
  std::vector<SiteRule> rules;
  for (const Record& record : records_of(world_file("sites.txt"))) {
    rules.push_back(rule_of(record));
  }
  return rules;
}

std::vector<std::uint32_t> shares_of(std::span<const SiteRule> sites) {
  std::vector<std::uint32_t> shares;
  shares.reserve(sites.size());
  for (const SiteRule& site : sites) shares.push_back(site.share);
  return shares;
}

void add_calendars(std::vector<SiteRule>& rules) {
  for (std::string_view text = world_file("zones.csv"); !text.empty();) {
    std::string_view line = next_line(text);
    const std::string_view zone = next_field(line, ',');
    const UnixSeconds at = instant_of(next_field(line, ','));
    const auto offset = number_of<int>(line);
    for (SiteRule& rule : rules) {
      if (rule.facts.zone == zone) rule.facts.transitions.push_back({at, offset});
    }
  }
  for (std::string_view text = world_file("holidays.csv"); !text.empty();) {
    std::string_view line = next_line(text);
    const std::string_view calendar = next_field(line, ',');
    for (SiteRule& rule : rules) {
      if (rule.calendar == calendar) rule.facts.holidays.push_back(day_of(line));
    }
  }
}

}  // namespace haymaker::people
