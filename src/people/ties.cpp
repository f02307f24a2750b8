#include "people/ties.h"

#include <algorithm>
#include <span>

#include "base/hash.h"

namespace haymaker::people {

namespace {

constexpr std::uint32_t kFewestTies = 5;
constexpr std::uint32_t kFullStrength = 100'000;

enum class Circle : std::uint8_t { team, department, project, site, company };

constexpr std::array<Circle, kMostTies> kCircles = {
    Circle::team,    Circle::department, Circle::team,       Circle::project, Circle::site,
    Circle::team,    Circle::department, Circle::project,    Circle::team,    Circle::department,
    Circle::company, Circle::site,       Circle::team,       Circle::project, Circle::department,
    Circle::site,    Circle::team,       Circle::department, Circle::company, Circle::project,
    Circle::site,    Circle::department, Circle::team,       Circle::site,    Circle::company};

struct Place {
  std::uint32_t group = 0;
  std::uint32_t rank = 0;
  std::span<const PersonId> members;
};

Place place_in_project(const Roster& roster, PersonId employee, std::uint32_t number) noexcept {
  const std::span<const std::uint32_t> projects = roster.projects_of.of(value(employee));
  if (projects.empty()) return {};
  const std::uint32_t project = projects[number % projects.size()];
  const std::span<const PersonId> members = roster.projects[project].members;
  const auto rank = std::ranges::find(members, employee) - members.begin();
  return {project, static_cast<std::uint32_t>(rank), members};
}

Place place_of(const Roster& roster, PersonId employee, std::uint32_t number) noexcept {
  const Person& person = roster.people[value(employee)];
  const Seat& seat = roster.seats[value(employee)];
  switch (kCircles[number]) {
    case Circle::team:
      return {value(seat.home), seat.home_rank, roster.teams[value(seat.home)].members};
    case Circle::department:
      return {value(person.department), seat.department_rank,
              roster.departments[value(person.department)].members};
    case Circle::project: return place_in_project(roster, employee, number);
    case Circle::site:
      return {value(person.site), seat.site_rank, roster.site_members.of(value(person.site))};
    case Circle::company: break;
  }
  return {0, value(employee), roster.everyone};
}

}  // namespace

std::array<std::uint32_t, kMostTies> tie_strengths() noexcept {
  std::array<std::uint32_t, kMostTies> strengths{};
  for (std::uint32_t i = 0; i < kMostTies; ++i) strengths[i] = kFullStrength / (i + 1);
  return strengths;
}

std::uint32_t tie_count(const Roster& roster, PersonId employee) noexcept {
  const std::uint64_t hash = mix64(roster.key.high ^ value(employee));
  return kFewestTies + static_cast<std::uint32_t>(hash % (kMostTies - kFewestTies + 1));
}

PersonId tie(const Roster& roster, PersonId employee, std::uint32_t number) noexcept {
  const Place place = place_of(roster, employee, number);
  const std::uint64_t size = place.members.size();
  if (size < 2) return kNobody;
  const std::uint64_t name = (std::uint64_t{place.group} << 8) | number;
  const std::uint64_t mirror = mix64(roster.key.low + mix64(name)) % size;
  const PersonId other = place.members[(mirror + size - place.rank) % size];
  return other == employee ? kNobody : other;
}

}  // namespace haymaker::people
