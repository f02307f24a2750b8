#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "people/site.h"

namespace haymaker::people {

// A city of packs/world/sites.txt, whose head explains the fields.
struct SiteRule {
  SiteFacts facts;  // Without transitions and holidays; the address still has # for digits.
  std::string_view calendar;
  std::uint32_t share = 0;
  std::uint32_t back_percent = 100;
  struct Origin {
    std::string_view locale;
    std::uint32_t weight;
  };
  std::vector<Origin> people;
};

// All cities that the pack knows, in its order.
std::vector<SiteRule> site_rules();

// The shares of the sites, in their order.
std::vector<std::uint32_t> shares_of(std::span<const SiteRule> sites);

// Adds the zone's transitions and the calendar's holidays to the facts of the rules.
void add_calendars(std::vector<SiteRule>& rules);

}  // namespace haymaker::people
