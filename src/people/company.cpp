#include "people/company.h"

#include <algorithm>
#include <utility>

#include "base/hash.h"
#include "people/company_spec.h"
#include "people/department_rules.h"
#include "people/employees.h"
#include "people/headcount.h"
#include "people/hierarchy.h"
#include "people/mailboxes.h"
#include "people/naming.h"
#include "people/organisations.h"
#include "people/projects.h"
#include "people/relationships.h"
#include "people/roster.h"
#include "people/site_rules.h"
#include "people/systems.h"
#include "people/ties.h"

namespace haymaker::people {

namespace {

constexpr std::uint32_t kFewestAtDefaultSite = 8;
constexpr std::uint32_t kMostContacts = 12;
constexpr std::uint32_t kMostOthers = 4'000;  // Mailboxes, lists and systems beside those of teams.

// Drops the site with the smallest share until each of the others has so many employees.
void drop_small_sites(std::uint32_t employees, std::uint32_t fewest, std::vector<SiteRule>& sites) {
  while (sites.size() > 1) {
    const std::vector<std::uint32_t> counts = apportion(employees, shares_of(sites));
    const auto smallest = std::ranges::min_element(counts);
    if (*smallest >= fewest) return;
    sites.erase(sites.begin() + (smallest - counts.begin()));
  }
}

// The rules of the spec's sites in its order, with its shares; or those of the default sites, as
// many of them as the company is large enough for.
std::vector<SiteRule> chosen_sites(const CompanySpec& spec, std::vector<SiteRule> known) {
  if (spec.sites.empty()) {
    drop_small_sites(spec.employees, kFewestAtDefaultSite, known);
    return known;
  }
  std::vector<SiteRule> chosen;
  for (const auto& [city, share] : spec.sites) {
    const auto is_city = [&city](const SiteRule& rule) { return rule.facts.city == city; };
    chosen.push_back(*std::ranges::find_if(known, is_city));
    chosen.back().share = share;
  }
  drop_small_sites(spec.employees, 1, chosen);
  return chosen;
}

void add_sites(std::vector<SiteRule>& rules, Roster& roster) {
  add_calendars(rules);
  Buffer text;
  rng::Stream stream(roster.key / "streets");
  for (SiteRule& rule : rules) {
    text.clear();
    append_digits(rule.facts.address, 1, stream, text);
    rule.facts.address = roster.arena.keep(text.view());
    roster.sites.emplace_back(rule.facts);
  }
}

void add_volumes(Roster& roster) {
  const auto volumes = [&](std::span<const PersonId> ids) {
    std::vector<std::uint32_t> weights;
    weights.reserve(ids.size());
    for (const PersonId id : ids) weights.push_back(roster.people[value(id)].activity);
    return rng::WeightedTable(weights);
  };
  for (std::size_t site = 0; site < roster.sites.size(); ++site) {
    roster.author_volume.push_back(volumes(roster.site_members.of(site)));
  }
  roster.employee_volume = volumes(roster.everyone);
  roster.tie_strength = rng::WeightedTable(tie_strengths());
}

std::size_t most_people(const CompanySpec& spec) {
  const std::size_t organisations = std::size_t{spec.clients} + spec.vendors;
  return std::size_t{spec.employees} * 2 + organisations * kMostContacts + kMostOthers;
}

}  // namespace

std::vector<std::string_view> known_cities() {
  std::vector<std::string_view> cities;
  for (const SiteRule& rule : site_rules()) cities.push_back(rule.facts.city);
  return cities;
}

std::expected<Company, Errors> Company::compile(const CompanySpec& spec, rng::Key key,
                                                Days first_day, Days last_day) {
  const std::vector<SiteRule> known = site_rules();
  Errors errors = mistakes_in(spec, known, first_day, last_day);
  if (!errors.empty()) return std::unexpected(std::move(errors));

  auto roster = std::make_unique<Roster>();
  roster->spec = spec;
  roster->key = key / "people";
  roster->first_day = first_day;
  roster->last_day = last_day;
  roster->addresses = AddressIndex(most_people(spec));

  std::vector<SiteRule> sites = chosen_sites(spec, known);
  add_sites(sites, *roster);
  const DepartmentRules rules = department_rules();
  const NameSource names(sites);
  const Headcount headcount = plan_headcount(rules, sites, spec.employees, roster->key);
  add_employees(plan_hierarchy(rules, headcount, roster->key), rules, names, *roster);
  add_projects(*roster);
  add_shared_mailboxes(rules, *roster);
  add_distribution_lists(*roster);
  add_organisations(names, *roster);
  add_systems(*roster);
  add_relationships(rules, *roster);
  add_volumes(*roster);
  return Company(std::move(roster));
}

Company::Company(std::unique_ptr<const Roster> roster)
    : roster_(std::move(roster)),
      people_(roster_->people),
      sites_(roster_->sites),
      organisations_(roster_->organisations),
      leave_key_(roster_->key.low) {
  presences_.reserve(people_.size());
  for (const Person& person : people_) {
    const bool takes_leave =
        person.kind == PersonKind::employee || person.kind == PersonKind::contact;
    presences_.push_back({person.first_day, person.last_day, takes_leave});
  }
}
Company::Company(Company&&) noexcept = default;
Company& Company::operator=(Company&&) noexcept = default;
Company::~Company() = default;

const CompanySpec& Company::spec() const noexcept { return roster_->spec; }
std::span<const Department> Company::departments() const noexcept { return roster_->departments; }
std::span<const Team> Company::teams() const noexcept { return roster_->teams; }
std::span<const Project> Company::projects() const noexcept { return roster_->projects; }

std::span<const PersonId> Company::members(PersonId id) const noexcept {
  const std::size_t place = std::size_t{value(id)} - roster_->first_mailbox;
  return place < roster_->mailbox_members.size() ? roster_->mailbox_members[place]
                                                 : std::span<const PersonId>();
}

std::span<const PersonId> Company::site_members(SiteId site) const noexcept {
  return roster_->site_members.of(value(site));
}

std::span<const std::uint32_t> Company::projects_of(PersonId employee) const noexcept {
  return roster_->projects_of.of(value(employee));
}

std::span<const OrganisationId> Company::relationships(PersonId employee) const noexcept {
  return roster_->relationships.of(value(employee));
}

PersonId Company::assistant_of(PersonId employee) const noexcept {
  const auto found = std::ranges::lower_bound(roster_->assistants, employee, {}, &Assistance::boss);
  return found != roster_->assistants.end() && found->boss == employee ? found->assistant : kNobody;
}

std::optional<Leave> Company::leave_on(PersonId id, Days day) const noexcept {
  if (!presences_[value(id)].takes_leave) return std::nullopt;
  return people::leave_on(leave_key(id), day);
}

std::optional<PersonId> Company::by_address(std::string_view address) const noexcept {
  const PersonId id = roster_->addresses.find(address);
  return id == kNobody ? std::nullopt : std::optional(id);
}

}  // namespace haymaker::people
