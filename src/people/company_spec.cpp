#include "people/company_spec.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "base/utf8.h"

namespace haymaker::people {

namespace {

constexpr std::size_t kLongestName = 60;     // Octets; it stands in signatures and headers.
constexpr std::size_t kLongestDomain = 100;  // RFC 1035 allows 255, an address must stay readable.
constexpr std::size_t kLongestLabel = 63;    // RFC 1035 section 2.3.4.
constexpr std::uint32_t kGreatestShare = 10'000;

Error mistake(std::string where, std::string message) {
  return {ErrorCode::bad_input, std::move(message), std::move(where)};
}

bool is_label(std::string_view label) noexcept {
  const auto is_inner = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  return !label.empty() && label.size() <= kLongestLabel && label.front() != '-' &&
         label.back() != '-' && std::ranges::all_of(label, is_inner);
}

bool is_domain(std::string_view domain) noexcept {
  if (domain.size() > kLongestDomain) return false;
  for (std::size_t dot = domain.find('.'); dot != std::string_view::npos; dot = domain.find('.')) {
    if (!is_label(domain.substr(0, dot))) return false;
    domain.remove_prefix(dot + 1);
  }
  return is_label(domain);
}

// The name itself or one below it; `.example` and its like only with something before.
bool is_reserved(std::string_view domain) noexcept {
  constexpr std::array<std::string_view, 2> kTopLevel = {".example", ".test"};
  constexpr std::array<std::string_view, 3> kSecondLevel = {"example.com", "example.net",
                                                            "example.org"};
  return std::ranges::any_of(kTopLevel, [&](auto name) { return domain.ends_with(name); }) ||
         std::ranges::any_of(kSecondLevel, [&](auto name) {
           return domain == name ||
                  (domain.ends_with(name) && domain[domain.size() - name.size() - 1] == '.');
         });
}

void check_sites(const CompanySpec& spec, const std::vector<SiteRule>& known, Errors& errors) {
  std::uint64_t shares = 0;
  for (std::size_t i = 0; i < spec.sites.size(); ++i) {
    const auto& [city, share] = spec.sites[i];
    const std::string where = fmt::format("company.sites[{}]", i);
    const auto is_city = [&](const SiteRule& rule) { return rule.facts.city == city; };
    if (std::ranges::none_of(known, is_city)) {
      std::string cities;
      for (const SiteRule& rule : known) cities += fmt::format(" {},", rule.facts.city);
      cities.pop_back();
      errors.push_back(mistake(where + ".city", fmt::format("\"{}\" is none of{}", city, cities)));
    }
    const auto earlier = std::span(spec.sites).first(i);
    if (std::ranges::find(earlier, city, &SiteSpec::city) != earlier.end()) {
      errors.push_back(mistake(where + ".city", fmt::format("\"{}\" stands twice", city)));
    }
    if (share > kGreatestShare) {
      errors.push_back(mistake(where + ".share", fmt::format("is above {}", kGreatestShare)));
    }
    shares += share;
  }
  if (!spec.sites.empty() && shares == 0) {
    errors.push_back(mistake("company.sites", "no site has a share above 0"));
  }
}

void check_count(std::string_view name, std::uint32_t count, std::uint32_t low, std::uint32_t high,
                 Errors& errors) {
  if (count >= low && count <= high) return;
  errors.push_back(mistake(fmt::format("company.{}", name),
                           fmt::format("{} is not in {} to {}", count, low, high)));
}

}  // namespace

Errors mistakes_in(const CompanySpec& spec, const std::vector<SiteRule>& known, Days first_day,
                   Days last_day) {
  Errors errors;
  if (spec.name.empty() || spec.name.size() > kLongestName || !is_valid_utf8(spec.name)) {
    errors.push_back(
        mistake("company.name", fmt::format("must be 1 to {} octets of UTF-8", kLongestName)));
  }
  if (!is_domain(spec.domain)) {
    errors.push_back(mistake("company.domain", "is not a domain name in lower case"));
  } else if (!is_reserved(spec.domain)) {
    errors.push_back(mistake("company.domain",
                             "must end in .example, .test, example.com, example.net or "
                             "example.org, which belong to nobody"));
  }
  check_count("employees", spec.employees, kFewestEmployees, kMostEmployees, errors);
  check_count("clients", spec.clients, 0, kMostOrganisations, errors);
  check_count("vendors", spec.vendors, 0, kMostOrganisations, errors);
  check_sites(spec, known, errors);
  if (first_day > last_day) {
    errors.push_back(mistake("period", "ends before it starts"));
  } else if (first_day < days_from_civil({kFirstCalendarYear, 1, 1}) ||
             last_day > days_from_civil({kLastCalendarYear, 12, 31})) {
    errors.push_back(mistake("period", fmt::format("is outside {} to {}, the years whose holidays "
                                                   "and time-zone rules are known",
                                                   kFirstCalendarYear, kLastCalendarYear)));
  }
  return errors;
}

}  // namespace haymaker::people
