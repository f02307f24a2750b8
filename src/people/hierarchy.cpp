#include "people/hierarchy.h"

#include <algorithm>
#include <span>
#include <utility>

#include "rng/stream.h"

namespace haymaker::people {

namespace {

constexpr std::size_t kMostBelow = kMostReports - 1;  // One place is left for an assistant.
constexpr std::size_t kUsualTeam = 9;                 // A team's lead and eight more.
constexpr std::size_t kFewestReports = 5;
constexpr std::size_t kMostGroups = 10;
constexpr std::size_t kFewestUnderSiteLead = 4;
constexpr std::size_t kFewestWithAssistant = 40;  // People of a department whose head has one.

// The sites of people who are still without a manager, those of one site next to each other.
using SiteRun = std::span<const SiteId>;

class Builder {
 public:
  Builder(const DepartmentRules& rules, const Headcount& headcount, rng::Key key)
      : rules_(rules), headcount_(headcount), stream_(key / "hierarchy") {}

  std::vector<Post> build() {
    add_executive_office();
    for (std::size_t i = 1; i < headcount_.by_department.size(); ++i) add_department(i);
    return std::move(posts_);
  }

 private:
  PersonId add(SiteId site, PersonId manager, Seniority seniority) {
    const PersonId id{static_cast<std::uint32_t>(posts_.size())};
    posts_.push_back(
        {.department = department_, .site = site, .manager = manager, .seniority = seniority});
    if (manager != kNobody) ++posts_[value(manager)].reports;
    return id;
  }

  void add_assistant(SiteId site, PersonId boss) {
    const PersonId id = add(site, boss, Seniority::junior);
    posts_[value(id)].assistant_to = boss;
  }

  Seniority draw_seniority() noexcept {
    const std::uint32_t rank = stream_.below(100);
    return rank < 30 ? Seniority::junior : rank < 72 ? Seniority::professional : Seniority::senior;
  }

  // The sites of all people of a department, the largest first.
  [[nodiscard]] std::vector<SiteId> sites_of(std::size_t department) const {
    const std::vector<std::uint32_t>& counts = headcount_.by_department[department];
    std::vector<std::size_t> order(counts.size());
    for (std::size_t site = 0; site < counts.size(); ++site) order[site] = site;
    std::ranges::sort(order, {}, [&](std::size_t site) { return std::pair(~counts[site], site); });
    std::vector<SiteId> sites;
    for (const std::size_t site : order) {
      sites.insert(sites.end(), counts[site], SiteId{static_cast<std::uint16_t>(site)});
    }
    return sites;
  }

  void add_executive_office() {
    department_ = DepartmentId{0};
    const std::vector<SiteId> sites = sites_of(0);
    std::size_t next = 0;
    add(sites[next++], kNobody, Seniority::executive);
    executives_.assign(rules_.divisions.size(), PersonId{0});
    for (std::uint32_t division = 0; division < rules_.divisions.size(); ++division) {
      if (!headcount_.division_is_led[division]) continue;
      executives_[division] = add(sites[next++], PersonId{0}, Seniority::executive);
      posts_[value(executives_[division])].division = division;
    }
    for (std::uint32_t i = 0; i < headcount_.executive_assistants; ++i) {
      add_assistant(sites[next++], PersonId{i});
    }
  }

  void add_department(std::size_t department) {
    const std::vector<SiteId> sites = sites_of(department);
    if (sites.empty()) return;
    department_ = DepartmentId{static_cast<std::uint16_t>(department)};
    const PersonId manager = executives_[rules_.departments[department].division];
    const PersonId head = add(sites.front(), manager, Seniority::head);
    SiteRun rest = SiteRun(sites).subspan(1);
    if (sites.size() >= kFewestWithAssistant) {
      add_assistant(rest.front(), head);
      rest = rest.subspan(1);
    }
    if (!add_site_groups(head, rest)) add_reports(head, rest);
  }

  // A lead for each site and those of small sites directly below the head; false, and nothing done,
  // where that is no division of work or more than one head can see to.
  bool add_site_groups(PersonId head, SiteRun people) {
    if (people.size() <= kMostBelow || people.front() == people.back()) return false;
    std::vector<SiteRun> groups;
    std::size_t direct = 0;
    for (SiteRun rest = people; !rest.empty();) {
      const auto end = std::ranges::find_if(rest, [&](SiteId s) { return s != rest.front(); });
      const auto size = static_cast<std::size_t>(end - rest.begin());
      groups.push_back(rest.first(size));
      direct += size < kFewestUnderSiteLead ? size : 1;
      rest = rest.subspan(size);
    }
    if (direct > kMostBelow) return false;
    for (const SiteRun group : groups) {
      if (group.size() < kFewestUnderSiteLead) {
        add_all(head, group);
      } else {
        add_group(head, group);
      }
    }
    return true;
  }

  void add_all(PersonId manager, SiteRun people) {
    for (const SiteId site : people) add(site, manager, draw_seniority());
  }

  // The first of `people` leads the others.
  void add_group(PersonId manager, SiteRun people) {
    const bool leads_leads = people.size() - 1 > kMostBelow;
    const PersonId lead =
        add(people.front(), manager, leads_leads ? Seniority::head : Seniority::lead);
    add_reports(lead, people.subspan(1));
  }

  // All people at once where one manager can see to them; else in groups of about equal size.
  void add_reports(PersonId manager, SiteRun people) {
    if (people.size() <= kMostBelow) return add_all(manager, people);
    const std::size_t groups =
        std::clamp<std::size_t>((people.size() + kUsualTeam - 1) / kUsualTeam, 2, kMostGroups);
    const std::size_t singles = groups < kFewestReports ? kFewestReports - groups : 0;
    add_all(manager, people.first(singles));
    people = people.subspan(singles);
    for (std::size_t left = groups; left > 1; --left) {
      const std::size_t mean = people.size() / left;
      const auto play = static_cast<std::uint32_t>(mean / 6);
      const std::size_t size = mean - play + stream_.below(2 * play + 1);
      add_group(manager, people.first(size));
      people = people.subspan(size);
    }
    add_group(manager, people);
  }

  const DepartmentRules& rules_;
  const Headcount& headcount_;
  rng::Stream stream_;
  std::vector<Post> posts_;
  std::vector<PersonId> executives_;  // By division: its executive, or else the chief executive.
  DepartmentId department_{0};
};

}  // namespace

std::vector<Post> plan_hierarchy(const DepartmentRules& rules, const Headcount& headcount,
                                 rng::Key key) {
  return Builder(rules, headcount, key).build();
}

}  // namespace haymaker::people
