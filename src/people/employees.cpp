#include "people/employees.h"

#include <algorithm>
#include <utility>

#include "base/append.h"
#include "people/activity.h"
#include "people/teams.h"
#include "people/voice.h"

namespace haymaker::people {

namespace {

constexpr std::uint32_t kLeaversPerMillePerMonth = 15;
constexpr std::uint32_t kMostLeaversPerMille = 250;  // However long the period is.
constexpr std::uint32_t kDaysPerMonth = 30;
constexpr std::uint32_t kExtensions = 90'000;

class Hiring {
 public:
  Hiring(const std::vector<Post>& posts, const DepartmentRules& rules, const NameSource& names,
         Roster& roster)
      : posts_(posts),
        rules_(rules),
        names_(names),
        roster_(roster),
        site_has_anchor_(roster.sites.size()) {
    rng::Stream stream(roster.key / "style");
    style_ = static_cast<NameStyle>(stream.below(3));
    const auto days = static_cast<std::uint32_t>(roster.last_day - roster.first_day) + 1;
    per_mille_ = static_cast<std::uint32_t>(std::min<std::uint64_t>(
        std::uint64_t{kLeaversPerMillePerMonth} * days / kDaysPerMonth, kMostLeaversPerMille));
  }

  void hire(PersonId id) {
    const Post& post = posts_[value(id)];
    const DepartmentRule& rule = rules_.departments[value(post.department)];
    const Site& site = roster_.sites[value(post.site)];
    const rng::Key key = roster_.key / "employee" / value(id);
    rng::Stream stream(key);

    const FullName name = names_.draw(post.site, stream);
    Person person;
    person.id = id;
    person.gender = name.gender;
    person.given = name.given;
    person.family = name.family;
    person.locale = name.locale;
    person.site = post.site;
    person.department = post.department;
    person.manager = post.manager;
    person.assistant_to = post.assistant_to;
    person.seniority = post.seniority;
    person.full_name = display_name(name, NameStyle::given_family, {});
    person.display_name = display_name(name, style_, rule.short_name);
    person.address = address(name, id);
    person.telephone = telephone(site, stream);
    person.title = title(post, rule);
    person.activity = draw_activity(post.seniority, rule.activity_percent, stream);
    person.client = draw_client(post.seniority, stream);
    person.voice = draw_voice(person, rule.function, site.british(), key / "voice");
    rng::Stream tongue(key / "language");
    person.language = draw_language(person.locale, site, tongue);
    if (may_move(post)) set_dates(person, stream);
    roster_.people.push_back(person);
  }

 private:
  std::string_view display_name(const FullName& name, NameStyle style,
                                std::string_view department) {
    text_.clear();
    append_display_name(name, style, department, text_);
    return roster_.arena.keep(text_.view());
  }

  std::string_view address(const FullName& name, PersonId id) {
    text_.clear();
    append_local_part(name, AddressStyle::given_dot_family, text_);
    return claim_address(text_.view(), roster_.spec.domain, id, roster_, scratch_);
  }

  std::string_view telephone(const Site& site, rng::Stream& stream) {
    text_.clear();
    append_digits(site.telephone(), 0, stream, text_);
    text_.append(" ext. ");
    append_decimal(std::uint64_t{10'000} + stream.below(kExtensions), text_);
    return roster_.arena.keep(text_.view());
  }

  // Of those heads who are not the department's first, the site is part of the title.
  std::string_view title(const Post& post, const DepartmentRule& rule) {
    if (post.assistant_to != kNobody) return rules_.departments[0].titles[0];
    if (post.manager == kNobody) return rules_.departments[0].titles[4];
    if (post.seniority == Seniority::executive) return rules_.divisions[post.division].executive;
    const std::string_view plain = rule.titles[static_cast<std::size_t>(post.seniority)];
    const bool is_under_head = posts_[value(post.manager)].department == post.department;
    if (post.seniority != Seniority::head || !is_under_head) return plain;
    text_.clear();
    text_.append(plain);
    text_.append(", ");
    text_.append(roster_.sites[value(post.site)].city());
    return roster_.arena.keep(text_.view());
  }

  // Whoever has reports or keeps a calendar stays, and one person of each site.
  bool may_move(const Post& post) {
    if (post.reports > 0 || post.seniority >= Seniority::lead || post.assistant_to != kNobody) {
      return false;
    }
    const bool has_anchor = site_has_anchor_[value(post.site)];
    site_has_anchor_[value(post.site)] = true;
    return has_anchor;
  }

  void set_dates(Person& person, rng::Stream& stream) const noexcept {
    const std::uint32_t rank = stream.below(1000);
    if (rank >= 2 * per_mille_ || roster_.first_day == roster_.last_day) return;
    const bool joins = rank < per_mille_;
    const Days day = stream.between(roster_.first_day + 1, roster_.last_day);
    (joins ? person.first_day : person.last_day) = joins ? day : day - 1;
  }

  const std::vector<Post>& posts_;
  const DepartmentRules& rules_;
  const NameSource& names_;
  Roster& roster_;
  std::vector<bool> site_has_anchor_;
  NameStyle style_ = NameStyle::given_family;
  std::uint32_t per_mille_ = 0;  // Joiners, and leavers, among those who may move.
  Buffer text_;
  Buffer scratch_;
};

void add_departments(const DepartmentRules& rules, Roster& roster) {
  for (const DepartmentRule& rule : rules.departments) {
    const DepartmentId id{static_cast<std::uint16_t>(roster.departments.size())};
    const auto members = std::ranges::equal_range(
        roster.everyone, id, {}, [&](PersonId i) { return roster.people[value(i)].department; });
    roster.departments.push_back({.name = rule.name,
                                  .short_name = rule.short_name,
                                  .function = rule.function,
                                  .members = {members.begin(), members.end()}});
  }
}

// The places of the employees in lists of those who share a site or a function.
void group_employees(Roster& roster) {
  std::vector<std::pair<std::uint32_t, PersonId>> by_site;
  std::vector<std::pair<std::uint32_t, PersonId>> by_function;
  std::vector<std::uint32_t> site_sizes(roster.sites.size());
  for (const Person& person : roster.people) {
    const Department& department = roster.departments[value(person.department)];
    Seat& seat = roster.seats[value(person.id)];
    seat.site_rank = site_sizes[value(person.site)]++;
    seat.department_rank = value(person.id) - value(department.members.front());
    by_site.emplace_back(value(person.site), person.id);
    by_function.emplace_back(static_cast<std::uint32_t>(department.function), person.id);
  }
  roster.site_members = Grouped<PersonId>(roster.sites.size(), by_site);
  roster.function_members = Grouped<PersonId>(kFunctions, by_function);
}

void add_assistants(Roster& roster) {
  for (const Person& person : roster.people) {
    if (person.assistant_to != kNobody)
      roster.assistants.push_back({person.assistant_to, person.id});
  }
  std::ranges::sort(roster.assistants, {}, &Assistance::boss);
}

}  // namespace

void add_employees(const std::vector<Post>& posts, const DepartmentRules& rules,
                   const NameSource& names, Roster& roster) {
  Hiring hiring(posts, rules, names, roster);
  for (std::uint32_t i = 0; i < posts.size(); ++i) {
    roster.everyone.push_back(PersonId{i});
    hiring.hire(PersonId{i});
  }
  roster.seats.resize(posts.size());
  add_departments(rules, roster);
  add_teams(posts, rules, roster);
  add_assistants(roster);
  group_employees(roster);
}

}  // namespace haymaker::people
