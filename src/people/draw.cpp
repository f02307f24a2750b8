// Whom Company draws.

#include <algorithm>
#include <array>
#include <span>

#include "base/hash.h"
#include "people/company.h"
#include "people/roster.h"
#include "people/ties.h"

namespace haymaker::people {

namespace {

// Draws that miss (somebody who has left, the author) are repeated; after so many the answer is
// somebody who is always there.
constexpr int kTries = 32;

// Of 100 messages to colleagues.
constexpr std::uint32_t kToTies = 40;
constexpr std::uint32_t kToTeam = 22;
constexpr std::uint32_t kToLine = 14;
constexpr std::uint32_t kToProject = 12;
constexpr std::uint32_t kToDepartment = 6;  // The rest goes to anybody, by activity.

// Of those who write to somebody on leave; the others know of it and write to somebody else.
constexpr std::uint32_t kUnawarePercent = 10;

constexpr std::uint32_t kToMainContact = 60;  // Percent; an author has one contact of choice.
constexpr std::uint32_t kToMainOwner = 70;

PersonId one_of(std::span<const PersonId> people, rng::Stream& stream) noexcept {
  return people.empty() ? kNobody : stream.pick(people);
}

bool is_present(const Company& company, PersonId id, Days day) noexcept {
  return id != kNobody && company.is_in_company_on(id, day);
}

PersonId along_tie(const Roster& roster, PersonId author, rng::Stream& stream) noexcept {
  const std::uint32_t count = tie_count(roster, author);
  std::uint32_t number = roster.tie_strength.draw(stream);
  while (number >= count) number = roster.tie_strength.draw(stream);
  return tie(roster, author, number);
}

// The manager, the person whose calendar the author keeps, or one of those who report to the
// author, who come behind the lead in the author's team.
PersonId along_line(const Roster& roster, const Person& author, rng::Stream& stream) noexcept {
  const std::span<const PersonId> team = roster.teams[value(author.team)].members;
  const bool leads = team.front() == author.id;
  if (!leads) return author.manager;
  if (author.manager != kNobody && stream.chance(2, 5)) return author.manager;
  return one_of(team.subspan(1), stream);
}

PersonId on_project(const Roster& roster, PersonId author, rng::Stream& stream) noexcept {
  const std::span<const std::uint32_t> projects = roster.projects_of.of(value(author));
  if (projects.empty()) return along_tie(roster, author, stream);
  return one_of(roster.projects[stream.pick(projects)].members, stream);
}

PersonId colleague(const Roster& roster, const Person& author, rng::Stream& stream) noexcept {
  std::uint32_t rank = stream.below(100);
  if (rank < kToTies) return along_tie(roster, author.id, stream);
  rank -= kToTies;
  if (rank < kToTeam) return one_of(roster.teams[value(author.team)].members, stream);
  rank -= kToTeam;
  if (rank < kToLine) return along_line(roster, author, stream);
  rank -= kToLine;
  if (rank < kToProject) return on_project(roster, author.id, stream);
  rank -= kToProject;
  if (rank < kToDepartment) {
    return one_of(roster.departments[value(author.department)].members, stream);
  }
  return PersonId{roster.employee_volume.draw(stream)};
}

// A choice that two people always make alike: a place below `size`.
std::uint32_t constant_choice(const Roster& roster, std::uint32_t a, std::uint32_t b,
                              std::size_t size) noexcept {
  const std::uint64_t name = (std::uint64_t{a} << 32) | b;
  return static_cast<std::uint32_t>(mix64(roster.key.high + mix64(name)) % size);
}

}  // namespace

PersonId Company::draw_author(SiteId site, Days day, rng::Stream& stream) const noexcept {
  const std::span<const PersonId> members = roster_->site_members.of(value(site));
  for (int i = 0; i < kTries; ++i) {
    const PersonId id = members[roster_->author_volume[value(site)].draw(stream)];
    if (is_at_work(id, day)) return id;
  }
  return *std::ranges::find_if(members, [&](PersonId id) { return is_present(*this, id, day); });
}

PersonId Company::draw_employee(Function function, Days day, rng::Stream& stream) const noexcept {
  std::span<const PersonId> members =
      roster_->function_members.of(static_cast<std::size_t>(function));
  if (members.empty()) members = roster_->everyone;
  for (int i = 0; i < kTries; ++i) {
    const PersonId id = stream.pick(members);
    if (is_at_work(id, day)) return id;
  }
  return members.front();  // The head of a department, who stays.
}

PersonId Company::draw_colleague(PersonId author, Days day, rng::Stream& stream) const noexcept {
  const Person& from = person(author);
  for (int i = 0; i < kTries; ++i) {
    const PersonId id = colleague(*roster_, from, stream);
    if (id == author || !is_present(*this, id, day)) continue;
    if (!is_on_leave(id, day) || stream.chance(kUnawarePercent, 100)) return id;
  }
  // Managers stay; so does the first who reports to the chief executive.
  return from.manager != kNobody ? from.manager : roster_->teams[value(from.team)].members[1];
}

PersonId Company::draw_contact(PersonId author, rng::Stream& stream) const noexcept {
  const std::span<const OrganisationId> own = relationships(author);
  if (own.empty()) return kNobody;
  // The lower of two places: the closest organisation is written to most.
  const auto count = static_cast<std::uint32_t>(own.size());
  const std::uint32_t first = stream.below(count);
  const std::uint32_t second = stream.below(count);
  const OrganisationId id = own[std::min(first, second)];
  const Organisation& organisation = organisations()[value(id)];
  const std::uint32_t place =
      stream.chance(kToMainContact, 100)
          ? constant_choice(*roster_, value(author), value(id), organisation.contacts)
          : stream.below(organisation.contacts);
  return PersonId{organisation.first_contact + place};
}

PersonId Company::draw_relationship_owner(PersonId contact, Days day,
                                          rng::Stream& stream) const noexcept {
  const Person& from = person(contact);
  const std::span<const PersonId> owners = roster_->owners.of(value(from.organisation));
  const std::uint32_t main =
      constant_choice(*roster_, value(contact), value(from.organisation), owners.size());
  for (int i = 0; i < kTries; ++i) {
    const PersonId id = stream.chance(kToMainOwner, 100) ? owners[main] : stream.pick(owners);
    if (is_present(*this, id, day)) return id;
  }
  const auto present =
      std::ranges::find_if(owners, [&](PersonId id) { return is_present(*this, id, day); });
  return present != owners.end() ? *present : person(owners.front()).manager;
}

PersonId Company::draw_list(PersonId author, rng::Stream& stream) const noexcept {
  const Person& from = person(author);
  const std::uint32_t rank = stream.below(100);
  if (rank < 45) return roster_->team_lists[value(from.team)];
  if (rank < 60) return roster_->topic_lists[value(from.team)];
  if (rank < 80) {
    const std::span<const std::uint32_t> projects = projects_of(author);
    return projects.empty() ? kNobody : roster_->project_lists[stream.pick(projects)];
  }
  // Few may write to a whole department, and fewer to a whole site or the company.
  const bool is_lead = from.seniority >= Seniority::lead || from.assistant_to != kNobody;
  if (rank < 92) return is_lead ? roster_->department_lists[value(from.department)] : kNobody;
  const Function function = departments()[value(from.department)].function;
  const bool speaks_to_all = from.seniority == Seniority::executive || function == Function::hr ||
                             function == Function::facilities;
  if (!speaks_to_all) return roster_->team_lists[value(from.team)];
  return rank < 98 ? roster_->site_lists[value(from.site)] : roster_->staff_list;
}

PersonId Company::draw_mailbox(PersonId author, rng::Stream& stream) const noexcept {
  return one_of(roster_->department_mailboxes.of(value(person(author).department)), stream);
}

PersonId Company::draw_system(bool newsletter, rng::Stream& stream) const noexcept {
  const std::size_t kind = newsletter ? 1 : 0;
  return roster_->systems[kind][roster_->system_volume[kind].draw(stream)];
}

}  // namespace haymaker::people
