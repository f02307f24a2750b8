#include "people/teams.h"

#include <map>
#include <string_view>
#include <utility>

#include "base/append.h"
#include "base/buffer.h"

namespace haymaker::people {

namespace {

class TeamNames {
 public:
  explicit TeamNames(Roster& roster) : roster_(roster) {}

  // "Repo Settlements London"; from the second on with a number behind it.
  std::string_view make(std::string_view subject, std::string_view rest) {
    text_.clear();
    text_.append(subject);
    text_.append(' ');
    text_.append(rest);
    const std::uint64_t number = ++used_[std::string_view(roster_.arena.keep(text_.view()))];
    if (number > 1) {
      text_.append(' ');
      append_decimal(number, text_);
    }
    return roster_.arena.keep(text_.view());
  }

 private:
  Roster& roster_;
  Buffer text_;
  std::map<std::string_view, std::uint64_t> used_;
};

// Whether all reports are themselves without reports, so that the team does work of one kind.
std::vector<bool> leads_of_leads(const std::vector<Post>& posts) {
  std::vector<bool> found(posts.size());
  for (const Post& post : posts) {
    if (post.reports > 0 && post.manager != kNobody) found[value(post.manager)] = true;
  }
  return found;
}

// Adds the teams, still without members; by employee, the team that is led.
std::vector<TeamId> name_teams(const std::vector<Post>& posts, const DepartmentRules& rules,
                               Roster& roster) {
  const std::vector<bool> leads_leads = leads_of_leads(posts);
  std::vector<std::size_t> next_topic(rules.departments.size());
  TeamNames names(roster);
  std::vector<TeamId> led(posts.size());
  for (std::uint32_t i = 0; i < posts.size(); ++i) {
    const Post& post = posts[i];
    if (post.reports == 0) continue;
    const DepartmentRule& rule = rules.departments[value(post.department)];
    Team team;
    team.department = post.department;
    team.site = post.site;
    team.lead = PersonId{i};
    if (post.manager == kNobody) {
      team.name = names.make("Executive", "Committee");
    } else if (post.seniority == Seniority::executive) {
      team.name = names.make(rules.divisions[post.division].name, "Leadership");
    } else if (leads_leads[i]) {
      team.name = names.make(rule.short_name, "Management");
    } else {
      team.topic = rule.topics[next_topic[value(post.department)]++ % rule.topics.size()];
      team.name = names.make(team.topic, roster.sites[value(post.site)].city());
    }
    led[i] = TeamId{static_cast<std::uint32_t>(roster.teams.size())};
    roster.teams.push_back(team);
  }
  return led;
}

}  // namespace

void add_teams(const std::vector<Post>& posts, const DepartmentRules& rules, Roster& roster) {
  const std::vector<TeamId> led = name_teams(posts, rules, roster);
  std::vector<std::pair<std::uint32_t, PersonId>> members;
  std::vector<std::uint32_t> sizes(roster.teams.size());
  for (std::uint32_t i = 0; i < posts.size(); ++i) {
    const bool leads = posts[i].reports > 0;
    const bool is_led = posts[i].manager != kNobody;
    const TeamId home = led[is_led ? value(posts[i].manager) : i];
    roster.people[i].team = leads ? led[i] : home;
    roster.seats[i].home = home;
    if (is_led) {
      roster.seats[i].home_rank = sizes[value(home)]++;
      members.emplace_back(value(home), PersonId{i});
    }
    if (leads) {
      ++sizes[value(led[i])];
      members.emplace_back(value(led[i]), PersonId{i});
    }
  }
  roster.team_members = Grouped<PersonId>(roster.teams.size(), members);
  for (std::size_t team = 0; team < roster.teams.size(); ++team) {
    roster.teams[team].members = roster.team_members.of(team);
  }
}

}  // namespace haymaker::people
