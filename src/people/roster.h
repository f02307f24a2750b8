#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "people/address_index.h"
#include "people/company.h"
#include "people/grouped.h"
#include "people/string_arena.h"
#include "rng/key.h"
#include "rng/weighted.h"

namespace haymaker::people {

// Where an employee stands among others, for ties that are computed and not stored (ties.h).
struct Seat {
  TeamId home{0};               // The manager's team; the chief executive's own.
  std::uint32_t home_rank = 0;  // Place among the members of the home team,
  std::uint32_t department_rank = 0;
  std::uint32_t site_rank = 0;
};

struct Assistance {
  PersonId boss = kNobody;
  PersonId assistant = kNobody;
};

// What a Company is made of: it is filled in once, in the order of the members, and then only read.
// Places are indices into the vector of the same noun.
struct Roster {
  CompanySpec spec;
  rng::Key key;
  Days first_day = 0;
  Days last_day = 0;
  StringArena arena;
  std::vector<Site> sites;
  std::vector<Person> people;
  AddressIndex addresses;
  std::vector<PersonId> everyone;  // The employees, by id.
  std::vector<Department> departments;
  std::vector<Team> teams;
  std::vector<Seat> seats;             // By employee.
  std::vector<Assistance> assistants;  // By boss.
  Grouped<PersonId> team_members;
  Grouped<PersonId> site_members;
  Grouped<PersonId> function_members;

  std::vector<Project> projects;
  Grouped<PersonId> project_members;
  Grouped<std::uint32_t> projects_of;  // By employee.

  // Shared mailboxes, then distribution lists, are people()[first_mailbox ...].
  std::uint32_t first_mailbox = 0;
  std::vector<std::span<const PersonId>> mailbox_members;  // By id - first_mailbox.
  Grouped<PersonId> department_mailboxes;
  std::vector<PersonId> department_lists;  // kNobody where there is none; so below.
  std::vector<PersonId> team_lists;
  std::vector<PersonId> topic_lists;  // By team.
  std::vector<PersonId> site_lists;
  std::vector<PersonId> project_lists;
  PersonId staff_list = kNobody;
  Grouped<PersonId> topic_members;

  std::vector<Organisation> organisations;
  Grouped<OrganisationId> relationships;  // By employee.
  Grouped<PersonId> owners;               // By organisation.

  std::uint32_t first_system = 0;
  std::array<std::vector<PersonId>, 2> systems;  // Notices, newsletters.
  std::array<rng::WeightedTable, 2> system_volume;
  std::vector<rng::WeightedTable> author_volume;  // By site: over site_members.
  rng::WeightedTable employee_volume;
  rng::WeightedTable tie_strength;
};

}  // namespace haymaker::people
