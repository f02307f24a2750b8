#include "people/mailboxes.h"

#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "base/buffer.h"
#include "people/ascii.h"
#include "people/naming.h"
#include "rng/stream.h"

namespace haymaker::people {

namespace {

constexpr std::string_view kEachTopic = "{topic}";
constexpr std::size_t kFewestOnList = 3;
constexpr std::uint32_t kMailboxActivity = 400;  // Several people write from it.

// Adds a person of `kind` whose address is made of the name; `prefix` is before both.
PersonId add_mailbox(PersonKind kind, std::string_view prefix, std::string_view name,
                     std::span<const PersonId> members, Roster& roster) {
  const PersonId id{static_cast<std::uint32_t>(roster.people.size())};
  Buffer text;
  Buffer scratch;
  append_address_part(prefix, '-', text);
  if (!prefix.empty()) text.append('-');
  append_address_part(name, kind == PersonKind::shared_mailbox ? '.' : '-', text);
  Person person;
  person.id = id;
  person.kind = kind;
  person.address = claim_address(text.view(), roster.spec.domain, id, roster, scratch);
  text.clear();
  text.append(prefix);
  if (!prefix.empty()) text.append(' ');
  text.append(name);
  person.display_name = roster.arena.keep(text.view());
  const Person& first = roster.people[value(members.front())];
  person.site = first.site;
  person.department = first.department;
  person.team = first.team;
  person.manager = first.id;
  roster.people.push_back(person);
  roster.mailbox_members.push_back(members);
  return id;
}

PersonId add_list(std::string_view name, std::span<const PersonId> members, Roster& roster) {
  if (members.size() < kFewestOnList) return kNobody;
  return add_mailbox(PersonKind::distribution_list, "DL", name, members, roster);
}

// The members of the first team of the department with that topic, or of its first team at all.
std::span<const PersonId> readers(const Roster& roster, std::size_t department,
                                  std::string_view topic) {
  std::span<const PersonId> found = roster.departments[department].members;
  bool is_first = true;
  for (const Team& team : roster.teams) {
    if (value(team.department) != department || team.topic.empty()) continue;
    if (team.topic == topic) return team.members;
    if (std::exchange(is_first, false)) found = team.members;
  }
  return found;
}

// Lists of those who work on one topic of one department in more than one team.
void add_topic_lists(Roster& roster) {
  std::map<std::pair<DepartmentId, std::string_view>, std::vector<std::uint32_t>> teams;
  for (std::uint32_t i = 0; i < roster.teams.size(); ++i) {
    const Team& team = roster.teams[i];
    if (!team.topic.empty()) teams[{team.department, team.topic}].push_back(i);
  }
  std::vector<std::pair<std::uint32_t, PersonId>> members;
  std::uint32_t topic = 0;
  for (const auto& [name, of_topic] : teams) {
    for (const std::uint32_t team : of_topic) {
      for (const PersonId id : roster.teams[team].members) members.emplace_back(topic, id);
    }
    ++topic;
  }
  roster.topic_members = Grouped<PersonId>(topic, members);
  roster.topic_lists.assign(roster.teams.size(), kNobody);
  topic = 0;
  for (const auto& [name, of_topic] : teams) {
    const auto readers = roster.topic_members.of(topic++);
    if (of_topic.size() < 2) continue;
    const PersonId list = add_list(name.second, readers, roster);
    for (const std::uint32_t team : of_topic) roster.topic_lists[team] = list;
  }
}

}  // namespace

void add_shared_mailboxes(const DepartmentRules& rules, Roster& roster) {
  roster.first_mailbox = static_cast<std::uint32_t>(roster.people.size());
  std::vector<std::pair<std::uint32_t, PersonId>> of_department;
  for (std::uint32_t i = 0; i < rules.departments.size(); ++i) {
    const DepartmentRule& rule = rules.departments[i];
    if (roster.departments[i].members.empty()) continue;
    const bool is_per_topic = !rule.mailboxes.empty() && rule.mailboxes.front() == kEachTopic;
    for (const std::string_view name : is_per_topic ? rule.topics : rule.mailboxes) {
      const PersonId id =
          add_mailbox(PersonKind::shared_mailbox, "", name, readers(roster, i, name), roster);
      Person& mailbox = roster.people[value(id)];
      mailbox.activity = kMailboxActivity;
      mailbox.voice.formality = 2;
      mailbox.voice.taste = (roster.key / "mailbox" / value(id)).low;
      mailbox.voice.british = roster.sites[value(mailbox.site)].british();
      mailbox.language = mailbox.voice.british ? "en-GB" : "en-US";
      of_department.emplace_back(i, id);
    }
  }
  roster.department_mailboxes = Grouped<PersonId>(rules.departments.size(), of_department);
}

void add_distribution_lists(Roster& roster) {
  roster.staff_list = add_list("All Staff", roster.everyone, roster);
  for (const Department& department : roster.departments) {
    roster.department_lists.push_back(add_list(department.name, department.members, roster));
  }
  Buffer name;
  for (std::size_t site = 0; site < roster.sites.size(); ++site) {
    name.clear();
    name.append("All ");
    name.append(roster.sites[site].city());
    roster.site_lists.push_back(add_list(name.view(), roster.site_members.of(site), roster));
  }
  for (const Team& team : roster.teams) {
    roster.team_lists.push_back(add_list(team.name, team.members, roster));
  }
  add_topic_lists(roster);
  for (const Project& project : roster.projects) {
    roster.project_lists.push_back(add_list(project.name, project.members, roster));
  }
}

}  // namespace haymaker::people
